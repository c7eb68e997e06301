"""Frameworks as the interface shows them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from assessment.api.v1.shapes.response_shape import Count, described


@described
class FrameworkSummary(TypedDict):
    """The latest version of a framework."""

    id: str
    version: str
    title: str
    """In the language of Accept-Language if the framework has it, otherwise in its first one."""
    levels: list[str]
    locales: list[str]
    items: Count
    """Items of all levels together."""


@described
class FrameworkList(TypedDict):
    """All published frameworks, by id."""

    frameworks: list[FrameworkSummary]


@described
class NamedThing(TypedDict):
    """A block or a facet."""

    id: str
    name: str


@described
class CompetencyText(TypedDict):
    """A competency: one spoke of the wheel."""

    id: str
    name: str
    block: str | None
    definition: str


@described
class PointText(TypedDict):
    """A point of a scale; ``anchor`` is null where the point has no words of its own."""

    value: int
    anchor: str | None


@described
class ScaleText(TypedDict):
    """The scale of a facet's items; ``facet`` is null where one scale serves all items."""

    facet: str | None
    points: list[PointText]


@described
class ItemText(TypedDict):
    """A statement to rate."""

    id: str
    competency: str
    facet: str | None
    topic: str | None
    text: str
    reversed: bool
    """Whether a high answer lowers the score."""
    weight: Annotated[float, Field(gt=0)]


@described
class FrameworkDetail(TypedDict):
    """One level of a framework in one language; competencies clockwise, items in the order asked."""

    id: str
    version: str
    title: str
    level: str
    locale: str
    blocks: list[NamedThing]
    competencies: list[CompetencyText]
    facets: list[NamedThing]
    scales: list[ScaleText]
    items: list[ItemText]
