"""Titles of campaigns that continue one another, so that nobody takes one for the other."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

_NUMBERED = re.compile(r"(?P<words>.*\S)\s*\((?P<number>[1-9]\d{0,3})\)")


def next_title(title: str, taken: Collection[str], longest: int) -> str:
    """The title with the next number that no title in ``taken`` has: Autumn, Autumn (2), Autumn (3).

    What is longer than ``longest`` letters with its number loses the end of its words.
    """
    numbered = _NUMBERED.fullmatch(title)
    words, first = (numbered["words"], int(numbered["number"]) + 1) if numbered else (title, 2)
    known = {other.casefold() for other in taken}
    numbers = (f" ({number})" for number in count(first))
    titles = (words[: longest - len(number)].rstrip() + number for number in numbers)
    return next(one for one in titles if one.casefold() not in known)
