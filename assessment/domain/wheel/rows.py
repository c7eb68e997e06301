"""Places of the labels above and below a narrow wheel."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from assessment.domain.wheel.label import Drawn, Label, LabelWords, draw_label, list_shapes, make_label
from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import Anchor

_EDGE = 2
_GAP = 9
_LAST_ABOVE = 62
"""Last baseline of the row above the wheel; labels grow upwards from it."""
_FIRST_BELOW = 400
_UNDER_NAMES = 22
_BETWEEN_ROWS = 20

Row = tuple[tuple[Anchor, Label], ...]


def place_in_rows(measures: Measures, words: Sequence[LabelWords], wheel_bottom: float) -> Drawn | None:
    """The first and the last spoke above, the rest below, left and right ones flush with the edges.

    ``wheel_bottom`` is the largest y of what belongs to the wheel itself. None where a label does not fit.
    """
    above, below = _fit_row(measures, (words[-1], words[0])), _fit_below(measures, words[1:-1])
    if above is None or below is None:
        return None
    drawn = [_draw(measures, anchor, label, _LAST_ABOVE - label.drop, flag_above=True) for anchor, label in above]
    first = max(_FIRST_BELOW, wheel_bottom + _UNDER_NAMES)
    for row in below:
        pieces = [_draw(measures, anchor, label, first, flag_above=False) for anchor, label in row]
        lowest = max(box.y + box.height for piece in pieces for box in (*piece.bars, *piece.flags))
        first = lowest + _BETWEEN_ROWS + measures.bar_above
        drawn += pieces
    return Drawn.join(drawn)


def _fit_below(measures: Measures, words: Sequence[LabelWords]) -> tuple[Row, ...] | None:
    """Rows below the wheel, filled from both sides; the odd one out stands in the middle, in the same row if it can."""
    if len(words) == 3 and (row := _fit_row(measures, (words[2], words[1], words[0]))):
        return (row,)
    if not words:
        return ()
    outer = (words[-1], words[0]) if len(words) > 1 else (words[0],)
    row, inner = _fit_row(measures, outer), _fit_below(measures, words[1:-1])
    return None if row is None or inner is None else (row, *inner)


def _fit_row(measures: Measures, words: Sequence[LabelWords]) -> Row | None:
    """One, two or three labels from left to right in as few lines as fit, all with their level or none."""
    anchors = {1: (Anchor.MIDDLE,), 2: (Anchor.START, Anchor.END), 3: (Anchor.START, Anchor.MIDDLE, Anchor.END)}
    choices = sorted(product(*map(list_shapes, words)), key=lambda shapes: sum(map(sum, shapes)))
    for shapes in choices:
        for level in (True, False):
            labels = [make_label(measures, word, shape, level=level) for word, shape in zip(words, shapes, strict=True)]
            row = tuple(zip(anchors[len(words)], labels, strict=True))
            if _has_room(measures, row):
                return row
    return None


def _has_room(measures: Measures, row: Row) -> bool:
    side = _EDGE + measures.bar + measures.bar_gap
    widths = {anchor: label.width for anchor, label in row}
    flags = {anchor: label.flag_width - measures.bar - measures.bar_gap for anchor, label in row if label.flag_width}
    left = side + max(widths.get(Anchor.START, 0), flags.get(Anchor.START, 0))
    right = side + max(widths.get(Anchor.END, 0), flags.get(Anchor.END, 0))
    if Anchor.MIDDLE not in widths:
        return left + _GAP + right <= measures.width
    half = max(widths[Anchor.MIDDLE], flags.get(Anchor.MIDDLE, 0)) / 2
    return half + _GAP + max(left, right) <= measures.width / 2


def _draw(measures: Measures, anchor: Anchor, label: Label, first: float, *, flag_above: bool) -> Drawn:
    edge = {Anchor.START: _EDGE, Anchor.MIDDLE: measures.cx, Anchor.END: measures.width - _EDGE}[anchor]
    return draw_label(label, anchor, edge, first, flag_above=flag_above)
