"""What is wrong in a bank, so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: the file, its line (from 1), the key in it, what is wrong and what to do."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return _visible(f"{self.file}:{self.line}: {self.key}: {self.message}")


def _visible(text: str) -> str:
    """One line in which letters that cannot be seen, such as line ends and control characters, are escapes."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


class BrokenBank(Exception):
    """A bank that cannot be used. ``findings`` has every fault, sorted by file and line; str() is one line for each."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(set(findings)))
        super().__init__("\n".join(str(finding) for finding in self.findings))
