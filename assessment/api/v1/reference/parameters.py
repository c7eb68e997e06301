"""Parameters of calls: in the path, in the query, in headers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assessment.api.v1.reference.calls import Call
from assessment.domain.framework import Framework

_TAG = r'(W/)?"[!#-+\-.-~]*"'


def list_parameters(call: Call, frameworks: Sequence[Framework]) -> list[dict[str, Any]]:
    """Parameters in the form of OpenAPI; what can be chosen is what these frameworks offer."""
    parameters = []
    if "{assessment_id}" in call.path:
        key = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}
        parameters.append(_parameter("assessment_id", "path", "Id of the assessment.", key))
    if "{framework_id}" in call.path:
        parameters += _framework_parameters(frameworks)
    if call.conditional:
        about = (
            "The revision the answers must still have, in quotation marks as in an ETag; several are parted by commas."
        )
        schema: dict[str, Any] = {
            "type": "string",
            "pattern": rf"^(\*|[0-9]{{1,18}}|{_TAG}(, ?{_TAG})*)$",
            "examples": ['"0"'],
        }
        parameters.append(_parameter("If-Match", "header", about, schema, required=False))
    return parameters


def _framework_parameters(frameworks: Sequence[Framework]) -> list[dict[str, Any]]:
    ids = [framework.id for framework in frameworks]
    levels = dict.fromkeys(level.value for framework in frameworks for level in framework.levels)
    locales = dict.fromkeys(locale for framework in frameworks for locale in framework.locales)
    version = {"type": "string", "pattern": r"^[0-9]{1,4}(\.[0-9]{1,4}){0,2}$"}
    return [
        _parameter("framework_id", "path", "Id of the framework.", {"type": "string", "enum": ids}),
        _parameter("level", "query", "Whom the items are about.", {"type": "string", "enum": list(levels)}),
        _parameter("locale", "query", "The language of all texts.", {"type": "string", "enum": list(locales)}),
        _parameter("version", "query", "A published version; the latest if not given.", version, required=False),
    ]


def _parameter(name: str, place: str, about: str, schema: dict[str, Any], *, required: bool = True) -> dict[str, Any]:
    return {"name": name, "in": place, "description": about, "required": required, "schema": schema}
