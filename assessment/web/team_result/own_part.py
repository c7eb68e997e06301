"""The lead's own view of the team beside the members' result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.web.team_result.rows import GroupRow, build_rows
from assessment.wording.footnotes import Footnote, Footnotes
from assessment.wording.own_view import own_view_note, own_view_sentence
from assessment.wording.scores import score_text
from assessment.wording.team_change import moved_text


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One competency: the lead's score, the members' mean, how far the first is above the second.

    ``note`` is the number of the note that says why the members' mean is not told.
    """

    group: GroupRow
    own: str
    note: str
    apart: str


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The section. ``differences`` is whether the two may be subtracted: they were asked the same question."""

    sentence: str
    note: str
    rows: tuple[OwnRow, ...]
    differences: bool
    notes: tuple[Footnote, ...]


def build_own_part(
    language: Language,
    framework: Framework,
    result: TeamResult,
    own: Profile | None,
    address: Callable[[str], str],
) -> OwnPart | None:
    """None without a view of one's own."""
    if own is None:
        return None
    notes, same = Footnotes(language, result.k), result.level is own.level
    rows = build_rows(language, framework, result, Footnotes(language, result.k), address=address, own=own)
    return OwnPart(
        sentence=own_view_sentence(language, framework, result, own),
        note=own_view_note(language),
        rows=tuple(
            OwnRow(
                group=row,
                own=score_text(language, score),
                note=notes.number(spoke.score.reason),
                apart=_apart(spoke.score.mean, score) if same else "",
            )
            for row, spoke in zip(rows, result.competencies, strict=True)
            for score in (own.competency(spoke.competency).score,)
        ),
        differences=same,
        notes=notes.list_notes(),
    )


def _apart(theirs: float | None, mine: float | None) -> str:
    return "–" if theirs is None or mine is None else moved_text(theirs, mine)
