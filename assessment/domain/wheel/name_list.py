"""Names of many spokes, or of long names: numbers at the rim, the names in a list below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, radians, sin

from assessment.domain.wheel.angles import middle_angle, point
from assessment.domain.wheel.label import Drawn, Label, LabelWords, draw_label, fit_label, list_shapes, make_label
from assessment.domain.wheel.measures import Measures, WheelForm
from assessment.domain.wheel.parts import Anchor, Box, Role, Text
from assessment.domain.wheel.text_widths import text_width

_COLUMNS = {WheelForm.WIDE: (3, 2, 1), WheelForm.NARROW: (2, 1)}
_EDGE = 2
_ROW_GAP = 22
_OUTSIDE = 6
"""From a bracket, or from the name on it, out to a number at the rim."""
_BELOW = 24
_DROP = 0.36


def place_in_list(form: WheelForm, measures: Measures, words: Sequence[LabelWords], *, block_names: bool) -> Drawn:
    """Numbers outside the brackets (and outside the names of blocks, if any), and the labels below in columns."""
    inner = _inner_radius(measures, block_names=block_names)
    numbers = [_draw_number(measures, word, inner, middle_angle(word.spoke, len(words))) for word in words]
    top = measures.cy + inner + _height(measures) + _BELOW
    return Drawn.join([*numbers, *_draw_list(form, measures, words, top)])


def list_top(measures: Measures, *, block_names: bool) -> float:
    """The y that must be visible above a wheel with numbers at its rim."""
    return measures.cy - _inner_radius(measures, block_names=block_names) - _height(measures)


def _inner_radius(measures: Measures, *, block_names: bool) -> float:
    return (measures.block_bottom + 3 if block_names else measures.bracket_outer) + _OUTSIDE


def _height(measures: Measures) -> float:
    """Of a number's box, which is drawn where the number is a flag."""
    return 1.5 * measures.level_size


def _draw_number(measures: Measures, words: LabelWords, inner: float, angle: float) -> Drawn:
    """A number whose box touches the circle of the inner radius from outside."""
    text, size, turn = str(words.spoke + 1), measures.level_size, radians(angle)
    width, height = text_width(text, size, bold=True) + 0.8 * size, _height(measures)
    x, y = point(measures, inner + width / 2 * abs(cos(turn)) + height / 2 * abs(sin(turn)), angle)
    role = Role.SPOKE_NUMBER_ON_FLAG if words.flag else Role.SPOKE_NUMBER
    flags = (Box(x - width / 2, y - height / 2, width, height, words.spoke),) if words.flag else ()
    return Drawn(flags=flags, texts=(Text(role, text, x, y + _DROP * size, size, spoke=words.spoke),))


def _draw_list(form: WheelForm, measures: Measures, words: Sequence[LabelWords], top: float) -> list[Drawn]:
    columns, labels = _fit_columns(form, measures, words)
    drawn: list[Drawn] = []
    first = top + measures.bar_above
    for start in range(0, len(labels), columns):
        row = [
            draw_label(label, Anchor.START, _EDGE + column * measures.width / columns, first, flag_above=False)
            for column, label in enumerate(labels[start : start + columns])
        ]
        lowest = max(box.y + box.height for piece in row for box in (*piece.bars, *piece.flags))
        first = lowest + _ROW_GAP + measures.bar_above
        drawn += row
    return drawn


def _fit_columns(form: WheelForm, measures: Measures, words: Sequence[LabelWords]) -> tuple[int, list[Label]]:
    """As many columns as all labels fit into; in a single one a label may stick out of the form."""
    numbered = [replace(word, name=f"{word.spoke + 1}\u00a0\u00a0{word.name}") for word in words]
    for columns in _COLUMNS[form]:
        room = measures.width / columns - measures.bar - measures.bar_gap - 4 * _EDGE
        labels = [fit_label(measures, word, room) for word in numbered]
        fitting = [label for label in labels if label is not None and label.flag_width <= room + measures.bar]
        if len(fitting) == len(numbered):
            return columns, fitting
    return 1, [make_label(measures, word, list_shapes(word)[-1], level=True) for word in numbered]
