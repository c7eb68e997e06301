"""The wheel's figures of a team, and which is its weakest link."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import Verdict
from assessment.domain.team_result import TeamResult
from assessment.domain.wheel.group import as_profile
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.web.result.figures import Figures
from assessment.web.result.sure import Part, cut_bar
from assessment.wording.probability import probability_shares
from assessment.wording.scores import balance_note, balance_text
from assessment.wording.team_probability import team_probability_sentence
from assessment.wording.team_scores import team_mean_note, team_roll_note


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A competency, or the rest together, with its share of 100. ``hue`` is None for the rest."""

    hue: int | None
    name: str
    share: str


@dataclass(frozen=True, slots=True)
class Weakest:
    """Which is the weakest link; ``parts`` and ``lines`` are empty where probabilities are not told."""

    heading: str
    parts: tuple[Part, ...]
    lines: tuple[ShareLine, ...]
    sentence: str


def build_figures(language: Language, framework: Framework, result: TeamResult) -> Figures:
    """The roll first, mean and balance beside it; nothing but the reason where there is no roll."""
    profile = as_profile(result)
    return Figures(
        roll="" if result.roll is None else language.whole(result.roll),
        roll_note=team_roll_note(language, framework, result),
        mean="" if result.mean is None else language.whole(result.mean),
        mean_note=team_mean_note(language, result),
        balance=balance_text(language, profile),
        balance_note=balance_note(language),
        formulas=(),
    )


def build_weakest(language: Language, framework: Framework, result: TeamResult) -> Weakest | None:
    """None where no weakest link can be looked for."""
    if result.weakest is None:
        return None
    shares = probability_shares(language, framework, result.weakest)
    named = result.weakest.verdict is Verdict.NAMED
    return Weakest(
        heading=language.gettext("How sure is this?") if named else language.gettext("Which is the weakest link?"),
        parts=cut_bar(framework, shares),
        lines=tuple(
            ShareLine(
                hue_of(framework, share.competencies[0]) if len(share.competencies) == 1 else None,
                share.name,
                share.text,
            )
            for share in shares
        ),
        sentence=team_probability_sentence(language, framework, result),
    )
