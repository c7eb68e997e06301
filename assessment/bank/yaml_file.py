"""A YAML file → a document.

Safe by construction: values are built from the parser's events, so tags, anchors and aliases are refused, duplicate
keys are found, and size and depth are bounded. Plain scalars are read as numbers (decimal), true and false, dates
(2026-01-31) and empty values; everything else is text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from assessment.bank.document import Document, Place
from assessment.bank.finding import Finding
from assessment.bank.yaml_advice import advise

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 12

_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_document(path: Path, shown: str) -> tuple[Document, tuple[Finding, ...]]:
    """The file's values and what is wrong with it as YAML. ``shown`` is how findings name the file.

    A file that is no YAML at all gives an unreadable document with one finding.
    """
    try:
        text = _read_text(path)
        return _build(YAML(typ="safe", pure=True).parse(text), shown)
    except _Unreadable as fault:
        return _unreadable(shown, fault.line, str(fault))
    except MarkedYAMLError as fault:
        return _unreadable(shown, *advise(fault))
    except ReaderError as fault:
        line = text.count("\n", 0, fault.position) + 1
        return _unreadable(shown, line, "has an invisible control character; write this line anew")
    except AssertionError:  # ruamel.yaml says so to `%YAML 1.3`
        return _unreadable(shown, 1, "has a line `%YAML` with a version that does not exist; remove that line")
    except ValueError:
        return _unreadable(
            shown, 1, "has an escape such as \\U00110000 that is no character; write the character itself"
        )


class _Unreadable(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def _unreadable(file: str, line: int, message: str) -> tuple[Document, tuple[Finding, ...]]:
    return Document(file, {}, {}, readable=False), (Finding(file, line, "file", message),)


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAXIMUM_BYTES + 1)
    except OSError as fault:
        raise _Unreadable(f"cannot be read ({fault.strerror}); check its permissions") from fault
    if len(content) > MAXIMUM_BYTES:
        raise _Unreadable(f"larger than {MAXIMUM_BYTES:,} bytes; split the framework or shorten its texts")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise _Unreadable("not UTF-8 text; save the file in the encoding UTF-8", line) from fault


def _build(events: Iterator[Event], file: str) -> tuple[Document, tuple[Finding, ...]]:
    builder = _Builder(events)
    value = builder.build_file()
    if not isinstance(value, dict):
        return _unreadable(file, 1, "has no keys at the top; begin with `key: value` lines")
    document = Document(file, value, builder.lines, readable=True)
    return document, tuple(Finding(file, line, document.key(place), message) for place, line, message in builder.faults)


@dataclass(slots=True)
class _Builder:
    """Builds values from parser events, notes the line of every place and faults as (place, line, message)."""

    events: Iterator[Event]
    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[tuple[Place, int, str]] = field(default_factory=list)

    def build_file(self) -> object:
        value: object = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
            elif isinstance(event, NodeEvent) and documents == 1:
                value = self._value(event, ())
            elif documents > 1:
                raise _Unreadable("has a second YAML document; remove the line `---` before it", _line(event))
        return value

    def _value(self, event: Event, place: Place) -> object:
        if len(place) > MAXIMUM_DEPTH:
            raise _Unreadable("nested too deeply; bring the indentation back in line", _line(event))
        self.lines.setdefault(place, _line(event))
        self._refuse_references(event, place)
        if isinstance(event, MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, SequenceStartEvent):
            return self._list(place)
        return self._scalar(event, place) if isinstance(event, ScalarEvent) else None

    def _mapping(self, place: Place) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            if not isinstance(event, ScalarEvent):
                raise _Unreadable("a key is a list, a mapping or a reference; write it as one word", _line(event))
            self._refuse_references(event, place)
            key, line = event.value, _line(event)
            inner = (*place, key)
            if key in mapping:
                first = self.lines[inner]
                self.faults.append((inner, line, f"appears twice, first on line {first}; keep one of them"))
                self._skip()
                continue
            self.lines[inner] = line
            mapping[key] = self._value(next(self.events), inner)
        return mapping

    def _list(self, place: Place) -> list[object]:
        values: list[object] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            values.append(self._value(event, (*place, len(values))))
        return values

    def _scalar(self, event: ScalarEvent, place: Place) -> object:
        text: str = event.value
        if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter != "\n" for letter in text):
            self.faults.append((place, _line(event), "has an invisible control character; write the text anew"))
        return text if event.style is not None else _plain_value(text)

    def _refuse_references(self, event: Event, place: Place) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
            self.faults.append((place, _line(event), "refers to another place by & or *; write the value out"))
        if isinstance(event, NodeEvent) and getattr(event, "tag", None) is not None:
            self.faults.append((place, _line(event), "has a tag that begins with `!`; remove the tag"))

    def _skip(self) -> None:
        """Pass over one value, whatever is in it."""
        depth = 0
        for event in self.events:
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                depth += 1
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                depth -= 1
            if depth == 0:
                return


def _plain_value(text: str) -> object:
    """A scalar without quotes: empty, true or false, a whole or decimal number, a date, otherwise text."""
    constants = {"": None, "~": None, "null": None, "true": True, "false": False}
    if text in constants:
        return constants[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:  # 2026-02-30 stays text, and the shape that wants a date says so
            return text
    return text


def _line(event: Event) -> int:
    line: int = event.start_mark.line
    return line + 1
