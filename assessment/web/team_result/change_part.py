"""What changed since an earlier campaign, as rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.change import Change
from assessment.domain.framework import Framework
from assessment.domain.team_result import ReleasedChange, TeamResult
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.wording.team_change import (
    change_heading,
    change_note,
    change_sentence,
    change_word,
    moved_text,
)

_TOLD = {Change.REALLY_BETTER, Change.PROBABLY_BETTER, Change.REALLY_WORSE, Change.PROBABLY_WORSE}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One competency then and now. ``told`` is whether the verdict says more than that it cannot be told."""

    hue: int
    name: str
    earlier: str
    now: str
    moved: str
    verdict: str
    told: bool
    url: str


@dataclass(frozen=True, slots=True)
class ChangePart:
    """The section; without rows the sentence says why rounds may not be compared."""

    heading: str
    sentence: str
    caption: str
    rows: tuple[ChangeRow, ...]


def build_change(
    language: Language, framework: Framework, result: TeamResult, address: Callable[[str], str]
) -> ChangePart | None:
    """None without an earlier campaign."""
    sentence = change_sentence(language, framework, result)
    if not sentence:
        return None
    means = {spoke.competency: spoke.score.mean for spoke in result.competencies}
    return ChangePart(
        heading=change_heading(language, result),
        sentence=sentence,
        caption=change_note(language, result),
        rows=tuple(
            _build_row(language, framework, change, mean, address)
            for change in result.changes
            if (mean := means[change.competency]) is not None
        ),
    )


def _build_row(
    language: Language, framework: Framework, change: ReleasedChange, now: float, address: Callable[[str], str]
) -> ChangeRow:
    return ChangeRow(
        hue=hue_of(framework, change.competency),
        name=language.pick(framework.competency(change.competency).name),
        earlier=language.whole(change.earlier),
        now=language.whole(now),
        moved=moved_text(change.earlier, now),
        verdict=change_word(language, change.change),
        told=change.change in _TOLD,
        url=address(change.competency),
    )
