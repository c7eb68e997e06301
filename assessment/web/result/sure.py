"""How sure the weakest link is: one bar of 100, a list of what matters, and the steps behind the percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.shrinkage import shrink
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.web.result.belief_formulas import belief_formulas
from assessment.web.result.formulas import Formula, exact
from assessment.wording.names import short_name
from assessment.wording.probability import Share, probability_sentence, probability_shares

_SEAM = 0.5
"""Per cent of the bar left open between two parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the bar: where it begins and how long it is, in per cent. ``hue`` is None for the rest."""

    hue: int | None
    start: str
    length: str


@dataclass(frozen=True, slots=True)
class Line:
    """A competency, or the rest together, with its share of 100."""

    hue: int | None
    name: str
    share: str


@dataclass(frozen=True, slots=True)
class Belief:
    """One row of the calculation: observed score, expected score, probability of being lowest."""

    hue: int
    name: str
    score: str
    expected: str
    share: str


@dataclass(frozen=True, slots=True)
class Sure:
    """Everything under "How sure is this?"."""

    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    sentence: str
    formulas: tuple[Formula, ...]
    beliefs: tuple[Belief, ...]


def build_sure(language: Language, framework: Framework, profile: Profile) -> Sure | None:
    """None while a spoke has no score."""
    chances = profile.weakest.probabilities
    if not chances:
        return None
    shares = probability_shares(language, framework, profile.weakest)
    scores = {spoke.competency: spoke.score for spoke in profile.competencies if spoke.score is not None}
    sem = framework.measurement.sem
    shrinkage = shrink(scores, dict.fromkeys(scores, sem), framework.measurement.tau2)
    return Sure(
        parts=cut_bar(framework, shares),
        lines=tuple(Line(_hue(framework, share), share.name, share.text) for share in shares),
        sentence=probability_sentence(language, framework, profile),
        formulas=belief_formulas(language, framework.measurement, scores, shrinkage),
        beliefs=tuple(
            Belief(
                hue=hue_of(framework, spoke),
                name=short_name(language, framework, spoke),
                score=exact(language, score),
                expected=exact(language, shrinkage.expected(score)),
                share=language.decimal(100 * chances[spoke], 1),
            )
            for spoke, score in scores.items()
        ),
    )


def _hue(framework: Framework, share: Share) -> int | None:
    """The hue of one competency; None for several together."""
    return hue_of(framework, share.competencies[0]) if len(share.competencies) == 1 else None


def cut_bar(framework: Framework, shares: Sequence[Share]) -> tuple[Part, ...]:
    """The shares from left to right with seams between them."""
    parts = []
    start = 0.0
    for share in shares:
        parts.append(_part(_hue(framework, share), start, 100 * share.share))
        start += 100 * share.share
    return tuple(parts)


def _part(hue: int | None, start: float, length: float) -> Part:
    seam = _SEAM if start + length < 100 - _SEAM else 0.0
    return Part(hue, f"{start:.1f}%", f"{max(length - seam, 0.2):.1f}%")
