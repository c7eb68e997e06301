"""Whether a group's scores changed from one campaign to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from assessment.domain.change import Baseline, Change, find_extremes, judge_change
from assessment.domain.cohort_change import FEWEST_COMPARED, FEWEST_JUDGED, TWO_SIDED_90
from assessment.domain.framework import Measurement
from assessment.domain.group_profile import GroupKind, GroupProfile
from assessment.domain.group_score import TWO_SIDED_95, GroupScore
from assessment.domain.shrinkage import Shrinkage, shrink
from assessment.domain.student_t import t_quantile


@dataclass(frozen=True, slots=True)
class WaveChange:
    """Change of one competency between two waves, in points of 0-100.

    ``later`` is held against ``baseline`` (the earlier mean, or what to expect after the weakest and the strongest
    competency have moved back by themselves); ``interval`` is the 95 % interval of later − expected. They are None
    with fewer than five scores in one of the waves, and ``change``, the verdict, with fewer than eight.
    """

    competency: str
    baseline: Baseline | None
    later: float | None
    interval: tuple[float, float] | None
    change: Change | None


def measure_waves(measurement: Measurement, earlier: GroupProfile, later: GroupProfile) -> tuple[WaveChange, ...]:
    """Change of every competency of a group, in the order of the framework.

    Nobody knows who answered both times, so nothing is paired and every doubt counts against a change:

    - ``SE² = SE1² + SE2²`` as if the waves were independent. People who answer twice carry their leniency along, which
      makes the true error of the difference smaller.
    - Self-ratings get ``+ 2·a1·a2`` with ``a² = SE² − sem²/N``, the part of the error that comes from those who did not
      answer. When other members of the same team answer each time, the two samples err in opposite directions; by
      Cauchy-Schwarz it cannot be worse than this. When everybody answered both times the term is 0.
    - Student's t has ``min(n1, n2) − 1`` degrees of freedom: those of the paired test, and the fewest that independent
      samples can have.
    - The weakest and the strongest competency of the earlier wave are held against ``mu_c`` of the specification's
      section 3, and ``rho·SE1²`` stands in place of ``SE1²``; for one person that is the formula of section 7.

    "Really" is beyond 95 %, "probably" beyond 90 %. A change says how the group's level differs, people who came and
    left included. Raises ValueError unless both profiles are of the same framework, version and level.
    Source: scoring specification, sections 3, 5 and 7; degrees of freedom: Mickey and Brown (1966), Annals of
    Mathematical Statistics 37.
    """
    if (earlier.framework, earlier.version, earlier.level) != (later.framework, later.version, later.level):
        raise ValueError("only profiles of the same framework, version and level can be compared")
    shrinkage = _find_shrinkage(measurement, earlier)
    return tuple(
        _measure(measurement, earlier, later, competency.competency, shrinkage.get(competency.competency))
        for competency in earlier.competencies
    )


def _find_shrinkage(measurement: Measurement, profile: GroupProfile) -> Mapping[str, Shrinkage]:
    """How far the weakest and the strongest competencies are believed; the extremes are known on a whole wheel only."""
    scores = {spoke.competency: spoke.score for spoke in profile.competencies}
    means = {spoke: score.mean for spoke, score in scores.items() if score.mean is not None}
    errors = {spoke: score.standard_error for spoke, score in scores.items() if score.standard_error is not None}
    if len(means) < len(scores):
        return {}
    return dict.fromkeys(find_extremes(means), shrink(means, errors, measurement.tau2))


def _measure(
    measurement: Measurement, earlier: GroupProfile, later: GroupProfile, spoke: str, shrinkage: Shrinkage | None
) -> WaveChange:
    first, second = earlier.competency(spoke).score, later.competency(spoke).score
    fewest = min(first.counted, second.counted)
    if fewest < FEWEST_COMPARED or first.mean is None or second.mean is None:
        return WaveChange(spoke, None, None, None, None)
    expected = first.mean if shrinkage is None else shrinkage.expected(first.mean)
    rho = 1.0 if shrinkage is None else shrinkage.rho
    error = sqrt(
        rho * _squared_error(first)
        + _squared_error(second)
        + 2 * _absence(measurement, earlier, first) * _absence(measurement, later, second)
    )
    moved = second.mean - expected
    really, probably = (t_quantile(level, fewest - 1) * error for level in (TWO_SIDED_95, TWO_SIDED_90))
    verdict = judge_change(moved, second.mean - first.mean, really=really, probably=probably)
    return WaveChange(
        competency=spoke,
        baseline=Baseline(first.mean, expected, error, regressed=shrinkage is not None),
        later=second.mean,
        interval=(moved - really, moved + really),
        change=verdict if fewest >= FEWEST_JUDGED else None,
    )


def _absence(measurement: Measurement, profile: GroupProfile, score: GroupScore) -> float:
    """The part of a standard error that members without a score cause, ``√((s²/n)(1 − n/N))``; 0 for ratings of one."""
    if profile.kind is GroupKind.RATING_OF_ONE:
        return 0.0
    return sqrt(max(0.0, _squared_error(score) - measurement.sem**2 / profile.members))


def _squared_error(score: GroupScore) -> float:
    return (score.standard_error or 0.0) ** 2
