"""The development plan as the interface shows it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from assessment.api.v1.shapes.response_shape import Count, Day, described

Hours = Annotated[float, Field(ge=0)]


@described
class CourseText(TypedDict):
    """A type of course; ``provider`` and ``url`` are null until the administrator names them."""

    id: str
    kind: str
    title: str
    provider: str | None
    url: str | None


@described
class ResourceText(TypedDict):
    """Something to read."""

    id: str
    kind: str
    title: str
    authors: str
    year: int | None


@described
class Step(TypedDict):
    """One step of the plan; ``due`` is its last day."""

    id: str
    competency: str | None
    facet: str | None
    action: str | None
    """Id of the framework's action; null for a step of the person's own."""
    title: str
    how: str
    hours: Hours
    weeks: Count
    start: Day
    due: Day
    evidence: str
    """What will show that the step is done."""
    done_on: Day | None
    note: str
    """What the person wrote about it."""
    courses: list[CourseText]
    resources: list[ResourceText]


@described
class Plan(TypedDict):
    """Steps in the order of their start, within the hours a week and the weeks the person has."""

    start: Day
    weekly_hours: Hours
    weeks: Count
    at_most: Count
    """Open steps at most."""
    next_bottleneck: str | None
    """The competency that would be the weakest after these steps; null where the wheel stands incomplete."""
    steps: list[Step]
