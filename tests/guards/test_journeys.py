"""Journeys wait for what they see: a page that has not arrived yet is no defect."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

JOURNEYS = Path(__file__).parents[1] / "journeys"
AT_ONCE = {
    "count",
    "get_attribute",
    "input_value",
    "is_checked",
    "is_enabled",
    "is_hidden",
    "is_visible",
    "text_content",
}
"""Methods of Playwright that look once, where ``expect`` would wait."""


@pytest.mark.parametrize("path", sorted(JOURNEYS.glob("*.py")), ids=lambda path: path.stem)
def test_nothing_is_asserted_of_a_page_at_once(path: Path) -> None:
    found = [
        f"line {call.lineno}: {call.func.attr}()"
        for statement in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(statement, ast.Assert)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in AT_ONCE
    ]
    assert not found, "use expect(...) instead"
