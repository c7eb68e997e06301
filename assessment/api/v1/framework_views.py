"""Frameworks: which there are, and what they ask."""

from __future__ import annotations

from flask import Response, request

from assessment.api.json_answer import json_answer
from assessment.api.json_body import read_shape
from assessment.api.problems import INVALID_REQUEST, Fault, Problem, pointer_to
from assessment.api.v1.framework_documents import framework_detail, framework_summary
from assessment.api.v1.routes import blueprint
from assessment.api.v1.shapes.requests import FrameworkQuery
from assessment.domain.framework import Level
from assessment.domain.refusals import UnknownLevel, UnknownLocale
from assessment.use_cases.parts import parts


@blueprint.get("/frameworks")
def list_frameworks() -> Response:
    """The latest version of every framework."""
    frameworks = [
        framework_summary(checked.framework, request.accept_languages.best_match)
        for checked in parts().shelf.list_latest()
    ]
    return json_answer({"frameworks": frameworks}, headers={"Vary": "Accept-Language"})


@blueprint.get("/frameworks/<framework_id>")
def show_framework(framework_id: str) -> Response:
    """One level of a framework in one language."""
    query = _read_query()
    framework = parts().shelf.get(framework_id, query.version).framework
    if query.level not in framework.levels:
        raise UnknownLevel(query.level, framework.levels)
    if query.locale not in framework.locales:
        raise UnknownLocale(query.locale, framework.locales)
    return json_answer(framework_detail(framework, Level(query.level), query.locale))


def _read_query() -> FrameworkQuery:
    """The query of the present request, every parameter at most once. Raises Problem."""
    twice = [name for name, values in request.args.lists() if len(values) > 1]
    if twice:
        faults = [Fault(pointer_to(name), "This parameter is given more than once.") for name in twice]
        raise Problem(INVALID_REQUEST, f"{faults[0].pointer}: {faults[0].detail}", faults)
    return read_shape(FrameworkQuery, request.args.to_dict())
