"""Where a step fits: whole weeks from the start of a plan, filled up to the hours a person has in each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Protocol

from assessment.domain.development_plan import PlanTerms

WEEK = timedelta(days=7)


class Timed(Protocol):
    """Anything that takes hours from a first day to a last."""

    @property
    def hours(self) -> float: ...

    @property
    def start(self) -> date: ...

    @property
    def due(self) -> date: ...


class Schedule:
    """Weekly loads of a plan. A step spreads its hours evenly over the weeks it touches.

    Hours are counted as exact fractions, so that three steps of a third of the limit fill a week to the brim.
    """

    def __init__(self, terms: PlanTerms, steps: Iterable[Timed] = ()) -> None:
        self._terms = terms
        self._limit = _exact(terms.weekly_hours)
        self._loads = [Fraction(0)] * terms.weeks
        for step in steps:
            self.hold(step)

    def hold(self, step: Timed) -> None:
        """Fill the weeks that a step touches; weeks outside the plan's do not matter."""
        first, last = self._week_of(step.start), self._week_of(step.due)
        rate = _exact(step.hours) / (last - first + 1)
        for week in range(max(first, 0), min(last + 1, len(self._loads))):
            self._loads[week] += rate

    def weeks_for(self, hours: float, weeks: int) -> int:
        """How many weeks a step lasts: those it is meant for, or more where the weekly hours are too few."""
        return max(weeks, ceil(_exact(hours) / self._limit), 1)

    def find_start(self, hours: float, weeks: int, not_before: date) -> date | None:
        """First day of the earliest week from which the step fits into the weekly hours and ends within the plan.

        ``weeks`` is what ``weeks_for`` gave. None where it fits nowhere.
        """
        rate = _exact(hours) / weeks
        earliest = max(-((self._terms.start - not_before) // WEEK), 0)
        for first in range(earliest, len(self._loads) - weeks + 1):
            if all(load + rate <= self._limit for load in self._loads[first : first + weeks]):
                return self._terms.start + first * WEEK
        return None

    def _week_of(self, day: date) -> int:
        """Number of the plan's week a day lies in, 0 for the first; negative before the start."""
        return (day - self._terms.start) // WEEK


def last_day(start: date, weeks: int) -> date:
    """Last day of a step that lasts so many whole weeks."""
    return start + weeks * WEEK - timedelta(days=1)


def weeks_between(start: date, due: date) -> int:
    """How many weeks a step lasts from its first day to its last, a week that was begun counted whole."""
    return ceil(((due - start).days + 1) / 7)


def _exact(hours: float) -> Fraction:
    """Hours as they are written in decimals: 0.1 is a tenth."""
    return Fraction(str(hours))
