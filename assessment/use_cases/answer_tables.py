"""Answers of several people from a CSV file, one person a row."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import BadAnswersFile, BadRow
from assessment.use_cases.respondents import NAME, AnswersFile, Respondent, check_respondent, near_item

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}([.,][0-9]{1,15})?")

Row = tuple[int, list[str]]
"""The line of the file that a row ends on, and its cells."""


def read_table(path: Path, text: str, framework: Framework, level: Level) -> AnswersFile:
    """A head of item ids, perhaps with a column ``name``, and a row for each person; an empty cell is no answer.

    Cells are parted by commas, or by semicolons where the head has more of them. Raises BadAnswersFile.
    """
    rows = _read_rows(path, text)
    if not rows:
        raise BadAnswersFile(path.name, "empty")
    (head_line, columns), *people = rows
    while columns and not columns[-1]:
        columns.pop()  # spreadsheets write empty columns that were once in use
    _check_head(path, head_line, columns, framework, level)
    if not people or columns == [NAME]:
        raise BadAnswersFile(path.name, "empty")
    return AnswersFile(len(people), (_person(line, cells, columns, framework, level) for line, cells in people))


def _read_rows(path: Path, text: str) -> list[Row]:
    """Rows that have anything in them."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error as wrong:
        raise BadAnswersFile(path.name, "syntax", row=reader.line_num) from wrong
    return [(line, cells) for line, cells in rows if any(cells)]


def _check_head(path: Path, line: int, columns: list[str], framework: Framework, level: Level) -> None:
    known = {NAME, *(item.id for item in framework.items_of(level))}
    for position, column in enumerate(columns):
        if column not in known:
            near = near_item(column, framework, level)
            raise BadAnswersFile(path.name, "column", row=line, found=column, near=near)
        if columns.index(column) != position:
            raise BadAnswersFile(path.name, "twice", row=line, found=column)


def _person(line: int, cells: list[str], columns: list[str], framework: Framework, level: Level) -> Respondent | BadRow:
    if len(cells) < len(columns) or any(cells[len(columns) :]):
        return BadRow(line, cells=len(cells), columns=len(columns))
    filled = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
    name = filled.pop(NAME, "")
    answers = {item: _value(cell) for item, cell in filled.items()}
    return check_respondent(line, name, answers, framework, level, line_of=lambda _item: line)


def _value(cell: str) -> object:
    """A cell's number where it is one, else its text, which only the special answers pass with."""
    return float(cell.replace(",", ".")) if _NUMBER.fullmatch(cell) else cell
