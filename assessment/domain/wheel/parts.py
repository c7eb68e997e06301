"""What a wheel is drawn of. Coordinates grow to the right and down; angles are degrees clockwise from 3 o'clock.

Nothing here has a colour: a part says what it is and, where it belongs to one, the position of its spoke from 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.wheel.measures import Measures, WheelForm


class Role(StrEnum):
    """What a text on a wheel is."""

    NAME = "name"
    SCORE = "score"
    NO_SCORE = "no_score"
    FLAG = "flag"
    FACET_SCORE = "facet_score"
    FACET_SCORE_ON_FILL = "facet_score_on_fill"
    FACET_NAME = "facet_name"
    AXIS = "axis"
    ROLL = "roll"
    ROLL_WORD = "roll_word"
    SPOKE_NUMBER = "spoke_number"
    SPOKE_NUMBER_ON_FLAG = "spoke_number_on_flag"


class Anchor(StrEnum):
    """Which point of a text its x is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


TIGHTER = 0.01
"""Scores are set that much closer after each digit, as a share of their size."""

BOLD_ROLES = frozenset(Role) - {Role.NO_SCORE, Role.FACET_NAME, Role.AXIS, Role.ROLL_WORD}


@dataclass(frozen=True, slots=True)
class Sector:
    """A piece of a ring from ``inner`` to ``outer`` radius, clockwise from ``start`` to ``end``."""

    spoke: int
    start: float
    end: float
    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class Arc:
    """A line along the circle of that radius, clockwise."""

    spoke: int
    radius: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Bracket:
    """An arc at the outer radius whose two ends turn in to the inner one."""

    start: float
    end: float
    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text with its baseline at y. ``tail`` follows it in a smaller, quieter type after a gap."""

    role: Role
    text: str
    x: float
    y: float
    size: float
    anchor: Anchor = Anchor.MIDDLE
    spoke: int | None = None
    tail: str = ""
    tail_size: float = 0
    tail_gap: float = 0


@dataclass(frozen=True, slots=True)
class ArcText:
    """A text whose baseline is the circle of that radius, centred at an angle.

    Letters point outwards, or inwards where ``flipped`` (below the centre, so that they stand upright).
    """

    text: str
    radius: float
    angle: float
    size: float
    flipped: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``spoke`` says whose hue bar or flag it is."""

    x: float
    y: float
    width: float
    height: float
    spoke: int | None = None


@dataclass(frozen=True, slots=True)
class Spoke:
    """A competency on the wheel; ``words`` say it in a line: "Strategy 48, Developing", a lowest one with its flag."""

    position: int
    competency: str
    words: str
    lowest: bool


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel ready to paint; fields stand in the order of painting, each layer over the ones before it.

    A hatched fill is one whose spoke is lowest. ``bands`` and ``boxes`` are a group's alone: areas of spokes that are
    told as a band, lightly hatched, and frames that hold the middle half of the people. ``guides`` and ``roll`` are
    radii around the centre of the measures; ``roll`` is None without one. ``facet_names`` go clockwise in each spoke;
    empty if no spoke is divided. ``view`` is what must be visible, at least the form's own width and height.
    """

    form: WheelForm
    measures: Measures
    view: Box
    spokes: tuple[Spoke, ...]
    facet_names: tuple[str, ...]
    tracks: tuple[Sector, ...]
    guides: tuple[float, ...]
    bands: tuple[Sector, ...]
    fills: tuple[Sector, ...]
    cuts: tuple[Line, ...]
    seams: tuple[Line, ...]
    roll: float | None
    scores: tuple[Arc, ...]
    boxes: tuple[Sector, ...]
    facets: tuple[Text, ...]
    axis: tuple[Text, ...]
    weak_rims: tuple[Arc, ...]
    brackets: tuple[Bracket, ...]
    block_names: tuple[ArcText, ...]
    hub: float
    hub_texts: tuple[Text, ...]
    bars: tuple[Box, ...]
    flags: tuple[Box, ...]
    labels: tuple[Text, ...]

    @property
    def width(self) -> float:
        return self.view.width

    @property
    def height(self) -> float:
        return self.view.height
