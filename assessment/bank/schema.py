"""JSON Schema of the bank's files, for editors that check YAML while one types."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from assessment.bank.source import SHAPES


def list_schemas() -> dict[str, dict[str, Any]]:
    """Schema (draft 2020-12) of each kind of file by its name: framework, competencies, scales, items, actions, ..."""
    kinds = {_kind(file): shape for file, shape in SHAPES.items()}
    return {kind: _schema(kind, shape) for kind, shape in kinds.items()}


def _kind(file: str) -> str:
    """items/team.yaml → items, scales.yaml → scales."""
    return PurePosixPath(file).with_suffix("").parts[0]


def _schema(kind: str, shape: type[BaseModel]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **shape.model_json_schema(),
        "title": f"CX Wheel question bank: {kind}",
    }
