"""A small wheel without words, to stand beside others: what it says is said below it and in its title."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.wheel import WheelForm
from assessment.domain.wheel.angles import point, score_radius, seam_angle
from assessment.domain.wheel.measures import MEASURES, Measures
from assessment.domain.wheel.parts import Arc, Line, Sector
from assessment.languages import Language
from assessment.web.svg_paths import arcs_path, lines_path, number, sector_path
from assessment.wording.wheel_words import wheel_sentence

_MEASURES = MEASURES[WheelForm.NARROW]
_MARGIN = 8
_RIM_INSET = 2
"""Degrees that the mark of a lowest spoke is shorter at each end."""


@dataclass(frozen=True, slots=True)
class SmallSpoke:
    """Track and fill of a spoke; ``fill`` is empty without a score and at 0, ``rim`` for all but the lowest ones.

    Where no spoke is lower than another none has a rim: a mark on all of them would mark nothing.
    """

    hue: int
    track: str
    fill: str
    rim: str


@dataclass(frozen=True, slots=True)
class SmallWheel:
    """A wheel of tracks, fills, marks and its roll; ``id`` makes names in it unique on the page."""

    id: str
    sentence: str
    view_box: str
    measures: Measures
    spokes: tuple[SmallSpoke, ...]
    seams: str
    roll: str
    roll_text: str


def make_small_wheel(language: Language, framework: Framework, profile: Profile, wheel_id: str) -> SmallWheel:
    """The wheel of a profile at the size of a thumb; one fill for each spoke, to its score."""
    measures, count = _MEASURES, len(profile.competencies)
    side = measures.weak_rim + _MARGIN
    return SmallWheel(
        id=wheel_id,
        sentence=wheel_sentence(language, framework, profile),
        view_box=" ".join(map(number, (measures.cx - side, measures.cy - side, 2 * side, 2 * side))),
        measures=measures,
        spokes=tuple(_spoke(profile, place, count) for place in range(count)),
        seams=lines_path(_seam(measures, seam_angle(place, count)) for place in range(count)),
        roll="" if profile.roll is None else number(score_radius(measures, profile.roll)),
        roll_text="" if profile.roll is None else language.whole(profile.roll),
    )


def find_standing_out(profile: Profile) -> tuple[str, ...]:
    """The lowest spokes; none where all are equal or some have no score."""
    lowest = profile.weakest.lowest
    return lowest if len(lowest) < len(profile.competencies) else ()


def _spoke(profile: Profile, place: int, count: int) -> SmallSpoke:
    score, stands_out = profile.competencies[place], find_standing_out(profile)
    start, end = seam_angle(place, count), seam_angle(place + 1, count)
    fill = None
    if score.score:
        fill = Sector(place, start, end, _MEASURES.hub, score_radius(_MEASURES, score.score))
    rim = Arc(place, _MEASURES.weak_rim, start + _RIM_INSET, end - _RIM_INSET)
    return SmallSpoke(
        hue=place,
        track=sector_path(_MEASURES, Sector(place, start, end, _MEASURES.hub, _MEASURES.rim)),
        fill="" if fill is None else sector_path(_MEASURES, fill),
        rim=arcs_path(_MEASURES, [rim]) if score.competency in stands_out else "",
    )


def _seam(measures: Measures, angle: float) -> Line:
    return Line(*point(measures, measures.hub - 2, angle), *point(measures, measures.rim + 1, angle))
