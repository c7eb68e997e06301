"""Where each spoke stands: the table twin of the wheel, what blocks the next level, what could not be judged."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph

from assessment.domain.profile import CompetencyScore
from assessment.drawing.report.charts import Swatch
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import WIDTH, style
from assessment.drawing.report.tables import Cell, columns, ruled_table
from assessment.drawing.report.text import safe
from assessment.drawing.report.value import PlanReport
from assessment.wording import blockers, quality, scores
from assessment.wording.wheel_words import wheel_words

_NUMBER = 50.0
_LEVEL = 78.0
_MOST_ROWS = 9
"""Blockers and blind spots that fit beside the table; more are counted. A marked spoke takes half a row's room."""

_MOST_INTRODUCED = 2
"""Lowest competencies whose way to the next level is told in words; with more of them the table speaks for itself."""


def numbers(report: PlanReport) -> list[Flowable]:
    """Flowables of the section."""
    language, framework = report.language, report.framework
    return [
        PageBreak(),
        Heading(language.gettext("Where each spoke stands"), "h1", 0),
        Paragraph(safe(scores.ranges_sentence(language, framework, report.profile)), style("lead")),
        _table(report),
        Paragraph(safe(scores.bands_sentence(language, framework)), style("note-gap")),
        *([Paragraph(safe(quality.quality_note(language)), style("note-gap"))] if report.quality.ask else []),
        *_blockers(report),
        *_blind_spots(report),
    ]


def _table(report: PlanReport) -> Flowable:
    language, framework, profile = report.language, report.framework, report.profile
    heads = [
        language.gettext("Competency"),
        language.gettext("Level"),
        language.gettext("Score"),
        language.gettext("Range"),
        *(language.pick(facet.name) for facet in framework.facets),
    ]
    number_widths = [_NUMBER] * (1 + len(framework.facets)) + [_NUMBER - 9]
    name_width = WIDTH - _LEVEL - sum(number_widths)
    widths = [name_width, _LEVEL, *number_widths]
    lowest = set(profile.weakest.lowest)
    marked = [row for row, spoke in enumerate(profile.competencies) if spoke.competency in lowest]
    rows = [_row(report, spoke, name_width) for spoke in profile.competencies]
    return ruled_table(heads, rows, widths, numbers_from=2, marked=marked)


def _row(report: PlanReport, spoke: CompetencyScore, name_width: float) -> list[Cell]:
    language, framework = report.language, report.framework
    name: list[Flowable] = [
        Paragraph(safe(language.pick(framework.competency(spoke.competency).name)), style("cell")),
    ]
    mark = wheel_words(language).mark(report.profile, spoke.competency)
    if mark:
        name.append(Paragraph(safe(mark), style("tag")))
    note = scores.partial_note(language, spoke)
    if note:
        name.append(Paragraph(safe(note), style("small-note")))
    facets = {facet.facet: facet.score for facet in spoke.facets}
    return [
        columns([Swatch(report.hue(spoke.competency)), name], [15, name_width - 24], gap=4),
        Paragraph(safe(scores.band_name(language, framework, spoke.band)), style("cell")),
        Paragraph(safe(scores.score_text(language, spoke.score)), style("cell-number-strong")),
        Paragraph(scores.range_text(language, spoke.interval), style("cell-number")),
        *(
            Paragraph("–" if score is None else language.whole(score), style("cell-number"))
            for score in (facets.get(facet.id) for facet in framework.facets)
        ),
    ]


def _blockers(report: PlanReport) -> list[Flowable]:
    language, framework = report.language, report.framework
    found = report.profile.blockers
    if not found:
        return []
    room = _MOST_ROWS - (len(report.profile.weakest.lowest) + 1) // 2
    rows: list[list[Cell]] = [
        [
            Paragraph(safe(words.statement), style("cell")),
            Paragraph(f"<b>{words.now}</b>&nbsp; {safe(words.now_anchor)}", style("cell")),
            Paragraph(f"<b>{words.needed}</b>&nbsp; {safe(words.needed_anchor)}", style("cell")),
        ]
        for words in (blockers.blocker_words(language, framework, blocker) for blocker in found[:room])
    ]
    heads = [language.gettext("Statement"), language.gettext("Now"), language.gettext("Needed")]
    return [
        Heading(language.gettext("What blocks the next level"), "h2", 1),
        *(
            Paragraph(safe(blockers.blockers_intro(language, framework, report.profile, lowest)), style("note"))
            for lowest in report.profile.weakest.lowest[:_MOST_INTRODUCED]
        ),
        ruled_table(heads, rows, [WIDTH * 0.46, WIDTH * 0.27, WIDTH * 0.27]),
        *_more(report, len(found) - room),
    ]


def _blind_spots(report: PlanReport) -> list[Flowable]:
    language, framework = report.language, report.framework
    spots = [item for spoke in report.profile.competencies for item in spoke.blind_spots]
    if not spots:
        return []
    room = max(3, _MOST_ROWS - len(report.profile.blockers))
    items = [Paragraph(f"–&nbsp; {safe(language.pick(framework.item(i).text))}", style("cell-gap")) for i in spots]
    start = [
        Heading(language.gettext("Blind spots"), "h2", 1),
        Paragraph(safe(scores.blind_spots_sentence(language, report.profile)), style("note")),
    ]
    return [KeepTogether([*start, items[0]]), *items[1:room], *_more(report, len(items) - room)]


def _more(report: PlanReport, count: int) -> list[Flowable]:
    """How many rows the page has no room for."""
    if count <= 0:
        return []
    language = report.language
    text = language.ngettext("%(n)s more is on the result page.", "%(n)s more are on the result page.", count)
    return [Paragraph(text, style("note-gap"))]
