"""The tiny frameworks of tests/banks, and copies of them that a test may break."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from assessment.bank.reader import check_bank

BANKS = Path(__file__).parent.parent / "banks"

TINY = {"CX_WHEEL_BANK": str(BANKS)}
"""The environment of processes that need no questions: they start sooner than with the shipped bank."""


def copy_framework(name: str, into: Path) -> Path:
    """A copy of a tiny framework; gives the folder of its version."""
    shutil.copytree(BANKS / name, into / name)
    return into / name / "1.0"


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text that must be there."""
    before = file.read_text(encoding="utf-8")
    assert old in before, f"{old!r} is not in {file.name}"
    file.write_text(before.replace(old, new, 1), encoding="utf-8")


def line_of(file: Path, text: str, occurrence: int = 1) -> int:
    """Line (from 1) of the n-th line that has the text in it."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, start=1) if text in line][occurrence - 1]


@dataclass(frozen=True)
class Break:
    """An edit of one file of the tiny framework ``two_facets``, and the one finding it must cause.

    The finding is at the n-th line with the text ``at`` in the edited file, has ``key`` and says ``words``.
    """

    name: str
    file: str
    old: str
    new: str
    at: str
    key: str
    words: str
    occurrence: int = 1


def named(breaks: Sequence[Break]) -> pytest.MarkDecorator:
    """Parametrises a test by breaks."""
    return pytest.mark.parametrize("fault", breaks, ids=[fault.name for fault in breaks])


def assert_found_alone(fault: Break, folder: Path) -> None:
    """The break causes its finding and no other."""
    version = copy_framework("two_facets", folder)
    file = version / fault.file
    edit(file, fault.old, fault.new)
    findings = check_bank(version)
    assert [(finding.file, finding.line, finding.key) for finding in findings] == [
        (file.as_posix(), line_of(file, fault.at, fault.occurrence), fault.key)
    ], findings
    assert fault.words in findings[0].message
