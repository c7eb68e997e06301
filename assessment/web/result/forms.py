"""What the address of a "what if" asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from assessment.domain.framework import Framework, Level
from assessment.domain.what_if import Place

_MOVE = re.compile(r"([^:]+):([^:]*):([+-]?\d{1,3})")


@dataclass(frozen=True, slots=True)
class Wishes:
    """Actions thought finished and facets thought moved by scale points, never by 0."""

    actions: tuple[str, ...] = ()
    moves: Mapping[Place, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.actions and not self.moves

    def query(self) -> str:
        """The shortest query of an address that asks for the same, empty for nothing."""
        moves = [move_value(place, points) for place, points in self.moves.items()]
        return urlencode([*(("action", action) for action in self.actions), *(("move", move) for move in moves)])


def move_value(place: Place, points: int) -> str:
    """A move as it stands in an address: ``design:experience:2``."""
    competency, facet = place
    return f"{competency}:{facet or ''}:{points}"


def read_wishes(framework: Framework, level: Level, sent: MultiDict[str, str]) -> Wishes:
    """What is asked and makes sense; anything else in the address is passed over, for addresses outlive plans."""
    known = {action.id for action in framework.actions if action.level == level}
    chosen = dict.fromkeys(action for action in sent.getlist("action") if action in known)
    return Wishes(tuple(chosen), dict(_read_moves(framework, level, sent)))


def places_of(framework: Framework, competency_id: str) -> tuple[Place, ...]:
    """What can be moved of a competency: its facets, or all of it where the framework has none."""
    if not framework.facets:
        return ((competency_id, None),)
    return tuple((competency_id, facet.id) for facet in framework.facets)


def most_points(framework: Framework, level: Level, place: Place) -> int:
    """From one end to the other of the longest scale of a place; 0 where nothing is asked."""
    scales = {
        item.scale: framework.scale_of(item)
        for item in framework.items_of(level, place[0])
        if place[1] is None or item.facet == place[1]
    }
    return max((len(scale.points) - 1 for scale in scales.values()), default=0)


def _read_moves(framework: Framework, level: Level, sent: MultiDict[str, str]) -> Iterator[tuple[Place, int]]:
    known = {place for spoke in framework.competencies for place in places_of(framework, spoke.id)}
    for value in sent.getlist("move"):
        match = _MOVE.fullmatch(value)
        if match is None:
            continue
        place = (match[1], match[2] or None)
        points = int(match[3])
        if place in known and points and abs(points) <= most_points(framework, level, place):
            yield place, points
