"""The development plan: which actions, in which order, within the hours and weeks a person has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class StepKind(StrEnum):
    """A step is an action of the bank or the person's own."""

    ACTION = "action"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """What a person can give: hours a week, weeks from ``start``, and how many open steps at most."""

    start: date
    weekly_hours: float = 3.0
    weeks: int = 12
    at_most: int = 5

    @classmethod
    def from_next_monday(cls, today: date, *, weekly_hours: float = 3.0, weeks: int = 12) -> PlanTerms:
        """Terms that start on the next Monday after ``today``: three hours a week for twelve weeks unless given."""
        return cls(start=today + timedelta(days=7 - today.weekday()), weekly_hours=weekly_hours, weeks=weeks)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step with its dates. ``id`` is unique in the plan: the action's id, or ``own-1``, ``own-2``, ...

    ``due`` is the last day. Texts of an own step are the same in every language. ``note`` is what the person wrote as
    evidence. ``fixed`` means that the person set the dates, so that re-planning leaves them alone.
    """

    id: str
    kind: StepKind
    competency: str | None
    facet: str | None
    title: Mapping[str, str]
    how: Mapping[str, str]
    evidence: Mapping[str, str]
    hours: float
    weeks: int
    start: date
    due: date
    courses: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    done_on: date | None = None
    note: str = ""
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class DevelopmentPlan:
    """Steps in the order of their start. ``next_bottleneck`` is the competency the simulator finds weakest after them.

    None where the wheel stands incomplete.
    """

    terms: PlanTerms
    steps: tuple[PlanStep, ...]
    next_bottleneck: str | None

    @property
    def hours(self) -> float:
        return sum(step.hours for step in self.steps)

    @property
    def weeks(self) -> int:
        """Whole weeks from the first step's start to the last step's end, a started one counted; 0 without steps."""
        if not self.steps:
            return 0
        days = max(step.due for step in self.steps) - min(step.start for step in self.steps)
        return days.days // 7 + 1

    @property
    def repeat_on(self) -> date:
        """First day of the week for repeating the assessment: the plan's last, or the one after the last step."""
        last_week = self.terms.start + timedelta(weeks=self.terms.weeks - 1)
        ends = [(step.due - self.terms.start).days // 7 + 1 for step in self.steps]
        return max(last_week, self.terms.start + timedelta(weeks=max(ends, default=0)))
