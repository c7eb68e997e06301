"""Numbers of the facets near the rim, and the words above them in the lowest spoke."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import atan2, cos, degrees, hypot, radians, sin

from assessment.domain.wheel.angles import point, score_radius
from assessment.domain.wheel.facets import FacetPart
from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import Box, Role, Text
from assessment.domain.wheel.text_widths import text_width

NO_SCORE = "–"
_DIGIT, _LETTER, _CAPITAL = 0.58, 0.52, 0.75
"""Usual width of a digit and of a letter, height of a digit, as shares of the type size: for placing, not fitting."""
_DROP = 0.36
"""From the middle of a number down to its baseline, as a share of its size."""
_SIZES = (1, 0.86, 0.75)
_CLEAR = 1.5
_WORD_UP, _NUMBER_DOWN, _PAIR_HALF = 3.0, 13.0, 14.5
"""A word over its number: from their middle up and down to the baselines, and half their height."""


def whole(score: float) -> str:
    """A score as people see it: halves go up."""
    return str(int(score + 0.5))


def write_facets(measures: Measures, parts: Sequence[FacetPart], lowest: Collection[int]) -> tuple[Text, ...]:
    """Numbers of all parts in one size; words in the first lowest spoke where the form has them and they fit.

    Numbers are left out altogether where even the smallest size does not fit into the narrowest part.
    """
    for share in _SIZES:
        size = measures.facet_size * share
        numbers = [_write_number(measures, part, size) for part in parts]
        if all(_fits(measures, part, _number_box(text)) for part, text in zip(parts, numbers, strict=True)):
            return _with_words(measures, parts, numbers, min(lowest, default=None))
    return ()


def _write_number(measures: Measures, part: FacetPart, size: float) -> Text:
    text, turn = NO_SCORE if part.score is None else whole(part.score), radians(part.middle)
    half = len(text) * _DIGIT * size / 2 * abs(cos(turn)) + _CAPITAL * size / 2 * abs(sin(turn))
    radius, on_fill = _place_number(measures, part, half)
    x, y = point(measures, radius, part.middle)
    role = Role.FACET_SCORE_ON_FILL if on_fill else Role.FACET_SCORE
    return Text(role, text, x, y + _DROP * size, size, spoke=part.spoke)


def _place_number(measures: Measures, part: FacetPart, half: float) -> tuple[float, bool]:
    """Radius of a number's middle, and whether it stands on the fill; ``half`` is its half height along the radius.

    It touches the rim from inside; where the fill reaches it, it moves into the fill. It steps aside for lines.
    """
    fill = score_radius(measures, part.score or 0)
    at_rim = measures.rim - measures.facet_gap - half
    if at_rim - half > fill + 1:
        return _step_aside(part, half, at_rim, fill + 1 + half, measures.rim - 3 - half), False
    in_fill = fill - measures.facet_gap_on_fill - half
    return _step_aside(part, half, in_fill, measures.hub + half, fill - 2 - half), True


def _step_aside(part: FacetPart, half: float, wanted: float, low: float, high: float) -> float:
    """The radius nearest to the wanted one, from low to high, where no line crosses the number; else the wanted one."""
    if _is_clear(part, half, wanted):
        return wanted
    beside = [radius + way * (line + _CLEAR + half) for radius, line in part.crossing for way in (1, -1)]
    for radius in sorted(beside, key=lambda choice: abs(choice - wanted)):
        if low <= radius <= high and _is_clear(part, half, radius):
            return radius
    return wanted


def _is_clear(part: FacetPart, half: float, radius: float) -> bool:
    return all(abs(radius - at) >= half + line + _CLEAR - 1e-9 for at, line in part.crossing)


def _with_words(
    measures: Measures, parts: Sequence[FacetPart], numbers: Sequence[Text], spoke: int | None
) -> tuple[Text, ...]:
    """The numbers, those of the spoke with their words above if all its words fit."""
    size = measures.facet_word_size
    if size is None or spoke is None:
        return tuple(numbers)
    pairs = {
        place: _write_pair(measures, part, size, numbers[place])
        for place, part in enumerate(parts)
        if part.spoke == spoke
    }
    if not all(pairs.values()):
        return tuple(numbers)
    return tuple(text for place, number in enumerate(numbers) for text in pairs.get(place) or (number,))


def _write_pair(measures: Measures, part: FacetPart, size: float, number: Text) -> tuple[Text, ...]:
    """Word and number as two lines near the rim; nothing where they would touch the fill, a line or a neighbour."""
    turn = radians(part.middle)
    widest = max(len(part.name) * _LETTER * size, len(number.text) * _DIGIT * number.size)
    half = widest / 2 * abs(cos(turn)) + _PAIR_HALF * abs(sin(turn))
    x, y = point(measures, measures.rim - measures.facet_gap - half, part.middle)
    width = max(text_width(part.name, size), text_width(number.text, number.size, bold=True))
    top = y - _WORD_UP - _CAPITAL * size
    box = Box(x - width / 2, top, width, y + _NUMBER_DOWN - top)
    reach = max([score_radius(measures, part.score or 0), *(at + line for at, line in part.crossing)])
    if not _fits(measures, part, box, above=reach + _CLEAR):
        return ()
    return (
        Text(Role.FACET_NAME, part.name, x, y - _WORD_UP, size, spoke=part.spoke),
        Text(Role.FACET_SCORE, number.text, x, y + _NUMBER_DOWN, number.size, spoke=part.spoke),
    )


def _number_box(text: Text) -> Box:
    width, height = text_width(text.text, text.size, bold=True), _CAPITAL * text.size
    return Box(text.x - width / 2, text.y - height, width, height)


def _fits(measures: Measures, part: FacetPart, box: Box, above: float = 0) -> bool:
    """Whether all corners lie in the part, inside the rim and outside the radius ``above``."""
    half, across = (part.end - part.start) / 2, box.x + box.width / 2 - measures.cx
    radius, reach = hypot(across, box.y + box.height / 2 - measures.cy), hypot(box.width, box.height) / 2
    if reach <= radius * sin(radians(min(half, 90))) and above + reach <= radius <= measures.rim - reach:
        return True  # even the circle around the box does
    return all(
        abs((degrees(atan2(y, x)) - part.middle + 180) % 360 - 180) <= half and above <= hypot(x, y) <= measures.rim
        for x, y in _corners(measures, box)
    )


def _corners(measures: Measures, box: Box) -> tuple[tuple[float, float], ...]:
    """Seen from the wheel's centre."""
    left, top = box.x - measures.cx, box.y - measures.cy
    right, bottom = left + box.width, top + box.height
    return (left, top), (right, top), (left, bottom), (right, bottom)
