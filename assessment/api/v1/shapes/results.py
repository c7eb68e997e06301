"""The result as the interface shows it. All scores are 0-100 in full precision."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from assessment.api.v1.shapes.response_shape import Count, Moment, Score, described

Probability = Annotated[float, Field(ge=0, le=1)]


@described
class CompetencyResult(TypedDict):
    """The score of one competency; ``score``, ``interval`` and ``band`` are null where too few items are rated."""

    id: str
    name: str
    block: str | None
    score: Score | None
    interval: Annotated[list[Score], Field(min_length=2, max_length=2)] | None
    """Score ± 1.96 standard errors, cut to 0-100."""
    band: str | None
    items: Count
    applicable: Count
    """Items less those answered not_applicable."""
    rated: Count
    """Items with a point of the scale."""
    partial: bool
    """Whether fewer than 80 % of the applicable items are rated."""
    facets: dict[str, Score | None]
    """Null where fewer than three items of the facet are rated."""


@described
class Weakest(TypedDict):
    """How sure the weakest link is."""

    verdict: Literal["named", "candidates", "even", "insufficient"]
    competencies: list[str]
    """Those the verdict names; none when it is even or insufficient."""
    probabilities: dict[str, Probability]
    """That a competency is truly the lowest. Empty when the verdict is insufficient."""


@described
class BlockerShape(TypedDict):
    """An item that keeps a lowest competency from its next band: its present value, and the one needed."""

    item: str
    competency: str
    facet: str | None
    value: int
    needed: int


@described
class Result(TypedDict):
    """A scored assessment. ``roll`` is the lowest score; it, ``mean`` and ``balance`` are null when one is missing."""

    framework: str
    version: str
    level: str
    locale: str
    submitted_at: Moment
    competencies: list[CompetencyResult]
    roll: Score | None
    mean: Score | None
    balance: Annotated[float, Field(ge=0, le=1)] | None
    """Roll divided by mean."""
    weakest: Weakest
    blockers: list[BlockerShape]
