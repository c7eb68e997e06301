"""The words in the middle of a wheel."""

from __future__ import annotations

from itertools import product
from math import hypot

from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import Role, Text
from assessment.domain.wheel.text_widths import text_width, wrap_text
from assessment.domain.wheel.words import WheelWords

_SIZES = (1, 0.9, 0.8)
_LINES = (1, 2, 3)
_LEADING, _CAPITAL, _MARGIN = 1.2, 0.73, 5


def write_hub(measures: Measures, words: WheelWords, roll: str | None) -> tuple[Text, ...]:
    """The roll and its word; without a roll the words that say so, in lines that fit the hub."""
    if roll is not None:
        return (
            Text(Role.ROLL, roll, measures.cx, measures.cy + measures.hub_drop, measures.hub_size),
            Text(Role.ROLL_WORD, words.roll, measures.cx, measures.cy + measures.hub_word_drop, measures.hub_word_size),
        )
    for share, lines in product(_SIZES, _LINES):
        texts = _stack(measures, wrap_text(words.no_roll, measures.hub_word_size * share, lines), share)
        if all(_inside(measures, text) for text in texts):
            break
    return texts


def _stack(measures: Measures, lines: tuple[str, ...], share: float) -> tuple[Text, ...]:
    """Lines centred on the hub's middle."""
    size = measures.hub_word_size * share
    first = measures.cy + (_CAPITAL - (len(lines) - 1) * _LEADING) * size / 2
    return tuple(
        Text(Role.ROLL_WORD, line, measures.cx, first + number * _LEADING * size, size)
        for number, line in enumerate(lines)
    )


def _inside(measures: Measures, text: Text) -> bool:
    half = text_width(text.text, text.size) / 2
    farthest = max(abs(text.y - measures.cy), abs(text.y - _CAPITAL * text.size - measures.cy))
    return hypot(half, farthest) <= measures.hub - _MARGIN
