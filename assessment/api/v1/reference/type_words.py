"""The type of a field in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NAMES = {
    "integer": "whole number",
    "number": "number",
    "string": "text",
    "boolean": "true or false",
    "null": "null",
}
_FORMATS = {"date-time": "moment", "date": "date", "uri": "address", "uri-reference": "address"}


def type_words(schema: Mapping[str, Any]) -> str:
    """``text``, ``whole number or null``, ``list of Step``, ``moment``, ``individual, team or organisation``."""
    match schema:
        case {"$ref": reference}:
            words = str(reference).rsplit("/", 1)[-1]
        case {"anyOf": branches}:
            words = _either([type_words(branch) for branch in branches])
        case {"enum": values}:
            words = _either([str(value) for value in values])
        case {"type": "array", "items": items}:
            words = f"list of {type_words(items)}"
        case {"type": "object", "additionalProperties": values}:
            words = f"object of {type_words(values)}"
        case {"format": kind}:
            words = _FORMATS[kind]
        case {"type": kind}:
            words = _NAMES[kind]
        case _:
            raise ValueError(f"a schema without words: {dict(schema)}")
    return words


def _either(words: list[str]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
