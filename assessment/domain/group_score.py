"""One figure of a group: the mean of its people's scores, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import quantiles

from assessment.domain.scoring import interval_around
from assessment.domain.student_t import t_quantile

SMALLEST_GROUP = 2
"""Scores from which there is a mean of a group: one score is a person's, and one alone has no spread."""

TWO_SIDED_95 = 0.975
"""Probability below the upper end of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class GroupScore:
    """A mean over people, 0-100. Everything but the counts is None with fewer than two scores.

    ``interval`` is mean ± t·standard error with Student's t of 95 %, cut to 0-100. ``middle_half`` are the lower and
    upper quartile of the people's scores. ``counted`` people have a score, ``left_out`` answered too little for one.
    Whether any of it may be shown is not said here.
    """

    mean: float | None
    standard_error: float | None
    interval: tuple[float, float] | None
    middle_half: tuple[float, float] | None
    counted: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Census:
    """A group that rates itself is a finite one: ``members`` people in all, ``sem`` the error of one person's score."""

    members: int
    sem: float


def group_score(scores: Sequence[float | None], census: Census | None = None) -> GroupScore:
    """Mean, error, interval and quartiles of people's scores (0-100, None: not enough answers), in any order.

    With a census (people rate themselves): ``SE² = (s²/n)(1 − n/N) + (n/N)·sem²/n``, so that only measurement error is
    left when everybody answered. Without one (people rate one thing): ``SE² = s²/n``. The latter is also an upper
    bound for the former wherever ``sem`` is unknown, because s² holds the measurement error already.
    Raises ValueError for more scores than members. Source: scoring specification, section 5; finite population
    correction: Cochran, Sampling Techniques (1977), 2.6.
    """
    known = sorted(score for score in scores if score is not None)
    n, left_out = len(known), len(scores) - len(known)
    if census is not None and n > census.members:
        raise ValueError(f"{n} scores from a group of {census.members}")
    if n < SMALLEST_GROUP:
        return GroupScore(None, None, None, None, counted=n, left_out=left_out)
    mean = min(max(fsum(known) / n, known[0]), known[-1])
    variance = fsum((score - mean) ** 2 for score in known) / (n - 1)
    error = sqrt(_squared_error(variance, n, census))
    lower, _, upper = quantiles(known, n=4, method="inclusive")
    return GroupScore(
        mean=mean,
        standard_error=error,
        interval=interval_around(mean, t_quantile(TWO_SIDED_95, n - 1) * error),
        middle_half=(lower, upper),
        counted=n,
        left_out=left_out,
    )


def _squared_error(variance: float, n: int, census: Census | None) -> float:
    if census is None:
        return variance / n
    answered = n / census.members
    return variance / n * (1 - answered) + answered * census.sem**2 / n
