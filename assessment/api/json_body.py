"""Reading the body of a request: strict JSON of a known shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn, TypeVar

from flask import request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import UnsupportedMediaType

from assessment.api.problems import INVALID_REQUEST, UNREADABLE_BODY, Fault, Problem, pointer_to

Shape = TypeVar("Shape", bound=BaseModel)


def read_body(shape: type[Shape], *, may_be_empty: bool = False) -> Shape:
    """The body of the present request. An empty one counts as ``{}`` where it ``may_be_empty``.

    Raises Problem: the body is not JSON, or not of the shape. Raises UnsupportedMediaType and RequestEntityTooLarge.
    """
    body = request.stream.read()
    request.stream.read(1)  # a stream without a length ends silently at the limit; reading on raises
    if may_be_empty and not body:
        return read_shape(shape, {})
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("Send the body as application/json.")
    return read_shape(shape, read_json(body))


def read_shape(shape: type[Shape], document: object) -> Shape:
    """The document as the shape. Raises Problem that lists every field that does not fit."""
    try:
        return shape.model_validate(document)
    except ValidationError as wrong:
        faults = tuple(_list_faults(shape, wrong))
        raise Problem(INVALID_REQUEST, f"{faults[0].pointer or 'The body'}: {faults[0].detail}", faults) from wrong


def read_json(body: bytes) -> object:
    """What the JSON text says. Raises Problem where it is broken, ambiguous (a key twice), or beyond any reader."""
    try:
        return json.loads(body.decode(), object_pairs_hook=_once, parse_constant=_refuse, parse_float=_finite)
    except UnicodeDecodeError as wrong:
        raise Problem(UNREADABLE_BODY, f"The body is not UTF-8 at byte {wrong.start}.") from wrong
    except json.JSONDecodeError as wrong:
        raise Problem(UNREADABLE_BODY, f"{wrong.msg} at line {wrong.lineno}, column {wrong.colno}.") from wrong
    except RecursionError as wrong:
        raise Problem(UNREADABLE_BODY, "Lists and objects are nested too deeply.") from wrong
    except ValueError as wrong:
        raise Problem(UNREADABLE_BODY, "A number has too many digits.") from wrong


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for name, value in pairs:
        if name in known:
            raise Problem(UNREADABLE_BODY, f"The key {json.dumps(name[:80], ensure_ascii=False)} stands there twice.")
        known[name] = value
    return known


def _refuse(name: str) -> NoReturn:
    raise Problem(UNREADABLE_BODY, f"{name} is not a number in JSON.")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise Problem(UNREADABLE_BODY, f"The number {text[:40]} is too large.")
    return number


def _list_faults(shape: type[BaseModel], wrong: ValidationError) -> Iterator[Fault]:
    for error in wrong.errors(include_url=False, include_context=False, include_input=False):
        pointer = pointer_to(*error["loc"])
        match error["type"]:
            case "missing":
                yield Fault(pointer, "This field is required.")
            case "extra_forbidden":
                known = ", ".join(shape.model_fields)
                yield Fault(pointer, f"There is no such field. The fields are: {known}.")
            case "model_type" | "dict_type":
                yield Fault(pointer, "This must be an object.")
            case _:
                yield Fault(pointer, f"{error['msg']}.")
