"""Answers from a file: YAML or JSON for one person, CSV for one person a row."""

from __future__ import annotations

from pathlib import Path

from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import BadAnswersFile
from assessment.use_cases.answer_documents import read_person
from assessment.use_cases.answer_tables import read_table
from assessment.use_cases.respondents import AnswersFile

LARGEST = 50 * 1024 * 1024
"""Bytes of an answers file at most."""


def read_answers_file(path: Path, framework: Framework, level: Level) -> AnswersFile:
    """Answers for the level's items, in UTF-8. Raises BadAnswersFile where the file as a whole cannot be read."""
    kind = path.suffix.lower()
    if kind == ".csv":
        return read_table(path, _text_of(path), framework, level)
    if kind in (".yaml", ".yml", ".json"):
        return read_person(path, _text_of(path), framework, level)
    raise BadAnswersFile(path.name, "kind", found=path.suffix or path.name)


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise BadAnswersFile(path.name, "size", found=str(LARGEST // 1024 // 1024))
        content = path.read_bytes()
    except OSError as wrong:
        raise BadAnswersFile(path.name, "unreadable", found=wrong.strerror or "") from wrong
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        row = content.count(b"\n", 0, wrong.start) + 1
        raise BadAnswersFile(path.name, "encoding", row=row) from wrong
