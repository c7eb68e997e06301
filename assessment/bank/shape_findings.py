"""What does not fit the shape of its file, said to somebody who edits the file by hand."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assessment.bank.document import Document, Place
from assessment.bank.finding import Finding
from assessment.bank.shape_parts import ADDRESS, DOTTED_NAME, LOCALE, NAME, NOT_BLANK, VERSION, TextShape

_PATTERNS = {
    NAME: "use small Latin letters, digits and single _ between them, beginning with a letter",
    DOTTED_NAME: "use small Latin letters, digits and single . or _ between them, beginning with a letter",
    VERSION: 'write it as numbers with dots between them, such as "2026.1"',
    LOCALE: "write the code of a language, such as en or ru",
    ADDRESS: "write an address that begins with https:// or http://",
    NOT_BLANK: "is empty; write the text or remove the key",
}
_SENTENCES = {
    "missing": "is missing; add it",
    "no_value": "has no value; write one or remove the key",
    "int_type": "is {input}; write a whole number without quotes",
    "int_from_float": "is {input}; write a whole number",
    "float_type": "is {input}; write a number without quotes",
    "bool_type": "is {input}; write true or false without quotes",
    "date_type": "is {input}; write a date without quotes, such as 2026-01-31",
    "string_type": "is {input}; write text, in quotes if it looks like a number, a date, true or false",
    "list_type": "is {input}; write a list: a line beginning with `- ` for each entry",
    "dict_type": "is {input}; write the text in every language: `en: ...` and `ru: ...`, each on its own line",
    "model_type": "is {input}; write `key: value` lines",
    "literal_error": "is {input}; choose one of {expected}",
    "greater_than": "is {input}; it must be above {gt:g}",
    "greater_than_equal": "is {input}; it must be at least {ge:g}",
    "less_than": "is {input}; it must be below {lt:g}",
    "less_than_equal": "is {input}; it must be at most {le:g}",
    "string_too_long": "is too long; at most {max_length} characters",
    "too_short": "is empty; add at least {min_length}",
}


def find_shape_faults(document: Document, shape: type[BaseModel]) -> tuple[Finding, ...]:
    """Everything in a document that does not fit the shape of its file."""
    try:
        shape.model_validate(document.value)
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
        return tuple(document.finding(error["loc"], _sentence(error, shape)) for error in errors)
    return ()


def _sentence(error: ErrorDetails, shape: type[BaseModel]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(str(error["loc"][-1]), _keys_around(error["loc"], shape))
    if error["input"] is None:
        kind = "no_value"
    if kind == "string_pattern_mismatch":
        advice = _PATTERNS[context["pattern"]]
        return advice if context["pattern"] == NOT_BLANK else f"is {_shown(error['input'])}; {advice}"
    if kind in _SENTENCES:
        return _SENTENCES[kind].format(input=_shown(error["input"]), **context)
    return f"{error['msg'][:1].lower()}{error['msg'][1:]}; correct it"


def _unknown_key(key: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(key, known, n=1)
    if close:
        return f"is not a key here; did you mean `{close[0]}`?"
    return f"is not a key here; remove it (keys here: {', '.join(known)})"


def _keys_around(place: Place, shape: type[BaseModel]) -> tuple[str, ...]:
    """Keys that may stand where the last step of a place stands."""
    current: type[BaseModel] = shape
    for step in place[:-1]:
        if isinstance(step, str):
            current = _shape_within(current.model_fields[step].annotation) or current
    return tuple(current.model_fields)


def _shape_within(annotation: object) -> type[BaseModel] | None:
    """The shape in an annotation such as list[ItemShape]; None where there is none but texts."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return None if annotation is TextShape else annotation
    shapes = (_shape_within(part) for part in get_args(annotation))
    return next((found for found in shapes if found is not None), None)


def _shown(value: object) -> str:
    """A wrong value in few words."""
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    word = str(value)
    return f"`{word[:60]}…`" if len(word) > 60 else f"`{word}`"
