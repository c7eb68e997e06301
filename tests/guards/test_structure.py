"""Rules about where things stand that an import contract cannot say."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.bank.location import bank_path
from assessment.bank.reader import check_bank

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "assessment"


def python_files() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")


def test_the_shipped_bank_is_valid() -> None:
    assert check_bank(bank_path()) == ()


def test_a_transaction_is_committed_in_one_place_only() -> None:
    places = {str(path.relative_to(ROOT)) for path, text in python_files() if "commit(" in text}
    assert places == {"assessment/store/database.py"}


def test_matplotlib_is_used_without_pyplot() -> None:
    assert not [str(path) for path, text in python_files() if "pyplot" in text]


HEAVY = {"matplotlib", "reportlab", "numpy", "segno", "icalendar", "ruamel", "scipy"}


def test_starting_the_site_loads_no_drawing_library() -> None:
    """Heavy libraries are imported where they are used; a question page needs none of them."""
    code = (
        "import sys; from assessment.app import create_app; import assessment.web, assessment.api; "
        f"print(sorted({HEAVY - {'ruamel'}!r} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("folder", ["domain"])
def test_the_domain_reads_no_clock(folder: str) -> None:
    offenders = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert not offenders


def test_every_setting_is_documented() -> None:
    names = set()
    for _, text in python_files():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("CX_WHEEL_"):
                names.add(node.value.split()[0].rstrip("="))
    documented = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    names.discard("CX_WHEEL_")
    assert names
    assert not {name for name in names if f"`{name}`" not in documented}
