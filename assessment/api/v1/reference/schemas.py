"""JSON Schemas of all shapes."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from pydantic import TypeAdapter

from assessment.api.v1.shapes import assessments, exports, frameworks, plans, problems, requests, results
from assessment.domain.framework import Framework

_REQUESTS = (requests.StartAssessment, requests.ChangeAnswers, requests.Submit)
_ANSWERS = (
    frameworks.FrameworkList,
    frameworks.FrameworkDetail,
    assessments.Assessment,
    assessments.NewAssessment,
    assessments.Answers,
    assessments.Progress,
    results.Result,
    plans.Plan,
    exports.Export,
    problems.ProblemDetails,
)


def build_schemas(frameworks: Iterable[Framework]) -> dict[str, Any]:
    """Schemas by the name of the shape; what can be started is narrowed to these frameworks."""
    adapters: list[tuple[str, Any, TypeAdapter[Any]]] = [
        *((shape.__name__, "validation", TypeAdapter(shape)) for shape in _REQUESTS),
        *((shape.__name__, "serialization", TypeAdapter(shape)) for shape in _ANSWERS),
    ]
    _, found = TypeAdapter.json_schemas(adapters, ref_template="#/components/schemas/{model}")
    schemas: dict[str, Any] = _without_titles(dict(sorted(found["$defs"].items())))
    schemas["StartAssessment"] = _startable(schemas["StartAssessment"], frameworks)
    return schemas


def _without_titles(schema: Any) -> Any:
    """Without the titles that pydantic makes from the names of fields: they say nothing new."""
    if isinstance(schema, list):
        return [_without_titles(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _without_titles(inner) for key, inner in schema.items() if key != "title" or not isinstance(inner, str)
    }


def _startable(schema: dict[str, Any], frameworks: Iterable[Framework]) -> dict[str, Any]:
    """One branch for each framework, because each has its own levels and languages."""
    branches = []
    for framework in frameworks:
        branch = deepcopy(schema)
        branch["properties"]["framework"]["enum"] = [framework.id]
        branch["properties"]["level"]["enum"] = [level.value for level in framework.levels]
        branch["properties"]["locale"]["enum"] = list(framework.locales)
        branches.append(branch)
    return branches[0] if len(branches) == 1 else {"description": schema["description"], "anyOf": branches}
