"""What a course changed in the people who were assessed before and after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import stdev

from assessment.domain.change import Change, judge_change, measure_change
from assessment.domain.framework import Measurement
from assessment.domain.group_score import TWO_SIDED_95
from assessment.domain.profile import Profile
from assessment.domain.student_t import t_quantile

FEWEST_COMPARED = 5
"""People on each side of a comparison below which nothing at all is said."""

FEWEST_JUDGED = 8
"""People on each side of a comparison below which there is no verdict."""

TWO_SIDED_90 = 0.95
"""Probability below the upper end of a 90 % interval."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people became really better, cannot be told from chance, became really worse."""

    better: int
    no_telling: int
    worse: int


@dataclass(frozen=True, slots=True)
class CohortChange:
    """Change of one competency over the complete pairs; ``dropped_out`` people have no later score.

    ``difference`` is the mean of later − earlier in points of 0-100, ``interval`` its 95 % interval, ``effect`` d_av
    with Hedges' correction (None where nobody differs from anybody), ``people`` the counts. All of them are None under
    five pairs, and ``change``, the verdict, under eight.
    """

    competency: str
    pairs: int
    dropped_out: int
    difference: float | None
    interval: tuple[float, float] | None
    effect: float | None
    people: Counts | None
    change: Change | None


def measure_cohort(
    measurement: Measurement, cohort: Sequence[tuple[Profile, Profile | None]]
) -> tuple[CohortChange, ...]:
    """Change of every competency of people assessed before and, unless they dropped out, after (None).

    A person without an earlier score of a competency belongs neither to its pairs nor to those who dropped out. Really
    better and worse people are those of ``measure_change``; the verdict is the paired t test at 95 % ("really") and
    90 % ("probably"). ``d_av`` is the mean difference over the mean of both standard deviations, times
    ``1 − 3/(4(n − 1) − 1)``. Raises ValueError unless all profiles are of the same framework, version and level.
    Source: scoring specification, section 7; Lakens (2013), doi 10.3389/fpsyg.2013.00863.
    """
    profiles = [profile for pair in cohort for profile in pair if profile is not None]
    if len({(profile.framework, profile.version, profile.level) for profile in profiles}) > 1:
        raise ValueError("only profiles of the same framework, version and level can be compared")
    words = [
        {} if later is None else {of.competency: of.change for of in measure_change(measurement, earlier, later)}
        for earlier, later in cohort
    ]
    spokes = [spoke.competency for spoke in cohort[0][0].competencies] if cohort else []
    return tuple(_measure(spoke, cohort, [of_person.get(spoke) for of_person in words]) for spoke in spokes)


def _measure(
    competency: str, cohort: Sequence[tuple[Profile, Profile | None]], words: Sequence[Change | None]
) -> CohortChange:
    scores = [
        (earlier.competency(competency).score, None if later is None else later.competency(competency).score)
        for earlier, later in cohort
    ]
    pairs = [(before, after) for before, after in scores if before is not None and after is not None]
    n, dropped_out = len(pairs), sum(before is not None and after is None for before, after in scores)
    if n < FEWEST_COMPARED:
        return CohortChange(competency, n, dropped_out, None, None, None, None, None)
    moves = [after - before for before, after in pairs]
    difference = fsum(moves) / n
    error = stdev(moves) / sqrt(n)
    really, probably = (t_quantile(level, n - 1) * error for level in (TWO_SIDED_95, TWO_SIDED_90))
    verdict = judge_change(difference, difference, really=really, probably=probably)
    return CohortChange(
        competency=competency,
        pairs=n,
        dropped_out=dropped_out,
        difference=difference,
        interval=(difference - really, difference + really),
        effect=_effect(pairs, difference),
        people=_count(words),
        change=verdict if n >= FEWEST_JUDGED else None,
    )


def _effect(pairs: Sequence[tuple[float, float]], difference: float) -> float | None:
    spread = (stdev(before for before, _ in pairs) + stdev(after for _, after in pairs)) / 2
    return difference / spread * (1 - 3 / (4 * (len(pairs) - 1) - 1)) if spread > 0 else None


def _count(words: Sequence[Change | None]) -> Counts:
    """Only "really" counts as telling; people without a pair have no word and are not counted."""
    counts = Counter(word for word in words if word is not None)
    better, worse = counts[Change.REALLY_BETTER], counts[Change.REALLY_WORSE]
    return Counts(better=better, no_telling=counts.total() - better - worse, worse=worse)
