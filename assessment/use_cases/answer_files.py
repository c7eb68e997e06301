"""Answers from a file: YAML or JSON for one person, CSV for one person a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any

from assessment.domain.answers import AnswerSheet, AnswerValue, read_answer
from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import BadAnswersFile, BadRow, UnknownItem, ValueOffScale

LARGEST = 50 * 1024 * 1024
"""Bytes of an answers file at most."""

NAME_COLUMN = "name"


@dataclass(frozen=True, slots=True)
class Respondent:
    """One person's answers. ``row`` is the line in the file for CSV, 1 otherwise; ``name`` may be empty."""

    row: int
    name: str
    sheet: AnswerSheet


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What a file holds: ``rows`` in number, read one at a time in the order of the file."""

    rows: int
    respondents: Iterator[Respondent | BadRow]


def read_answers_file(path: Path, framework: Framework, level: Level) -> AnswersFile:
    """Answers for the level's items. Raises BadAnswersFile where the file as a whole cannot be read.

    YAML and JSON hold ``{item id: value}``, or ``{name: ..., answers: {...}}``. CSV (comma or semicolon, UTF-8) has a
    head of item ids and may have a column ``name``; an empty cell is an item without an answer.
    """
    kind = path.suffix.lower()
    if kind == ".csv":
        return _from_csv(path, _text_of(path), framework, level)
    if kind in (".yaml", ".yml", ".json"):
        document = _load_json(path) if kind == ".json" else _load_yaml(path)
        return AnswersFile(1, iter([_from_mapping(path, document, framework, level)]))
    raise BadAnswersFile(path.name, "kind", found=path.suffix or path.name)


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise BadAnswersFile(path.name, "size", found=str(LARGEST // 1024 // 1024))
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise BadAnswersFile(path.name, "encoding", row=wrong.object[: wrong.start].count(b"\n") + 1) from wrong
    except OSError as wrong:
        raise BadAnswersFile(path.name, "unreadable", found=wrong.strerror or "") from wrong


def _load_json(path: Path) -> object:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        known: dict[str, Any] = {}
        for key, value in pairs:
            if key in known:
                raise BadAnswersFile(path.name, "twice", found=key)
            known[key] = value
        return known

    try:
        return json.loads(_text_of(path), object_pairs_hook=once)
    except (json.JSONDecodeError, RecursionError) as wrong:
        row = wrong.lineno if isinstance(wrong, json.JSONDecodeError) else 1
        raise BadAnswersFile(path.name, "syntax", row=row) from wrong


def _load_yaml(path: Path) -> object:
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="safe", pure=True).load(_text_of(path))
    except DuplicateKeyError as wrong:
        raise BadAnswersFile(path.name, "twice", row=_line(wrong), found=str(wrong.problem or "")) from wrong
    except (YAMLError, ValueError, RecursionError) as wrong:
        row = _line(wrong) if isinstance(wrong, MarkedYAMLError) else 1
        raise BadAnswersFile(path.name, "syntax", row=row) from wrong


def _line(wrong: Any) -> int:
    return wrong.problem_mark.line + 1 if wrong.problem_mark is not None else 1


def _from_mapping(path: Path, document: object, framework: Framework, level: Level) -> Respondent | BadRow:
    if not isinstance(document, Mapping):
        raise BadAnswersFile(path.name, "shape")
    answers = document.get("answers", document)
    if not isinstance(answers, Mapping):
        raise BadAnswersFile(path.name, "shape")
    name = document.get(NAME_COLUMN, "") if answers is not document else ""
    return _respondent(1, str(name or ""), {str(item): raw for item, raw in answers.items()}, framework, level)


def _from_csv(path: Path, text: str, framework: Framework, level: Level) -> AnswersFile:
    head = text.split("\n", 1)[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [column.strip() for column in next(reader)]
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except StopIteration as wrong:
        raise BadAnswersFile(path.name, "empty") from wrong
    except csv.Error as wrong:
        raise BadAnswersFile(path.name, "syntax", row=reader.line_num) from wrong
    _check_head(path, columns, framework, level)
    if not rows:
        raise BadAnswersFile(path.name, "empty")
    return AnswersFile(len(rows), (_from_row(line, row, columns, framework, level) for line, row in rows))


def _check_head(path: Path, columns: list[str], framework: Framework, level: Level) -> None:
    known = [NAME_COLUMN, *(item.id for item in framework.items_of(level))]
    for position, column in enumerate(columns, start=1):
        if columns.index(column) != position - 1:
            raise BadAnswersFile(path.name, "twice", row=1, found=column)
        if column not in known:
            near = get_close_matches(column, known, n=1)
            raise BadAnswersFile(path.name, "column", row=1, found=column, near=near[0] if near else "")


def _from_row(line: int, row: list[str], columns: list[str], framework: Framework, level: Level) -> Respondent | BadRow:
    if len(row) != len(columns):
        return BadRow(line, column="", refusal=None, cells=len(row), columns=len(columns))
    cells = {column: cell.strip() for column, cell in zip(columns, row, strict=True)}
    name = cells.pop(NAME_COLUMN, "")
    return _respondent(line, name, {item: _number(cell) for item, cell in cells.items() if cell}, framework, level)


def _number(cell: str) -> object:
    """A cell's number where it is one, else its text, which only the special answers pass with."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return cell


def _respondent(
    line: int, name: str, raw: Mapping[str, object], framework: Framework, level: Level
) -> Respondent | BadRow:
    values: dict[str, AnswerValue] = {}
    for item, value in raw.items():
        try:
            answer = read_answer(framework, level, item, value)
        except (UnknownItem, ValueOffScale) as refusal:
            return BadRow(line, column=item, refusal=refusal)
        if answer is not None:
            values[item] = answer
    return Respondent(line, name, AnswerSheet(level, values))
