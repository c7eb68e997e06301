"""JSON Schemas of all shapes."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

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


class _Plain(GenerateJsonSchema):
    """Without titles made from the names of fields, which say nothing new."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  pydantic passes the schema
        return False


def build_schemas(frameworks: Iterable[Framework]) -> dict[str, Any]:
    """Schemas by the name of the shape; what can be started is narrowed to these frameworks."""
    adapters: list[tuple[str, Any, TypeAdapter[Any]]] = [
        *((shape.__name__, "validation", TypeAdapter(shape)) for shape in _REQUESTS),
        *((shape.__name__, "serialization", TypeAdapter(shape)) for shape in _ANSWERS),
    ]
    _, found = TypeAdapter.json_schemas(adapters, ref_template="#/components/schemas/{model}", schema_generator=_Plain)
    schemas: dict[str, Any] = dict(sorted(found["$defs"].items()))
    for schema in schemas.values():
        schema.pop("title", None)
    schemas["StartAssessment"] = _startable(schemas["StartAssessment"], frameworks)
    return schemas


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
