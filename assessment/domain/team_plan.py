"""The development plan of a team: what a step asks to be done, and who sees to it, when, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Text


class TeamStepKind(StrEnum):
    """What a step is: an action of the bank, one of three answers to a gap, or the team's own."""

    ACTION = "action"
    LEARNING = "learning"
    EXPERT_SUPPORT = "expert_support"
    WORKSHOP = "workshop"
    OWN = "own"


class Gap(StrEnum):
    """What a step answers that no action of the bank does, the most pressing first.

    A competency that nobody works in on their own; one that hangs on one person; one about which opinions differ;
    one with thin topics.
    """

    OPEN = "open"
    ONE_PERSON = "one_person"
    DIFFER = "differ"
    THIN = "thin"


@dataclass(frozen=True, slots=True)
class TeamTask:
    """What a step asks to be done, before it has dates. ``id`` is unique in a framework and result.

    ``gap`` and ``statements`` (ids, the ones to begin with first) belong to tasks that answer a gap: their texts are
    empty here and are made where they are told. ``band`` is an action's. ``hours`` are those of whoever sees to it,
    ``weeks`` how long they are spread; ``after`` names actions that must come earlier.
    """

    id: str
    kind: TeamStepKind
    competency: str | None
    hours: float
    weeks: int
    facet: str | None = None
    band: str | None = None
    gap: Gap | None = None
    statements: tuple[str, ...] = ()
    title: Text | None = None
    how: Text | None = None
    evidence: Text | None = None
    courses: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamStep:
    """A task with its dates. ``due`` is the last day.

    ``owner`` is a name or a role, empty for nobody; ``owner_id`` stands for the member whose name it is, and alone for
    one who is not in the team any more. ``progress`` is 0-100 while the step is in work;
    ``done_on`` says that it is done. ``fixed``: somebody set it, so that re-planning leaves it alone.
    """

    task: TeamTask
    hours: float
    weeks: int
    start: date
    due: date
    owner: str = ""
    owner_id: str | None = None
    progress: int = 0
    done_on: date | None = None
    note: str = ""
    fixed: bool = False

    @property
    def id(self) -> str:
        return self.task.id

    @property
    def percent(self) -> int:
        """How far the step is, 0-100; what was said before it was done does not count any more."""
        return 100 if self.done_on is not None else self.progress

    @property
    def mark(self) -> str:
        """Changes when anything does that people can change: a form that shows another mark is out of date."""
        told = (self.id, self.hours, self.start, self.due, self.owner, self.progress, self.done_on, self.note)
        return _mark(told)

    @property
    def is_settled(self) -> bool:
        """Whether somebody did, wrote, chose or promised something about it, so that re-planning leaves it alone."""
        touched = self.owner or self.owner_id or self.note or self.progress
        return self.done_on is not None or self.fixed or self.task.kind is TeamStepKind.OWN or bool(touched)


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """Steps in the order of their start."""

    terms: PlanTerms
    steps: tuple[TeamStep, ...]

    @property
    def terms_mark(self) -> str:
        """Changes when the terms do."""
        return _mark((self.terms.start, self.terms.weekly_hours, self.terms.weeks, self.terms.at_most))

    @property
    def percent(self) -> int:
        """How far the whole plan is, 0-100, every step weighed by its hours; 0 without steps."""
        hours = sum(step.hours for step in self.steps)
        return int(sum(step.percent * step.hours for step in self.steps) / hours + 0.5) if hours else 0


def _mark(told: tuple[object, ...]) -> str:
    return sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()[:16]
