"""The order in which people look for names: numbers by their size, letters without regard to case."""

from __future__ import annotations

import re

NaturalKey = tuple[str | int, ...]
"""Words and numbers by turns, a word first: two keys can always be compared."""

_NUMBER = re.compile(r"(\d+)")


def natural_key(text: str) -> NaturalKey:
    """What to sort a text by: “Team 2” comes before “Team 10”, ё counts as е, upper case as lower."""
    parts = _NUMBER.split(text.casefold().replace("ё", "е"))
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))
