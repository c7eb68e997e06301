"""What changed in a team since an earlier campaign, in words."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.change import Change
from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedChange, TeamResult
from assessment.languages import Language
from assessment.wording.names import short_names_inside
from assessment.wording.suppressed import hidden_sentence

_UP = (Change.REALLY_BETTER, Change.PROBABLY_BETTER)
_DOWN = (Change.REALLY_WORSE, Change.PROBABLY_WORSE)


def change_word(language: Language, change: Change | None) -> str:
    """The verdict in a table: "Really better"; "Too few answers to tell" without one."""
    if change is None:
        return language.gettext("Too few answers to tell")
    return {
        Change.REALLY_BETTER: language.gettext("Really better"),
        Change.PROBABLY_BETTER: language.gettext("Probably better"),
        Change.NO_TELLING: language.gettext("Cannot be told from chance"),
        Change.PROBABLY_WORSE: language.gettext("Probably worse"),
        Change.REALLY_WORSE: language.gettext("Really worse"),
    }[change]


def change_heading(language: Language, result: TeamResult) -> str:
    """What the section is about: "What changed since 12 May 2026"."""
    if result.changes_since is None:
        return language.gettext("What has changed since the last campaign")
    return language.gettext("What changed since %(date)s", date=language.date(result.changes_since))


def change_sentence(language: Language, framework: Framework, result: TeamResult) -> str:
    """What rose and what fell, where it can be told; why rounds may not be compared. Empty without an earlier one."""
    if result.changes_hidden is Reason.SAYS_TOO_MUCH:
        return language.gettext(
            "A change is shown where both campaigns show a competency as a number. There is no such competency here."
        )
    if result.changes_hidden is not None:
        return hidden_sentence(language, result.changes_hidden, result.k)
    if not result.changes:
        return ""
    sentences = [
        _list(language, framework, change_word(language, verdict), _with(result.changes, verdict))
        for verdict in (*_UP, *_DOWN)
    ]
    told = " ".join(sentence for sentence in sentences if sentence)
    return told or language.gettext("No change that could be told from chance.")


def change_note(language: Language, result: TeamResult) -> str:
    """How a change is judged; empty where none is told."""
    if not result.changes:
        return ""
    return language.gettext(
        "The lowest and the highest mean move back a little by themselves; for them the change counts from what was to "
        "be expected. “Really” is beyond 95 cases of 100, “probably” beyond 90. The level of the team is compared, "
        "people who came and left included."
    )


def moved_text(earlier: float, now: float) -> str:
    """The difference of two means as they are shown, with its sign: "+12", "−7", "0"."""
    moved = int(now + 0.5) - int(earlier + 0.5)
    return f"+{moved}" if moved > 0 else f"−{-moved}" if moved < 0 else "0"


def _with(changes: Sequence[ReleasedChange], verdict: Change) -> list[str]:
    return [change.competency for change in changes if change.change is verdict]


def _list(language: Language, framework: Framework, word: str, competencies: Sequence[str]) -> str:
    if not competencies:
        return ""
    names = short_names_inside(language, framework, competencies)
    return language.gettext("%(word)s: %(names)s.", word=word, names=names)
