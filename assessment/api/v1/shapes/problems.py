"""Problem details as the interface shows them (RFC 9457)."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from assessment.api.v1.shapes.response_shape import described


@described
class FaultText(TypedDict):
    """What is wrong with one field."""

    pointer: str
    """JSON pointer (RFC 6901) into the request, such as ``/answers/ind.culture.skill.budget``."""
    detail: str


@described
class ProblemDetails(TypedDict):
    """Why a call was refused."""

    type: Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
    """``about:blank``, or the address of the kind of problem."""
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    errors: NotRequired[list[FaultText]]
