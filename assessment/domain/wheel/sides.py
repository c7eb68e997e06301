"""Places of the labels around a wide wheel."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.wheel.angles import middle_angle, point
from assessment.domain.wheel.label import Drawn, Label, LabelWords, draw_label, fit_label
from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import Anchor

_DIAGONAL = 40
"""Labels at the sides slide to this angle from the horizontal, so that names use the corners."""
_BELOW_LAST = 9.7
_ABOVE_FIRST = 15.6
_ABOVE_CENTRED = 12
_WIDEN = 70
"""How much the view may grow at each side for long names and flags before names move into a list."""


def place_around(measures: Measures, words: Sequence[LabelWords]) -> Drawn | None:
    """Labels beside the wheel, their nearest corner on the circle of ``corner``; None where one does not fit."""
    drawn = [_place(measures, word, _slide(middle_angle(word.spoke, len(words)))) for word in words]
    fitting = [piece for piece in drawn if piece is not None]
    return Drawn.join(fitting) if len(fitting) == len(drawn) else None


def _slide(angle: float) -> float:
    """-90 to 270: away from the horizontal, unless exactly there, where its neighbours hold the corners."""
    for side in (0, 180):
        away = angle - side
        if 0 < abs(away) < _DIAGONAL:
            return side + (_DIAGONAL if away > 0 else -_DIAGONAL)
    return angle


def _place(measures: Measures, words: LabelWords, angle: float) -> Drawn | None:
    x, y = point(measures, measures.corner, angle)
    if abs(x - measures.cx) < 1:
        label = fit_label(measures, words, measures.corner)
        return draw_label(label, Anchor.MIDDLE, measures.cx, y + _ABOVE_CENTRED, flag_above=False) if label else None
    anchor = Anchor.START if x > measures.cx else Anchor.END
    edge = float(round(x))
    label = _fit(measures, words, abs(edge - measures.cx))
    if label is None:
        return None
    first = _first_baseline(measures, label, y)
    return draw_label(label, anchor, edge, first, flag_above=y < measures.cy + 1)


def _fit(measures: Measures, words: LabelWords, away: float) -> Label | None:
    """A label that starts so far from the centre: within the form's own width, else within a wider view."""
    room = measures.width / 2 - away - measures.bar - measures.bar_gap
    label = fit_label(measures, words, room) or fit_label(measures, words, room + _WIDEN)
    beyond = 0 if label is None else label.flag_width - measures.bar - measures.bar_gap - room - _WIDEN
    return label if beyond <= 0 else None


def _first_baseline(measures: Measures, label: Label, y: float) -> float:
    if abs(y - measures.cy) < 1:
        return float(round(measures.cy - (label.drop - measures.bar_above) / 2))
    if y < measures.cy:
        return float(round(y - _BELOW_LAST)) - label.drop
    return float(round(y + _ABOVE_FIRST))
