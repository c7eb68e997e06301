"""What the team covers, as marks with words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.campaign import CampaignKind
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedCompetency, TeamResult
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.wording.coverage import coverage_note, coverage_sentence, coverage_word, part_coverage_word
from assessment.wording.footnotes import Footnote, Footnotes

_MARKS = {Coverage.COVERED: "full", Coverage.ONE_PERSON: "half", Coverage.OPEN: "open"}
_PART_MARKS = {PartCoverage.COVERED: "full", PartCoverage.THIN: "half"}


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """``mark`` is full, half, open or hidden; ``note`` the number of the note that says why it is hidden."""

    name: str
    mark: str
    word: str
    note: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One competency: the whole of it, then its facets."""

    hue: int
    name: str
    url: str
    whole: CoverageCell
    facets: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """The section: what it says, the table that shows it, and the notes of hidden cells.

    There are no rows where every cell would be hidden: the sentence then says why.
    """

    sentence: str
    caption: str
    facets: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    notes: tuple[Footnote, ...]


def build_coverage(
    language: Language, framework: Framework, result: TeamResult, address: Callable[[str], str]
) -> CoveragePart | None:
    """None for ratings of the team, which have no coverage."""
    if result.kind is not CampaignKind.THEMSELVES:
        return None
    notes = Footnotes(language, result.k)
    rows = tuple(
        CoverageRow(
            hue=hue_of(framework, spoke.competency),
            name=language.pick(framework.competency(spoke.competency).name),
            url=address(spoke.competency),
            whole=whole_cell(language, spoke, notes),
            facets=_facet_cells(language, framework, spoke, notes),
        )
        for spoke in result.competencies
    )
    if all(cell.mark == "hidden" for row in rows for cell in (row.whole, *row.facets)):
        return CoveragePart(_why_hidden(language, result), "", (), (), ())
    return CoveragePart(
        sentence=coverage_sentence(language, framework, result),
        caption=coverage_note(language, framework),
        facets=tuple(language.pick(facet.name) for facet in framework.facets),
        rows=rows,
        notes=notes.list_notes(),
    )


def part_cell(
    language: Language, name: str, coverage: PartCoverage | None, reason: Reason | None, notes: Footnotes
) -> CoverageCell:
    """A facet's or a topic's coverage under ``name``, or that it is hidden."""
    if coverage is None:
        return _hidden_cell(language, name, reason, notes)
    return CoverageCell(name, _PART_MARKS[coverage], part_coverage_word(language, coverage), "")


def whole_cell(language: Language, spoke: ReleasedCompetency, notes: Footnotes) -> CoverageCell:
    """A competency's coverage, or that it is hidden."""
    name = language.gettext("The whole competency")
    if spoke.coverage is None:
        return _hidden_cell(language, name, spoke.coverage_hidden or spoke.score.reason, notes)
    return CoverageCell(name, _MARKS[spoke.coverage], coverage_word(language, spoke.coverage), "")


def _why_hidden(language: Language, result: TeamResult) -> str:
    wholes = Footnotes(language, result.k)
    for spoke in result.competencies:
        wholes.number(spoke.coverage_hidden or spoke.score.reason)
    return " ".join([language.gettext("None of it can be shown."), *(note.sentence for note in wholes.list_notes())])


def _facet_cells(
    language: Language, framework: Framework, spoke: ReleasedCompetency, notes: Footnotes
) -> tuple[CoverageCell, ...]:
    told = {facet.facet: facet for facet in spoke.facets}
    cells = []
    for facet in framework.facets:
        name, own = language.pick(facet.name), told.get(facet.id)
        if own is None:
            cells.append(_hidden_cell(language, name, spoke.coverage_hidden or spoke.score.reason, notes))
        else:
            cells.append(part_cell(language, name, own.coverage, own.coverage_hidden or own.score.reason, notes))
    return tuple(cells)


def _hidden_cell(language: Language, name: str, reason: Reason | None, notes: Footnotes) -> CoverageCell:
    return CoverageCell(name, "hidden", language.gettext("hidden"), notes.number(reason))
