"""Form fields as pages show them: label, what was typed, hint and refusal, laid out by ``components/field``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field. ``kind`` is an input type or ``textarea`` or ``select``; ``options`` are values and texts of the last.

    ``limits`` are further attributes such as min, max, step, maxlength; ``error`` is empty when all is well.
    """

    id: str
    name: str
    label: str
    value: str
    kind: str = "text"
    hint: str = ""
    error: str = ""
    required: bool = False
    limits: Mapping[str, str] | None = None
    options: tuple[tuple[str, str], ...] = ()
