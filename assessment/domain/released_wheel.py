"""The wheel's figures and the weakest link of a group, worked out from what is told of its spokes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from assessment.domain.framework import Framework
from assessment.domain.group_profile import GroupProfile
from assessment.domain.group_score import GroupScore
from assessment.domain.profile import WeakestLink
from assessment.domain.result_basis import least_error
from assessment.domain.suppression.agreement import round_mean
from assessment.domain.team_result import ReleasedCompetency
from assessment.domain.weakest_link import find_weakest_link


@dataclass(frozen=True, slots=True)
class ReleasedWheel:
    """Roll, mean (0-100, one decimal), balance and weakest link; None all where a spoke is not told as a number."""

    roll: float | None = None
    mean: float | None = None
    balance: float | None = None
    weakest: WeakestLink | None = None


def release_wheel(framework: Framework, profile: GroupProfile, spokes: Sequence[ReleasedCompetency]) -> ReleasedWheel:
    """The figures follow from the means as they are told, so they tell nothing new.

    The verdict rests on the standard errors too. Where spread may not be told they count as no smaller than
    measurement alone makes them: a sure verdict on means that lie close together would tell that people agree.
    """
    means = {spoke.competency: spoke.score.mean for spoke in spokes if spoke.score.mean is not None}
    if len(means) < len(spokes):
        return ReleasedWheel()
    roll, average = min(means.values()), fsum(means.values()) / len(means)
    spread = {spoke.competency: spoke.score.interval is not None for spoke in spokes}
    errors = {spoke: _error(framework, profile.competency(spoke).score, spread=spread[spoke]) for spoke in means}
    weakest = find_weakest_link(means, errors, framework.measurement.tau2)
    return ReleasedWheel(
        roll=roll,
        mean=round_mean(average),
        balance=roll / average if average > 0 else None,
        weakest=weakest if all(spread.values()) else replace(weakest, probabilities={}),
    )


def _error(framework: Framework, score: GroupScore, *, spread: bool) -> float:
    error = score.standard_error or 0.0
    return round(error, 2) if spread else max(error, least_error(framework.measurement, score.counted))
