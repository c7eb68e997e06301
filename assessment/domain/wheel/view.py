"""What must be visible of a wheel: at least its form's own width and height, more where labels ask for it."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor

from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import BOLD_ROLES, TIGHTER, Anchor, Box, Role, Text
from assessment.domain.wheel.text_widths import text_width

_ASCENT, _DESCENT = 0.76, 0.24


def text_box(text: Text) -> Box:
    """The box a text takes in the widest face."""
    width = text_width(text.text, text.size, bold=text.role in BOLD_ROLES)
    if text.role is Role.SCORE:
        width -= TIGHTER * len(text.text) * text.size
    if text.tail:
        width += text.tail_gap + text_width(text.tail, text.tail_size)
    left = text.x - {Anchor.START: 0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]
    return Box(left, text.y - _ASCENT * text.size, width, (_ASCENT + _DESCENT) * text.size, text.spoke)


def view_around(measures: Measures, boxes: Iterable[Box], texts: Iterable[Text], top: float | None) -> Box:
    """A view with the wheel's centre in its middle, in whole units. ``top`` replaces the form's own upper edge."""
    everything = [*boxes, *(text_box(text) for text in texts)]
    left, right = min(box.x for box in everything), max(box.x + box.width for box in everything)
    highest, lowest = min(box.y for box in everything), max(box.y + box.height for box in everything)
    wider = max(0, ceil(-left), ceil(right - measures.width))
    upper = min(0, floor(highest)) if top is None else floor(top)
    lower = ceil(lowest) if top is not None else max(measures.height, ceil(lowest))
    return Box(-wider, upper, measures.width + 2 * wider, lower - upper)
