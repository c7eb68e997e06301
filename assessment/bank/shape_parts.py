"""What the shapes of the bank's files are made of: names, texts, and keys that may be left out."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel
from pydantic_core import PydanticCustomError

NAME = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
DOTTED_NAME = r"^[a-z][a-z0-9]*([._][a-z0-9]+)*$"
VERSION = r"^[0-9]{1,4}(\.[0-9]{1,4}){0,2}$"
LOCALE = r"^[a-z]{2}(_[A-Z]{2})?$"
ADDRESS = r"^https?://[^\s<>\"]+$"
NOT_BLANK = r"\S"

T = TypeVar("T")


def _refuse_nothing(value: object) -> object:
    if value is None:
        raise PydanticCustomError("no_value", "has no value")
    return value


def _without_null(schema: dict[str, Any]) -> None:
    """In the files, a key without a value is left out; null is no value that an editor should offer."""
    schema.pop("default", None)
    schema.update(schema.pop("anyOf", [{}])[0])


LevelName = Literal["individual", "team", "organisation"]
Name = Annotated[str, Field(pattern=NAME, max_length=40)]
DottedName = Annotated[str, Field(pattern=DOTTED_NAME, max_length=80)]
Line = Annotated[str, Field(pattern=NOT_BLANK, max_length=300)]
Score = Annotated[float, Field(ge=0, lt=100)]
MayBeLeftOut = Annotated[T | None, BeforeValidator(_refuse_nothing), Field(json_schema_extra=_without_null)]
"""A key that may be absent, but not present without a value."""


class Shape(BaseModel):
    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False
    )


class TextShape(RootModel[dict[str, str]]):
    """The same text under the key of every locale of the framework."""

    model_config = ConfigDict(strict=True, frozen=True)
