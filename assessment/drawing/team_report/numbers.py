"""Where each spoke stands: the table twin of the wheel, coverage or agreement, facets, change since the last round."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph

from assessment.domain.campaign import CampaignKind
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedAgreement, ReleasedCompetency, ReleasedFacet
from assessment.domain.wheel.group import as_profile
from assessment.drawing.report.charts import Swatch
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import WIDTH, style
from assessment.drawing.report.tables import Cell, columns, ruled_table
from assessment.drawing.report.text import safe
from assessment.drawing.team_report.value import TeamReport
from assessment.wording import agreement, coverage, scores, team_change, team_scores
from assessment.wording.footnotes import Footnotes
from assessment.wording.group_wheel_words import group_wheel_words

_LEVEL = 86.0
_NUMBER = 62.0


def numbers(report: TeamReport) -> list[Flowable]:
    """Flowables of the section."""
    return [*_standing(report), *_coverage(report), *_agreement(report), *_facets(report), *_changes(report)]


def _standing(report: TeamReport) -> list[Flowable]:
    language, framework, result = report.language, report.framework, report.result
    notes = Footnotes(language, result.k)
    spread = any(spoke.score.interval or spoke.score.middle_half for spoke in result.competencies)
    heads = [
        language.gettext("Competency"),
        language.gettext("Level"),
        language.gettext("Mean"),
        *((language.gettext("Range of the mean"), language.gettext("Middle half")) if spread else ()),
    ]
    numbers_wide = [_NUMBER, _NUMBER + 10, _NUMBER] if spread else [_NUMBER]
    widths = [WIDTH - _LEVEL - sum(numbers_wide), _LEVEL, *numbers_wide]
    lowest, marks = () if result.weakest is None else result.weakest.lowest, group_wheel_words(language)
    rows: list[list[Cell]] = [
        [
            _name(report, spoke, widths[0], mark=marks.mark(as_profile(result), spoke.competency)),
            Paragraph(safe(scores.band_name(language, framework, spoke.score.band)), style("cell")),
            _noted(team_scores.mean_text(language, spoke.score), notes, spoke.score.reason, "cell-number-strong"),
            *(_spread(report, spoke) if spread else ()),
        ]
        for spoke in result.competencies
    ]
    marked = [place for place, spoke in enumerate(result.competencies) if spoke.competency in lowest]
    return [
        PageBreak(),
        Heading(language.gettext("Where the team stands"), "h1", 0),
        Paragraph(safe(team_scores.standing_sentence(language, framework, result)), style("lead")),
        Paragraph(safe(team_scores.table_note(language, result)), style("note-gap")),
        ruled_table(heads, rows, widths, numbers_from=2, marked=marked),
        *_footnotes(notes),
    ]


def _spread(report: TeamReport, spoke: ReleasedCompetency) -> tuple[Paragraph, Paragraph]:
    """Range of the mean and middle half, a dash for what is not told."""
    score = spoke.score
    return (
        Paragraph(scores.range_text(report.language, score.interval), style("cell-number")),
        Paragraph(scores.range_text(report.language, score.middle_half), style("cell-number")),
    )


def _coverage(report: TeamReport) -> list[Flowable]:
    language, framework, result = report.language, report.framework, report.result
    if result.kind is not CampaignKind.THEMSELVES:
        return []
    notes = Footnotes(language, result.k)
    heads = [
        language.gettext("Competency"),
        language.gettext("The whole competency"),
        *(language.pick(facet.name) for facet in framework.facets),
    ]
    widths = _split(len(heads) - 1)
    rows = [_coverage_row(report, spoke, widths[0], notes) for spoke in result.competencies]
    lowest = team_scores.facets_sentence(language, framework, result)
    beside = language.gettext("Beside each word: the mean.") if lowest else ""
    notes_above = (coverage.coverage_note(language, framework), beside, lowest)
    start: list[Flowable] = [
        Heading(language.gettext("What the team covers"), "h2", 1),
        Paragraph(safe(coverage.coverage_sentence(language, framework, result)), style("body-gap")),
        Paragraph(safe(" ".join(part for part in notes_above if part)), style("note-gap")),
        ruled_table(heads, rows, widths),
    ]
    return [KeepTogether([*start, *_footnotes(notes)])]


def _coverage_row(report: TeamReport, spoke: ReleasedCompetency, width: float, notes: Footnotes) -> list[Cell]:
    language = report.language
    hidden = language.gettext("hidden")
    word = hidden if spoke.coverage is None else coverage.coverage_word(language, spoke.coverage)
    told = {facet.facet: facet for facet in spoke.facets}
    parts = [_part(report, told.get(facet.id), spoke, notes) for facet in report.framework.facets]
    return [_name(report, spoke, width), _noted(word, notes, spoke.coverage_hidden, "cell-strong"), *parts]


def _part(report: TeamReport, facet: ReleasedFacet | None, spoke: ReleasedCompetency, notes: Footnotes) -> Paragraph:
    """Coverage and mean of a facet, each as far as it is told."""
    language = report.language
    if facet is None:
        return _noted(language.gettext("hidden"), notes, spoke.coverage_hidden or spoke.score.reason, "cell")
    word = (
        language.gettext("hidden") if facet.coverage is None else coverage.part_coverage_word(language, facet.coverage)
    )
    mean = "" if facet.score.mean is None else f" {language.whole(facet.score.mean)}"
    return _noted(word, notes, facet.coverage_hidden or facet.score.reason, "cell", after=mean)


def _agreement(report: TeamReport) -> list[Flowable]:
    language, framework, result = report.language, report.framework, report.result
    told = [(spoke, spoke.agreement) for spoke in result.competencies if spoke.agreement is not None]
    if result.kind is CampaignKind.THEMSELVES or not told:
        return []
    measured = any(found.deviation is not None for _, found in told)
    heads = [
        language.gettext("Competency"),
        language.gettext("Agreement"),
        *((language.gettext("Mean distance, points of the scale"), "r*wg") if measured else ()),
    ]
    numbers_wide = [_NUMBER + 30, _NUMBER] if measured else []
    widths = [WIDTH - 110 - sum(numbers_wide), 110, *numbers_wide]
    rows: list[list[Cell]] = [
        [
            _name(report, spoke, widths[0]),
            Paragraph(safe(agreement.agreement_word(language, found)), style("cell-strong")),
            *(_measures(report, found) if measured else ()),
        ]
        for spoke, found in told
    ]
    start: list[Flowable] = [
        Heading(language.gettext("How closely you agree"), "h2", 1),
        Paragraph(safe(agreement.agreement_sentence(language, framework, result)), style("body-gap")),
        Paragraph(safe(agreement.agreement_note(language, result)), style("note-gap")),
        ruled_table(heads, rows, widths, numbers_from=2),
    ]
    return [KeepTogether(start)]


def _measures(report: TeamReport, found: ReleasedAgreement) -> tuple[Paragraph, Paragraph]:
    """Mean distance and r*wg, a dash for what is not told."""
    return (
        Paragraph(agreement.deviation_text(report.language, found), style("cell-number")),
        Paragraph(agreement.index_text(report.language, found), style("cell-number")),
    )


def _facets(report: TeamReport) -> list[Flowable]:
    language, framework, result = report.language, report.framework, report.result
    if result.kind is CampaignKind.THEMSELVES or not any(spoke.facets for spoke in result.competencies):
        return []  # means of facets stand beside their coverage
    notes = Footnotes(language, result.k)
    heads = [language.gettext("Competency"), *(language.pick(facet.name) for facet in framework.facets)]
    widths = _split(len(heads) - 1)
    rows: list[list[Cell]] = []
    for spoke in result.competencies:
        told = {facet.facet: facet.score for facet in spoke.facets}
        cells: list[Cell] = [
            _noted(team_scores.mean_text(language, told[facet.id]), notes, told[facet.id].reason, "cell-number")
            if facet.id in told
            else _noted(language.gettext("hidden"), notes, spoke.score.reason, "cell-number")
            for facet in framework.facets
        ]
        rows.append([_name(report, spoke, widths[0]), *cells])
    start: list[Flowable] = [
        Heading(language.gettext("By facet"), "h2", 1),
        Paragraph(safe(team_scores.facets_sentence(language, framework, result)), style("body-gap")),
        ruled_table(heads, rows, widths, numbers_from=1),
    ]
    return [KeepTogether([*start, *_footnotes(notes)])]


def _changes(report: TeamReport) -> list[Flowable]:
    language, framework, result = report.language, report.framework, report.result
    if not result.changes and result.changes_hidden is None:
        return []
    start: list[Flowable] = [
        Heading(team_change.change_heading(language, result), "h2", 1),
        Paragraph(safe(team_change.change_sentence(language, framework, result)), style("body-gap")),
    ]
    if not result.changes:
        return [KeepTogether(start)]
    heads = [
        language.gettext("Competency"),
        language.gettext("Then"),
        language.gettext("Now"),
        language.gettext("Change"),
        language.gettext("What can be shown"),
    ]
    widths = [WIDTH - 3 * 52 - 150, 52, 52, 52, 150]
    rows = [
        [
            _name(report, result.competency(change.competency), widths[0]),
            Paragraph(language.whole(change.earlier), style("cell-number")),
            Paragraph(language.whole(mean), style("cell-number-strong")),
            Paragraph(team_change.moved_text(change.earlier, mean), style("cell-number")),
            Paragraph(safe(team_change.change_word(language, change.change)), style("cell-number")),
        ]
        for change in result.changes
        if (mean := result.competency(change.competency).score.mean) is not None
    ]
    return [KeepTogether([*start, ruled_table(heads, rows, widths, numbers_from=1)])]


def _name(report: TeamReport, spoke: ReleasedCompetency, width: float, *, mark: str = "") -> Flowable:
    language = report.language
    name = language.pick(report.framework.competency(spoke.competency).name)
    lines: list[Flowable] = [Paragraph(safe(name), style("cell"))]
    if mark:
        lines.append(Paragraph(safe(mark), style("tag")))
    return columns([Swatch(report.hue(spoke.competency)), lines], [15, width - 24], gap=4)


def _noted(text: str, notes: Footnotes, reason: Reason | None, style_name: str, *, after: str = "") -> Paragraph:
    """A cell with the number of its footnote, and what follows in a quieter colour."""
    number = notes.number(reason)
    raised = f'<super size="7">{number}</super>' if number else ""
    quiet = f'<font color="#4a5663">{after}</font>' if after else ""
    return Paragraph(f"{safe(text)}{quiet}{raised}", style(style_name))


def _footnotes(notes: Footnotes) -> list[Flowable]:
    return [Paragraph(f"{note.number}&nbsp; {safe(note.sentence)}", style("note-gap")) for note in notes.list_notes()]


def _split(columns_after_name: int) -> Sequence[float]:
    """The name's column and equal ones after it."""
    each = min(84.0, WIDTH * 0.62 / columns_after_name)
    return [WIDTH - each * columns_after_name, *([each] * columns_after_name)]
