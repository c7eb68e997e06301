"""How far the terms, dates, hours and texts of a plan may go, and which competencies its steps may help."""

from __future__ import annotations

from datetime import date, timedelta

from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.refusals import OutOfRange

LONGEST_NAME = 100
LONGEST_TITLE = 150
LONGEST_TEXT = 1000
LONGEST_NOTE = 4000
MOST_OWN_STEPS = 20

_YEAR = timedelta(days=366)
_LONGEST_STEP = timedelta(days=731)


def check_terms(terms: PlanTerms, today: date) -> None:
    """Half an hour to forty hours a week, 1 to 52 weeks, 1 to 12 steps, a start within a year of today.

    Raises OutOfRange that names the field.
    """
    _check("weekly_hours", terms.weekly_hours, 0.5, 40.0)
    _check("weeks", terms.weeks, 1, 52)
    _check("at_most", terms.at_most, 1, 12)
    if not today - _YEAR <= terms.start <= today + _YEAR:
        raise OutOfRange("start", today - _YEAR, today + _YEAR)


def check_hours(field: str, hours: float) -> None:
    """A quarter of an hour to a thousand hours for one step. Raises OutOfRange."""
    _check(field, hours, 0.25, 1000.0)


def check_competency(framework: Framework, competency: str | None) -> None:
    """One of the framework's, or None for none in particular. Raises OutOfRange."""
    known = [spoke.id for spoke in framework.competencies]
    if competency is not None and competency not in known:
        raise OutOfRange("competency", known[0], known[-1])


def check_dates(start: date, due: date, today: date) -> None:
    """A start within a year of today, and a last day up to two years after it. Raises OutOfRange."""
    if not today - _YEAR <= start <= today + _YEAR:
        raise OutOfRange("start", today - _YEAR, today + _YEAR)
    if not start <= due <= start + _LONGEST_STEP:
        raise OutOfRange("due", start, start + _LONGEST_STEP)


def _check(field: str, number: float, lower: float, upper: float) -> None:
    """Refuses what is not a number, too."""
    if not lower <= number <= upper:
        raise OutOfRange(field, lower, upper)
