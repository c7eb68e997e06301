"""Turning whatever stops a request into problem details."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException, NotFound

from assessment.api import problems
from assessment.api.problems import Fault, Kind, Problem, pointer_to, problem_answer, status_answer
from assessment.domain import refusals
from assessment.domain.campaign_refusals import AnsweringEnded
from assessment.domain.refusals import Refusal, ValueOffScale
from assessment.use_cases.availability import DatabaseUnavailable

PREFIX = "/api/"
"""Every path below it is answered in JSON, whether there is such a call or not."""

_KEPT_HEADERS = ("Allow", "Retry-After")
_KINDS: dict[type[Refusal], Kind] = {
    refusals.AssessmentNotFound: problems.UNKNOWN_ASSESSMENT,
    refusals.UnknownFramework: problems.UNKNOWN_FRAMEWORK,
    refusals.InvalidAnswers: problems.INVALID_ANSWERS,
    refusals.Incomplete: problems.INCOMPLETE,
    refusals.AlreadySubmitted: problems.ALREADY_SUBMITTED,
    AnsweringEnded: problems.ANSWERING_ENDED,
    refusals.NotSubmitted: problems.NOT_SUBMITTED,
    refusals.StaleRevision: problems.STALE_REVISION,
}
"""Any other refusal is about the request itself."""


def answer_refusals(blueprint: Blueprint) -> None:
    """Answer everything that is raised in the blueprint's calls."""
    blueprint.register_error_handler(Problem, _problem)
    blueprint.register_error_handler(Refusal, _refused)
    blueprint.register_error_handler(HTTPException, _http_error)
    blueprint.register_error_handler(DatabaseUnavailable, _unavailable)
    blueprint.register_error_handler(500, _crashed)


def answer_unmatched(app: Flask) -> None:
    """Answer paths and methods that no call has, which happens before any blueprint is asked."""

    @app.before_request
    def answer_without_a_call() -> Response | None:
        unmatched = request.routing_exception
        if unmatched is None or not request.path.startswith(PREFIX):
            return None
        return _http_error(NotFound() if _is_redirect(unmatched) else unmatched)


def _is_redirect(error: HTTPException) -> bool:
    """A path with a slash too many: people are sent on, a machine is told that there is no such path."""
    return error.code is None or error.code < 400


def _problem(problem: Problem) -> Response:
    return problem_answer(problem.kind, problem.detail, problem.faults)


def _refused(refusal: Refusal) -> Response:
    kind = _KINDS.get(type(refusal), problems.INVALID_REQUEST)
    find_faults = _FAULTS.get(type(refusal))
    faults = find_faults(refusal) if find_faults else []
    if isinstance(refusal, refusals.StaleRevision):
        detail = f"The answers are at revision {refusal.current}. {kind.about}"
        return problem_answer(kind, detail, headers={"ETag": f'"{refusal.current}"'})
    detail = f"{faults[0].pointer}: {faults[0].detail}" if faults and kind is problems.INVALID_REQUEST else kind.about
    return problem_answer(kind, detail, faults)


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    headers = {name: value for name, value in error.get_headers(request.environ) if name in _KEPT_HEADERS}
    return status_answer(status, _SENTENCES.get(status) or error.description or "", headers)


def _unavailable(_outage: DatabaseUnavailable) -> Response:
    return status_answer(503, "The database is busy or away. Nothing of this call was stored.", {"Retry-After": "30"})


def _crashed(_error: Exception) -> Response:
    return status_answer(500, "The server met an error that nobody expected. It has been written down.")


_SENTENCES = {
    404: "There is no such path. The calls are described at /api/v1/openapi.json.",
    405: "This path has no such method; the header Allow lists those it has.",
    413: "The body is larger than this service reads.",
}


def _invalid_answers(refusal: refusals.InvalidAnswers) -> list[Fault]:
    return [Fault(pointer_to("answers", wrong.item_id), _wrong_answer(wrong)) for wrong in refusal.refusals]


def _wrong_answer(wrong: refusals.UnknownItem | ValueOffScale) -> str:
    if not isinstance(wrong, ValueOffScale):
        return f"There is no such item at the level {wrong.level}."
    points = ", ".join(str(value) for value in wrong.values)
    return f"{_shown(wrong.raw)} is not one of {points}, not_applicable, dont_know or null."


def _shown(raw: object) -> str:
    """What was sent, as JSON, if it is short enough to be read."""
    if isinstance(raw, list | dict):
        return "A list" if isinstance(raw, list) else "An object"
    text = json.dumps(raw, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]}…"


def _incomplete(refusal: refusals.Incomplete) -> list[Fault]:
    return [Fault(pointer_to("answers", item), "This item has no answer yet.") for item in refusal.open_items]


def _unknown_level(refusal: refusals.UnknownLevel) -> list[Fault]:
    return [Fault("/level", f"This framework has the levels {', '.join(refusal.levels)}.")]


def _unknown_locale(refusal: refusals.UnknownLocale) -> list[Fault]:
    return [Fault("/locale", f"This framework has the locales {', '.join(refusal.locales)}.")]


_FAULTS: dict[type[Refusal], Callable[[Any], list[Fault]]] = {
    refusals.InvalidAnswers: _invalid_answers,
    refusals.Incomplete: _incomplete,
    refusals.UnknownLevel: _unknown_level,
    refusals.UnknownLocale: _unknown_locale,
}
