"""Files hold one idea each: none grows past its limit, none is a drawer."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMITS = {".py": 300, ".html": 120, ".css": 300, ".js": 300}
LONGEST_FUNCTION = 40
LONGEST_VIEW = 25
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "manager", "managers"}
FOLDERS = ("assessment", "templates", "static", "tests")
FILES = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.suffix in LIMITS and not {"__pycache__", "versions"} & set(path.parts)  # a migration is written once
)


def test_no_file_is_longer_than_its_kind_allows() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines" for path, lines in lengths.items() if lines > LIMITS[path.suffix]
    ]
    assert not long, "\n".join(long)


def test_nothing_is_named_like_a_drawer() -> None:
    drawers = [str(path.relative_to(ROOT)) for path in FILES if DRAWERS & {path.stem, *path.parent.parts}]
    assert not drawers


@pytest.mark.parametrize("room", ["assessment"])
def test_functions_are_short(room: str) -> None:
    long = []
    for path in sorted((ROOT / room).rglob("*.py")):
        if "migrations" in path.parts:
            continue  # a migration is written once, in the order in which things happen
        limit = LONGEST_VIEW if path.name.endswith("views.py") else LONGEST_FUNCTION
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and not _is_command(node):
                lines = (node.end_lineno or 0) - node.lineno + 1 - _docstring_lines(node)
                if lines > limit:
                    long.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has {lines} lines")
    assert not long, "\n".join(long)


def _is_command(node: ast.FunctionDef) -> bool:
    """A command's options are its signature."""
    return any("command" in ast.dump(decorator) for decorator in node.decorator_list)


def _docstring_lines(node: ast.FunctionDef) -> int:
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return (first.end_lineno or 0) - first.lineno + 1
    return 0
