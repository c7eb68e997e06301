"""Problem details (RFC 9457): how the API says no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Response

from assessment.api.json_answer import json_answer

MEDIA_TYPE = "application/problem+json"
EXPLAINED_AT = "/api/v1/#"
"""Where the types of problems are explained to people; a type is this with the name of its kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem that clients can tell apart by its ``type``. ``about`` says when it comes and what to do."""

    name: str
    status: int
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field: a JSON pointer (RFC 6901) into the request, and a sentence."""

    pointer: str
    detail: str


UNKNOWN_ASSESSMENT = Kind(
    "unknown-assessment",
    404,
    "No such assessment for this token",
    "There is no assessment of that id, it was erased, the token is missing, or it is another one's. These cases are "
    "answered alike, so that nothing is revealed.",
)
UNKNOWN_FRAMEWORK = Kind(
    "unknown-framework",
    404,
    "No such framework",
    "There is no framework of that id, or no such version of it. GET /frameworks lists them.",
)
INVALID_REQUEST = Kind(
    "invalid-request",
    422,
    "The request does not fit the call",
    "A field is missing, unknown or of the wrong kind. For a query, the pointers name its parameters.",
)
INVALID_ANSWERS = Kind(
    "invalid-answers",
    422,
    "Some answers were refused and none was stored",
    "An item is unknown at this level, or a value is not a point of its scale. Correct all that are listed and repeat "
    "the call.",
)
INCOMPLETE = Kind(
    "incomplete",
    422,
    "Some items have no answer yet",
    "The pointers list them. Answer them, or submit with accept_incomplete.",
)
ALREADY_SUBMITTED = Kind(
    "already-submitted", 409, "The answers are submitted", "They are frozen, and the result is there."
)
ANSWERING_ENDED = Kind(
    "answering-ended",
    410,
    "The campaign takes no more answers",
    "The assessment answers a campaign that has closed. Nothing of the call was stored; what was stored before stays.",
)
NOT_SUBMITTED = Kind(
    "not-submitted", 409, "The answers are not submitted", "There is no result before submission, and nothing to draw."
)
STALE_REVISION = Kind(
    "stale-revision",
    412,
    "The answers have changed since that revision",
    "Nothing was stored. Get the answers again and repeat the change with the new revision.",
)
UNREADABLE_BODY = Kind(
    "unreadable-body",
    400,
    "The body cannot be read",
    "It is not JSON in UTF-8, it repeats a key, or it has numbers that JSON does not have.",
)
UNREADABLE_CONDITION = Kind(
    "unreadable-condition",
    400,
    "If-Match cannot be read",
    'It is neither a revision, nor a list of revisions in quotation marks ("3"), nor *.',
)

KINDS = (
    UNKNOWN_ASSESSMENT,
    UNKNOWN_FRAMEWORK,
    INVALID_REQUEST,
    INVALID_ANSWERS,
    INCOMPLETE,
    ALREADY_SUBMITTED,
    ANSWERING_ENDED,
    NOT_SUBMITTED,
    STALE_REVISION,
    UNREADABLE_BODY,
    UNREADABLE_CONDITION,
)
"""Every kind; other problems are told by their HTTP status alone."""


class Problem(Exception):
    """Raised where a request is refused for a reason of the interface itself."""

    def __init__(self, kind: Kind, detail: str, faults: Iterable[Fault] = ()) -> None:
        super().__init__(kind.name, detail)
        self.kind = kind
        self.detail = detail
        self.faults = tuple(faults)


def pointer_to(*steps: str | int) -> str:
    """The JSON pointer of these steps from the root: ``/answers/ind.x``."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def problem_answer(
    kind: Kind, detail: str, faults: Iterable[Fault] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The answer that tells a problem of a known kind."""
    document: dict[str, Any] = {
        "type": EXPLAINED_AT + kind.name,
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
    }
    errors = [{"pointer": fault.pointer, "detail": fault.detail} for fault in faults]
    if errors:
        document["errors"] = errors
    return json_answer(document, kind.status, headers, media_type=MEDIA_TYPE)


def status_answer(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer that tells a problem by its HTTP status alone."""
    document = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return json_answer(document, status, headers, media_type=MEDIA_TYPE)
