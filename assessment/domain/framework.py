"""A framework: the questionnaire as data. Competencies are spokes, items are rated on scales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from assessment.domain.actions import Action
from assessment.domain.courses import Course, Resource

Text = Mapping[str, str]
"""The same text in every language of the framework: ``{"en": "...", "ru": "..."}``."""


class Level(StrEnum):
    """Whom an assessment is about."""

    INDIVIDUAL = "individual"
    TEAM = "team"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class ScalePoint:
    """One value that can be chosen. ``anchor`` is None where a scale has words on some points only."""

    value: int
    anchor: Text | None


@dataclass(frozen=True, slots=True)
class Scale:
    """The anchored scale of the items that name it. Points are in ascending order, at least two.

    ``facet`` is the facet the anchors were written for, None where a scale serves all items.
    """

    id: str
    level: Level
    facet: str | None
    prompt: Text | None
    points: tuple[ScalePoint, ...]

    @property
    def minimum(self) -> int:
        return self.points[0].value

    @property
    def maximum(self) -> int:
        return self.points[-1].value

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(point.value for point in self.points)

    def anchor_at(self, value: int) -> Text | None:
        """Words of one point; None where this point has none. Raises KeyError off the scale."""
        for point in self.points:
            if point.value == value:
                return point.anchor
        raise KeyError(value)


@dataclass(frozen=True, slots=True)
class Block:
    """A bracket outside the wheel that holds neighbouring competencies together."""

    id: str
    name: Text
    short: Text


@dataclass(frozen=True, slots=True)
class Competency:
    """A spoke. ``why`` says why it holds the others back when it is the weakest, ``without`` the same in a line."""

    id: str
    block: str | None
    name: Text
    short: Text
    definition: Text
    why: Text
    without: Text


@dataclass(frozen=True, slots=True)
class Facet:
    """A part of every competency, such as knowledge, experience, skill."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Item:
    """A statement to rate. A reversed item counts by 100 minus its value; ``weight`` is above 0."""

    id: str
    level: Level
    competency: str
    facet: str | None
    topic: str | None
    text: Text
    scale: str
    reversed: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Band:
    """A range of scores 0-100 that starts at ``lower`` and ends where the next one starts."""

    id: str
    name: Text
    lower: float


@dataclass(frozen=True, slots=True)
class Stage:
    """A maturity stage of an organisation, from ``lower`` (0-100) up to the next one."""

    number: int
    name: Text
    lower: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """Constants of a framework version: error of one person's score, spread of true scores between competencies.

    ``sem`` is in points of 0-100, ``tau2`` its square's unit; both are provisional until
    ``provisional_until`` people have answered. ``items_per_action`` and ``points_per_action`` are the
    assumption behind "what if": a finished action lifts that many of the lowest-rated items of its facet by that
    many scale points.
    """

    sem: float
    tau2: float
    provisional_until: int
    items_per_action: int
    points_per_action: int


@dataclass(frozen=True, slots=True)
class ConsistencyPair:
    """Two items of one level that say nearly the same; far-apart answers are a sign of carelessness."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    code: str
    term: Text
    definition: Text


@dataclass(frozen=True)
class Framework:
    """One published version of a framework: three to twelve competencies, and everything that belongs to them.

    Orders are those of the bank files: competencies clockwise on the wheel, bands and stages ascending, items as
    asked. ``id`` and ``version`` name it; a published version never changes.
    """

    id: str
    version: str
    published: date
    title: Text
    description: Text
    locales: tuple[str, ...]
    levels: tuple[Level, ...]
    blocks: tuple[Block, ...]
    competencies: tuple[Competency, ...]
    facets: tuple[Facet, ...]
    scales: tuple[Scale, ...]
    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    stages: tuple[Stage, ...]
    measurement: Measurement
    consistency_pairs: tuple[ConsistencyPair, ...]
    actions: tuple[Action, ...]
    courses: tuple[Course, ...]
    resources: tuple[Resource, ...]
    glossary: tuple[Term, ...]
    disclaimer: Text

    def items_of(self, level: Level, competency: str | None = None) -> tuple[Item, ...]:
        """Items of a level in the order asked, all of them or those of one competency."""
        if competency is None:
            return self._items_of_level.get(level, ())
        return self._items_of_spoke.get((level, competency), ())

    def competency(self, competency_id: str) -> Competency:
        """Raises KeyError for an unknown id, as do item, facet, scale, band, action, course and resource."""
        return self._competencies_by_id[competency_id]

    def item(self, item_id: str) -> Item:
        return self._items_by_id[item_id]

    def find_item(self, level: Level, item_id: str) -> Item | None:
        """The item of that id if the level has it."""
        item = self._items_by_id.get(item_id)
        return item if item is not None and item.level == level else None

    def facet(self, facet_id: str) -> Facet:
        return self._facets_by_id[facet_id]

    def scale_of(self, item: Item) -> Scale:
        return self._scales_by_id[item.scale]

    def band(self, band_id: str) -> Band:
        return self._bands_by_id[band_id]

    def band_at(self, score: float) -> Band:
        """The band that a score of 0-100 falls into."""
        return next(band for band in reversed(self.bands) if score >= band.lower or band is self.bands[0])

    def band_above(self, score: float) -> Band | None:
        """The band after the one of this score, None in the highest."""
        return next((band for band in self.bands[1:] if score < band.lower), None)

    def action(self, action_id: str) -> Action:
        return self._actions_by_id[action_id]

    def course(self, course_id: str) -> Course:
        return self._courses_by_id[course_id]

    def resource(self, resource_id: str) -> Resource:
        return self._resources_by_id[resource_id]

    @cached_property
    def _competencies_by_id(self) -> dict[str, Competency]:
        return {competency.id: competency for competency in self.competencies}

    @cached_property
    def _items_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def _items_of_level(self) -> dict[Level, tuple[Item, ...]]:
        return {level: tuple(item for item in self.items if item.level == level) for level in self.levels}

    @cached_property
    def _items_of_spoke(self) -> dict[tuple[Level, str], tuple[Item, ...]]:
        return {
            (level, competency.id): tuple(item for item in items if item.competency == competency.id)
            for level, items in self._items_of_level.items()
            for competency in self.competencies
        }

    @cached_property
    def _facets_by_id(self) -> dict[str, Facet]:
        return {facet.id: facet for facet in self.facets}

    @cached_property
    def _scales_by_id(self) -> dict[str, Scale]:
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def _bands_by_id(self) -> dict[str, Band]:
        return {band.id: band for band in self.bands}

    @cached_property
    def _actions_by_id(self) -> dict[str, Action]:
        return {action.id: action for action in self.actions}

    @cached_property
    def _courses_by_id(self) -> dict[str, Course]:
        return {course.id: course for course in self.courses}

    @cached_property
    def _resources_by_id(self) -> dict[str, Resource]:
        return {resource.id: resource for resource in self.resources}
