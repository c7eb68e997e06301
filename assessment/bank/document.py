"""One file of the bank as plain values that remember their lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.bank.finding import Finding

Place = tuple[str | int, ...]
"""Keys and list positions that lead to a value: ``("items", 3, "text", "ru")``."""

LONGEST_NAME = 80
_NAMING_KEYS = ("id", "code", "number", "value")


@dataclass(frozen=True, slots=True)
class Document:
    """Content of one file: ``value`` is its top mapping (empty when unreadable), ``lines`` the line of each place."""

    file: str
    value: Mapping[str, object]
    lines: Mapping[Place, int]
    readable: bool

    def line(self, place: Place) -> int:
        """Line of a place, or of the nearest place around it that the file has."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def key(self, place: Place) -> str:
        """A place as people read it: ``items[ind.culture.skill.defend].text.ru``; list positions count from 1."""
        words = ""
        value: object = self.value
        for step in place:
            value = _step_into(value, step)
            words += f"[{_name_of(value, step)}]" if isinstance(step, int) else f".{step[:LONGEST_NAME]}"
        return words.removeprefix(".") or "file"

    def finding(self, place: Place, message: str) -> Finding:
        return Finding(self.file, self.line(place), self.key(place), message)


def _step_into(value: object, step: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _name_of(entry: object, position: int) -> str:
    """What an entry of a list calls itself, otherwise its position from 1."""
    if isinstance(entry, Mapping):
        for key in _NAMING_KEYS:
            if isinstance(entry.get(key), str | int):
                return str(entry[key])[:LONGEST_NAME]
    return str(position + 1)
