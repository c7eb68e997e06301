"""The reference page: what the OpenAPI document says, put for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.api.problems import KINDS, Kind
from assessment.api.v1.reference.calls import CALLS, Call, problems_of
from assessment.api.v1.reference.type_words import type_words

_SHAPES = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A parameter or a field. ``place`` is where it stands (path, query, header), empty in a body."""

    name: str
    place: str
    type: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class CallPart:
    """One call. ``body`` and ``answer`` are examples in JSON, empty where there is nothing to show."""

    name: str
    method: str
    path: str
    summary: str
    about: str
    private: bool
    parameters: tuple[FieldRow, ...]
    body: str
    status: int
    shape: str
    media_type: str
    answer: str
    problems: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class ShapePart:
    """One shape with its fields."""

    name: str
    about: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """The whole interface on one page. ``base`` is the address that paths follow."""

    base: str
    calls: tuple[CallPart, ...]
    shapes: tuple[ShapePart, ...]
    kinds: tuple[Kind, ...]


def build_reference_page(document: Mapping[str, Any], base_url: str) -> ReferencePage:
    """The page of an OpenAPI document of version 1 served at ``base_url``."""
    return ReferencePage(
        base=base_url + document["servers"][0]["url"],
        calls=tuple(_call(call, document["paths"][call.path][call.method.lower()]) for call in CALLS),
        shapes=tuple(_shape(name, schema) for name, schema in document["components"]["schemas"].items()),
        kinds=KINDS,
    )


def _call(call: Call, operation: Mapping[str, Any]) -> CallPart:
    answer: dict[str, Any] = operation["responses"][str(call.status)].get("content", {})
    media_type = next(iter(answer), "")
    content = answer.get(media_type, {})
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    return CallPart(
        name=call.name,
        method=call.method,
        path=call.path,
        summary=call.summary,
        about=call.about,
        private=call.private,
        parameters=tuple(_parameter(parameter) for parameter in operation.get("parameters", ())),
        body=_example(body),
        status=call.status,
        shape=content.get("schema", {}).get("$ref", "").removeprefix(_SHAPES),
        media_type=media_type,
        answer=_example(content),
        problems=tuple(sorted(problems_of(call), key=lambda kind: kind.status)),
    )


def _parameter(parameter: Mapping[str, Any]) -> FieldRow:
    return FieldRow(
        name=parameter["name"],
        place=parameter["in"],
        type=type_words(parameter["schema"]),
        required=parameter["required"],
        about=parameter["description"],
    )


def _shape(name: str, schema: Mapping[str, Any]) -> ShapePart:
    return ShapePart(name, schema.get("description", ""), tuple(_fields(schema)))


def _fields(schema: Mapping[str, Any]) -> Iterator[FieldRow]:
    """Fields of an object; of several branches those of the first, which differ in what can be chosen alone."""
    schema = schema["anyOf"][0] if "anyOf" in schema else schema
    required = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        yield FieldRow(name, "", type_words(field), name in required, field.get("description", ""))


def _example(content: Mapping[str, Any]) -> str:
    return json.dumps(content["example"], ensure_ascii=False, indent=2) if "example" in content else ""
