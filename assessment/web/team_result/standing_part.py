"""Where a team stands: the drawing of means and ranges, and the table with the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.web.result.standings import Axis, build_axis, per_cent
from assessment.web.team_result.rows import GroupRow, build_rows
from assessment.wording.footnotes import Footnote, Footnotes
from assessment.wording.scores import bands_sentence
from assessment.wording.team_scores import facets_sentence, standing_note, standing_sentence, table_note


@dataclass(frozen=True, slots=True)
class Standing:
    """The section; ``spread`` is whether ranges and quartiles are told of anything."""

    sentence: str
    note: str
    rows: tuple[GroupRow, ...]
    axis: Axis
    roll_at: str
    facets: tuple[str, ...]
    facets_sentence: str
    spread: bool
    caption: str
    notes: tuple[Footnote, ...]


def build_standing(
    language: Language, framework: Framework, result: TeamResult, address: Callable[[str], str]
) -> Standing:
    """``address`` gives the page of a competency id."""
    notes = Footnotes(language, result.k)
    rows = build_rows(language, framework, result, notes, address=address)
    return Standing(
        sentence=standing_sentence(language, framework, result),
        note=standing_note(language, result),
        rows=rows,
        axis=build_axis(language, framework),
        roll_at=per_cent(result.roll),
        facets=tuple(language.pick(facet.name) for facet in framework.facets),
        facets_sentence=facets_sentence(language, framework, result),
        spread=any(spoke.score.interval is not None for spoke in result.competencies),
        caption=f"{table_note(language, result)} {bands_sentence(language, framework)}",
        notes=notes.list_notes(),
    )
