"""What shapes of answers share."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, with_config

described = with_config(ConfigDict(use_attribute_docstrings=True))
"""Docstrings under the fields of a shape become its descriptions."""

Score = Annotated[float, Field(ge=0, le=100)]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Count = Annotated[int, Field(ge=0)]

__all__ = ["Address", "Count", "Day", "Moment", "Score", "described"]
