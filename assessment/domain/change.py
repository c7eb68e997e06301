"""Whether one person's scores really changed between two assessments, or only by chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import floor, sqrt

from assessment.domain.framework import Framework, Measurement
from assessment.domain.profile import Profile
from assessment.domain.shrinkage import shrink
from assessment.domain.weakest_link import SAME, find_lowest

REALLY = 1.96
"""Standard errors of the difference beyond which a change is real."""

PROBABLY = 1.645
"""Standard errors of the difference beyond which a change is probable."""

SHORTEST_GAP = timedelta(weeks=4)
"""Time between two assessments below which a comparison comes with a warning."""


class Change(StrEnum):
    """What can be said about the difference of two scores."""

    REALLY_BETTER = "really_better"
    PROBABLY_BETTER = "probably_better"
    NO_TELLING = "no_telling"
    PROBABLY_WORSE = "probably_worse"
    REALLY_WORSE = "really_worse"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a later score is held against: the score to expect without any change, and the error of the difference.

    ``regressed`` says that the competency was the weakest or strongest one, whose score moves back by itself.
    """

    score: float
    expected: float
    error: float
    regressed: bool


@dataclass(frozen=True, slots=True)
class CompetencyChange:
    """Change of one competency. ``reliable_change`` is in standard errors of the difference, from the baseline.

    ``later``, ``reliable_change`` and ``change`` are None when one of the two scores is missing, as is ``baseline``
    without an earlier one.
    """

    competency: str
    baseline: Baseline | None
    later: float | None
    reliable_change: float | None
    change: Change | None


def is_too_soon(earlier: date, later: date) -> bool:
    """Whether two assessments lie less than four weeks apart."""
    return later - earlier < SHORTEST_GAP


def measure_change(measurement: Measurement, earlier: Profile, later: Profile) -> tuple[CompetencyChange, ...]:
    """Change of every competency of one person, in the order of the framework.

    Raises ValueError unless both profiles are of the same framework, version and level.
    Source: scoring specification, section 7.
    """
    if (earlier.framework, earlier.version, earlier.level) != (later.framework, later.version, later.level):
        raise ValueError("only profiles of the same framework, version and level can be compared")
    baselines = _find_baselines(measurement, earlier)
    return tuple(
        _measure(spoke.competency, baselines.get(spoke.competency), spoke.score) for spoke in later.competencies
    )


def threshold_for_real_growth(framework: Framework, profile: Profile, competency: str) -> int | None:
    """The smallest later score, in whole points of 0-100, that will count as real growth.

    Strictly more than 1.96 standard errors above the score to expect without any change, and above the present score.
    None without a present score, or when even 100 would not be enough. Source: scoring specification, section 7.
    """
    baseline = _find_baselines(framework.measurement, profile).get(competency)
    if baseline is None:
        return None
    limit = max(baseline.expected + REALLY * baseline.error, baseline.score)
    threshold = floor(limit + SAME) + 1
    return threshold if threshold <= 100 else None


def judge_change(moved: float, observed: float, *, really: float = REALLY, probably: float = PROBABLY) -> Change:
    """Words for a change of ``moved`` from what was expected, held against two limits in the same unit.

    ``observed`` is the plain difference of the two scores: nothing is called better that did not rise, nor worse that
    did not fall, whatever was expected.
    """
    if moved > probably and observed > 0:
        return Change.REALLY_BETTER if moved > really else Change.PROBABLY_BETTER
    if moved < -probably and observed < 0:
        return Change.REALLY_WORSE if moved < -really else Change.PROBABLY_WORSE
    return Change.NO_TELLING


def find_extremes(scores: Mapping[str, float]) -> frozenset[str]:
    """The weakest and the strongest competencies, ties included: scores that move back by themselves."""
    highest = find_lowest({competency: -score for competency, score in scores.items()})
    return frozenset(find_lowest(scores) + highest)


def _find_baselines(measurement: Measurement, profile: Profile) -> dict[str, Baseline]:
    """Baselines of the competencies that have a score; the extremes are known only on a complete wheel."""
    scores = {spoke.competency: spoke.score for spoke in profile.competencies if spoke.score is not None}
    extremes = find_extremes(scores) if len(scores) == len(profile.competencies) else frozenset()
    sem = measurement.sem
    baselines = {
        competency: Baseline(score=score, expected=score, error=sqrt(2) * sem, regressed=False)
        for competency, score in scores.items()
    }
    if extremes:
        shrinkage = shrink(scores, dict.fromkeys(scores, sem), measurement.tau2)
        error = sem * sqrt(1 + shrinkage.rho)
        for competency in extremes:
            score = scores[competency]
            baselines[competency] = Baseline(score, shrinkage.expected(score), error, regressed=True)
    return baselines


def _measure(competency: str, baseline: Baseline | None, later: float | None) -> CompetencyChange:
    if baseline is None or later is None:
        return CompetencyChange(competency, baseline, later, reliable_change=None, change=None)
    reliable = (later - baseline.expected) / baseline.error
    return CompetencyChange(competency, baseline, later, reliable, judge_change(reliable, later - baseline.score))
