"""How to read the numbers, by which rules they are told, and what stays hidden and why."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, Paragraph

from assessment.drawing.report.frame import Heading
from assessment.drawing.report.reading import how_to_read
from assessment.drawing.report.styles import WIDTH, style
from assessment.drawing.report.tables import Cell, ruled_table
from assessment.drawing.report.text import safe
from assessment.drawing.team_report.value import TeamReport
from assessment.wording import team_method


def rules(report: TeamReport) -> list[Flowable]:
    """Flowables of the last section."""
    notes = team_method.team_method_notes(report.language, report.framework, report.result)
    return [how_to_read(report.language, notes), *_rules(report), *_hidden(report)]


def _rules(report: TeamReport) -> list[Flowable]:
    language = report.language
    heading = Heading(language.gettext("What can be said about a team, and what never"), "h2", 1)
    lines = [
        Paragraph(safe(rule), style("item"), bulletText="–") for rule in team_method.list_rules(language, report.result)
    ]
    return [KeepTogether([heading, *lines])]


def _hidden(report: TeamReport) -> list[Flowable]:
    language = report.language
    rows: list[list[Cell]] = [
        [Paragraph(safe(places), style("cell-strong")), Paragraph(safe(reason), style("cell"))]
        for places, reason in team_method.list_hidden(language, report.framework, report.result)
    ]
    heading = Heading(language.gettext("What is hidden here, and why"), "h2", 1)
    if not rows:
        words = language.gettext("Nothing: every figure of this campaign can be shown.")
        return [KeepTogether([heading, Paragraph(words, style("note"))])]
    heads = [language.gettext("Where"), language.gettext("Why")]
    return [KeepTogether([heading, ruled_table(heads, rows, [WIDTH * 0.4, WIDTH * 0.6])])]
