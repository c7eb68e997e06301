"""What calls take. Unknown fields are refused."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

MOST_ANSWERS = 1000
"""Answers one call may change; no questionnaire has as many items."""


class RequestShape(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True)


class FrameworkQuery(RequestShape):
    """Which part of a framework to show."""

    level: str
    """Whom the items are about."""
    locale: str
    """The language of all texts."""
    version: str | None = None
    """A published version; the latest if not given."""


class StartAssessment(RequestShape):
    """What a new assessment is about."""

    framework: str
    """Id of a framework; its latest version is used."""
    level: str
    """Whom the assessment is about."""
    locale: str
    """The language of texts in result, plan and pictures."""


Value = Annotated[
    Any,  # the items' own scales decide, and name every value that does not fit
    WithJsonSchema(
        {"anyOf": [{"type": "integer"}, {"enum": ["not_applicable", "dont_know"]}, {"type": "null"}]},
    ),
]


class ChangeAnswers(RequestShape):
    """Answers to store; those not named stay as they are."""

    answers: Annotated[dict[str, Value], Field(max_length=MOST_ANSWERS)]
    """By item id: a whole point of the item's scale (2.0 counts as 2), ``not_applicable``, ``dont_know``, or null to
    clear the answer."""


class Submit(RequestShape):
    """How to submit."""

    accept_incomplete: bool = False
    """Whether items without an answer are meant to stay so."""
