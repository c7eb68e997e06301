"""Whatever an author does to the files, there are findings or there is a framework, and nothing else happens."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.bank.finding import BrokenBank
from assessment.bank.reader import read_framework
from assessment.bank.snapshot import restore_framework
from tests.factories.banks import BANKS, copy_framework

FILES = sorted(path.relative_to(BANKS / "two_facets/1.0").as_posix() for path in BANKS.glob("two_facets/1.0/**/*.yaml"))
NASTY = [
    r"null",
    r"[]",
    r"{}",
    r"[[]]",
    r"[{}]",
    r"0",
    r"-1",
    r"1e999",
    r".inf",
    r"true",
    r"yes",
    r"2026-13-45",
    r"'",
    r'"\ud800"',
    r'"\U00110000"',
    r"&a",
    r"*a",
    r"!!binary",
    r"<<",
    r"|",
    r">",
    r"-",
    r"?",
    r":",
    r"[a,a]",
    r"{en:a}",
    r"id:",
    r"high",
    r"garden",
    r"individual",
    r"ind.garden.knowledge.1",
    r"dig",
    r"harvest",
    r"org",
    r"team",
    r"[[[[[[[[[[[[[[[[",
]
VALUES = st.one_of(st.sampled_from(["", "9" * 400, "{en: a, ru: б}", "id: id: id", *NASTY]), st.text(max_size=12))


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str, int, int, str]:
    """A file, what is done to it, two lines counted modulo its length, and something to write there."""
    kinds = ["value", "key", "drop", "double", "swap", "indent", "insert", "cut", "remove"]
    line = st.integers(0, 250)
    return draw(st.sampled_from(FILES)), draw(st.sampled_from(kinds)), draw(line), draw(line), draw(VALUES)


def apply_edit(version: Path, edit: tuple[str, str, int, int, str]) -> None:
    name, kind, first, second, value = edit
    file = version / name
    if not file.exists() or kind == "remove":
        file.unlink(missing_ok=True)
        return
    lines = file.read_bytes().decode().splitlines()
    if lines:
        lines = edited(lines, kind, first % len(lines), second % len(lines), value)
    file.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))


def edited(lines: list[str], kind: str, at: int, other: int, value: str) -> list[str]:
    before, line, after = lines[:at], lines[at], lines[at + 1 :]
    key, _, written = line.partition(":")
    indent = key[: len(key) - len(key.lstrip(" -"))]
    swapped = list(lines)
    swapped[at], swapped[other] = swapped[other], swapped[at]
    return {
        "value": [*before, f"{key}: {value}", *after],
        "key": [*before, f"{indent}{value}:{written}", *after],
        "drop": before + after,
        "double": [*before, line, line, *after],
        "swap": swapped,
        "indent": [*before, f"  {line}", *after],
        "insert": [*before, value, line, *after],
        "cut": before,
    }[kind]


@settings(max_examples=100, deadline=None)
@given(st.lists(edits(), min_size=1, max_size=4))
def test_arbitrary_edits_lead_to_findings_or_to_a_framework(changes: list[tuple[str, str, int, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        version = copy_framework("two_facets", Path(folder))
        for change in changes:
            apply_edit(version, change)
        try:
            checked = read_framework(version)
        except BrokenBank as broken:
            findings = broken.findings
        else:
            assert restore_framework(checked.snapshot) == checked.framework
            return
        assert findings
        assert all(finding.line >= 1 and str(finding).isprintable() for finding in findings)
