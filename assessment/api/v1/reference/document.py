"""The OpenAPI 3.1 document of version 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from assessment import __version__
from assessment.api.problems import EXPLAINED_AT, MEDIA_TYPE, Kind
from assessment.api.v1.reference.calls import CALLS, Call, problems_of
from assessment.api.v1.reference.parameters import list_parameters
from assessment.api.v1.reference.schemas import build_schemas
from assessment.domain.framework import Framework

_ABOUT = """\
Assess customer-experience competencies: start an assessment, answer its items, submit, and get the result, the wheel \
and the development plan. An assessment is reached with the private token that its creation returns; without it, or \
with a wrong one, every call answers 404. Refusals are problem details (RFC 9457); their titles and details are in \
English. Times are RFC 3339 in UTC, scores are 0-100 in full precision."""

_HEADERS = {
    "Location": "Address of the new assessment.",
    "ETag": "Revision of the answers, for If-Match.",
    "Content-Disposition": "A name to save the file under.",
    "Retry-After": "Seconds to wait.",
    "Allow": "Methods this path has.",
}
_PLAIN = {
    413: "The body is larger than this service reads.",
    415: "The body is not application/json.",
    429: "Too many wrong tokens came from your address. Wait as long as Retry-After says.",
    503: "The database is busy or away; nothing of the call was stored.",
}


def build_document(frameworks: Sequence[Framework], examples: Mapping[str, Any]) -> dict[str, Any]:
    """The document for a service that publishes these frameworks; ``examples`` go by the name of the shape."""
    paths: dict[str, Any] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call, frameworks, examples)
    return {
        "openapi": "3.1.0",
        "info": {"title": "CX Wheel", "version": "1.0.0", "summary": f"CX Wheel {__version__}", "description": _ABOUT},
        "servers": [{"url": "/api/v1"}],
        "paths": paths,
        "components": {
            "schemas": build_schemas(frameworks),
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The token from the creation of the assessment. A wrong one is answered 404.",
                }
            },
        },
    }


def _operation(call: Call, frameworks: Sequence[Framework], examples: Mapping[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {"operationId": call.name, "summary": call.summary, "description": call.about}
    parameters = list_parameters(call, frameworks)
    if parameters:
        operation["parameters"] = parameters
    if call.body is not None:
        content = _json(call.body.__name__, examples)
        operation["requestBody"] = {"required": not call.body_may_be_empty, "content": content}
    operation["responses"] = {str(call.status): _answer(call, examples), **_problems(call)}
    operation["security"] = [{"token": []}] if call.private else []
    return operation


def _answer(call: Call, examples: Mapping[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": call.summary}
    if call.headers:
        answer["headers"] = _headers(*call.headers)
    if call.answers is not None and "/" in call.answers:
        answer["content"] = {call.answers: {}}
    elif call.answers is not None:
        answer["content"] = _json(call.answers, examples)
    return answer


def _problems(call: Call) -> dict[str, Any]:
    """Refusals by status: those of the call, those of every private one, and those any request may meet."""
    kinds: dict[int, list[Kind]] = {}
    for kind in problems_of(call):
        kinds.setdefault(kind.status, []).append(kind)
    answers = {status: _known_problem(status, found) for status, found in kinds.items()}
    if call.body is not None:
        answers |= {413: _plain_problem(413), 415: _plain_problem(415)}
    if call.private:
        answers[429] = _plain_problem(429) | {"headers": _headers("Retry-After")}
    if call.name not in {"listFrameworks", "showFramework"}:
        answers[503] = _plain_problem(503) | {"headers": _headers("Retry-After")}
    return {str(status): answers[status] for status in sorted(answers)}


def _known_problem(status: int, kinds: Sequence[Kind]) -> dict[str, Any]:
    examples = {
        kind.name: {
            "summary": kind.title,
            "value": {
                "type": EXPLAINED_AT + kind.name,
                "title": kind.title,
                "status": status,
                "detail": kind.about,
            },
        }
        for kind in kinds
    }
    description = "; ".join(kind.title for kind in kinds)
    content = {MEDIA_TYPE: {"schema": _reference("ProblemDetails"), "examples": examples}}
    return {"description": description, "content": content}


def _plain_problem(status: int) -> dict[str, Any]:
    detail = _PLAIN[status]
    value = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return {
        "description": detail,
        "content": {MEDIA_TYPE: {"schema": _reference("ProblemDetails"), "example": value}},
    }


def _json(shape: str, examples: Mapping[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": _reference(shape)}
    if shape in examples:
        content["example"] = examples[shape]
    return {"application/json": content}


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"description": _HEADERS[name], "schema": {"type": "string"}} for name in names}


def _reference(shape: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{shape}"}
