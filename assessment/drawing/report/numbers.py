"""Where each spoke stands: the table twin of the wheel, why the weakest holds the others back, what to build on."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, Paragraph

from assessment.domain.profile import CompetencyScore
from assessment.drawing.report.charts import Swatch
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import WIDTH, style
from assessment.drawing.report.tables import Cell, columns, ruled_table
from assessment.drawing.report.text import safe
from assessment.drawing.report.value import PlanReport
from assessment.wording import scores
from assessment.wording.names import short_name

_NUMBER = 52.0


def numbers(report: PlanReport) -> list[Flowable]:
    """Flowables of the section."""
    language, framework = report.language, report.framework
    return [
        Heading(language.gettext("Where each spoke stands"), "h2", 0),
        Paragraph(safe(scores.ranges_sentence(language, framework, report.profile)), style("note")),
        _table(report),
        Paragraph(safe(scores.bands_sentence(language, framework)), style("small-note")),
        *_why(report),
        *_strengths(report),
        *_blind_spots(report),
    ]


def _table(report: PlanReport) -> Flowable:
    language, framework, profile = report.language, report.framework, report.profile
    facets = [language.pick(facet.name) for facet in framework.facets]
    heads = [
        language.gettext("Competency"),
        language.gettext("Score"),
        language.gettext("Level"),
        language.gettext("Range"),
        *facets,
    ]
    numbers_width = _NUMBER * (2 + len(facets)) + 76
    widths = [WIDTH - numbers_width, _NUMBER, 76, *([_NUMBER] * (1 + len(facets)))]
    lowest = set(profile.weakest.lowest)
    marked = [row for row, spoke in enumerate(profile.competencies) if spoke.competency in lowest]
    return ruled_table(heads, [_row(report, spoke) for spoke in profile.competencies], widths, marked=marked)


def _row(report: PlanReport, spoke: CompetencyScore) -> list[Cell]:
    language, framework = report.language, report.framework
    name: list[Flowable] = [
        Paragraph(safe(language.pick(framework.competency(spoke.competency).name)), style("cell")),
    ]
    if spoke.competency in report.profile.weakest.lowest:
        name.append(Paragraph(language.gettext("Weakest link"), style("tag")))
    note = scores.partial_note(language, spoke)
    if note:
        name.append(Paragraph(safe(note), style("small-note")))
    room = WIDTH - (_NUMBER * (2 + len(framework.facets)) + 76)
    facets = {facet.facet: facet.score for facet in spoke.facets}
    return [
        columns([Swatch(report.hue(spoke.competency)), name], [16, room - 25], gap=4),
        Paragraph(safe(scores.score_text(language, spoke.score)), style("cell-strong")),
        Paragraph(safe(scores.band_name(language, framework, spoke.band)), style("cell")),
        Paragraph(scores.range_text(language, spoke.interval), style("cell")),
        *(
            Paragraph("–" if facets.get(facet.id) is None else language.whole(facets[facet.id] or 0.0), style("cell"))
            for facet in framework.facets
        ),
    ]


def _why(report: PlanReport) -> list[Flowable]:
    language, framework = report.language, report.framework
    spokes = report.profile.weakest.competencies or report.profile.weakest.lowest[:1]
    if not spokes:
        return []
    told = [
        Paragraph(
            f"<b>{safe(short_name(language, framework, spoke))}.</b> "
            f"{safe(language.pick(framework.competency(spoke).why))}",
            style("body-gap"),
        )
        for spoke in spokes
    ]
    return [KeepTogether([Heading(language.gettext("Why it holds the others back"), "h2", 1), *told])]


def _strengths(report: PlanReport) -> list[Flowable]:
    sentence = scores.strengths_sentence(report.language, report.framework, report.profile)
    if not sentence:
        return []
    heading = Heading(report.language.gettext("What you can build on"), "h2", 1)
    return [KeepTogether([heading, Paragraph(safe(sentence), style("body-gap"))])]


def _blind_spots(report: PlanReport) -> list[Flowable]:
    language, framework = report.language, report.framework
    spots = [item for spoke in report.profile.competencies for item in spoke.blind_spots]
    if not spots:
        return []
    items = [Paragraph(f"– {safe(language.pick(framework.item(item).text))}", style("body-gap")) for item in spots]
    return [
        KeepTogether(
            [
                Heading(language.gettext("Blind spots"), "h2", 1),
                Paragraph(safe(scores.blind_spots_sentence(language, report.profile)), style("note")),
                items[0],
            ]
        ),
        *items[1:],
    ]
