"""Reading people from a table: CSV with commas, semicolons or tabs, columns in any order."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import TypeVar

from assessment.domain.address_list import read_pasted_list
from assessment.domain.listed_people import MOST_LINES, PeopleList, PeopleListBuilder, ReadAddress, Trouble, one_line
from assessment.domain.people import TeamRole
from assessment.domain.team_refusals import BadListFile

_HEADS: Mapping[str, frozenset[str]] = {
    "address": frozenset(
        {"address", "email", "e-mail", "mail", "email address", "e-mail address", "work email"}
        | {"адрес", "почта", "электронная почта", "эл. почта", "адрес электронной почты", "эл. адрес", "рабочая почта"}
    ),
    "name": frozenset({"name", "full name", "first name", "given name", "имя", "фио", "имя и фамилия"}),
    "surname": frozenset({"surname", "last name", "family name", "фамилия"}),
    "language": frozenset({"language", "locale", "lang", "язык"}),
    "role": frozenset({"role", "роль"}),
}
_LANGUAGES: Mapping[str, frozenset[str]] = {
    "": frozenset({""}),
    "en": frozenset({"en", "eng", "english", "английский", "англ"}),
    "ru": frozenset({"ru", "rus", "russian", "русский", "рус"}),
}
_ROLES: Mapping[TeamRole, frozenset[str]] = {
    TeamRole.MEMBER: frozenset({"", "member", "участник", "участница"}),
    TeamRole.LEAD: frozenset({"lead", "leader", "team lead", "руководитель", "лид"}),
}
_REGION = re.compile(r"(?<=^[a-z]{2})[-_][a-z]{2}$")
"""What follows the language in ``en-US``."""

T = TypeVar("T")

_DELIMITERS = ",;\t"
_SEPARATOR = re.compile(r"sep=(?P<sign>[,;\t])\r?$", re.IGNORECASE | re.MULTILINE)


def read_people_table(text: str, read_address: ReadAddress) -> PeopleList:
    """People from a table whose first line names its columns; one without a head is read as a pasted list.

    Raises BadListFile: more than MOST_LINES lines, no column of addresses, a cell that never ends, nothing at all.
    """
    rows = _rows(text)
    _, head = next(rows, (0, []))
    columns = _columns(head)
    if "address" not in columns:
        if any("@" in cell for cell in head) or not head:
            return read_pasted_list(text, read_address)
        raise BadListFile("columns")
    builder = PeopleListBuilder(read_address)
    for line, row in rows:
        _add(builder, line, row, columns, len(head))
    used = set(columns.values())
    ignored = tuple(one_line(cell) for index, cell in enumerate(head) if index not in used and cell.strip())
    people = builder.build(ignored)
    if not people.people and not people.bad:
        raise BadListFile("empty")
    return people


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold anything, each with the number of its first line; ``sep=;``, which Excel writes, is none."""
    taken: list[str] = []
    lines = _noting(StringIO(text, newline=""), taken)
    reader = csv.reader(lines, delimiter=_delimiter(text), skipinitialspace=True)
    line = 1
    try:
        for row in reader:
            if reader.line_num > MOST_LINES + 1:
                raise BadListFile("lines")
            if reader.line_num > line and sum(one.count('"') for one in taken) % 2:
                raise BadListFile("cell", line)
            taken.clear()
            if any(cell.strip() for cell in row) and not (line == 1 and _SEPARATOR.match(text)):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadListFile("cell", line) from error


def _noting(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """The lines, each put into ``taken`` as well: what the row that is being read is made of."""
    for line in lines:
        taken.append(line)
        yield line


def _delimiter(text: str) -> str:
    """The sign that parts the cells: the one the file names, or the one of the first line that holds anything."""
    named = _SEPARATOR.match(text)
    if named:
        return named["sign"]
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=head.count)


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Where each known column stands; the first of several with the same meaning."""
    found: dict[str, int] = {}
    for index, cell in enumerate(head):
        word = one_line(cell).casefold()
        for column, names in _HEADS.items():
            if word in names:
                found.setdefault(column, index)
    return found


def _add(builder: PeopleListBuilder, line: int, row: list[str], columns: Mapping[str, int], width: int) -> None:
    content = " · ".join(cell for cell in row if cell.strip())
    cells = {column: row[index].strip() if index < len(row) else "" for column, index in columns.items()}
    locale = _meaning(_LANGUAGES, cells.get("language", ""))
    role = _meaning(_ROLES, cells.get("role", ""))
    if any(cell.strip() for cell in row[width:]):
        builder.refuse(line, content, Trouble.TOO_MANY_CELLS)
    elif locale is None:
        builder.refuse(line, content, Trouble.UNKNOWN_LANGUAGE)
    elif role is None:
        builder.refuse(line, content, Trouble.UNKNOWN_ROLE)
    else:
        name = f"{cells.get('name', '')} {cells.get('surname', '')}"
        builder.add(line, content, cells["address"], name=name, locale=locale, role=role)


def _meaning(words: Mapping[T, frozenset[str]], cell: str) -> T | None:
    word = _REGION.sub("", one_line(cell).casefold().rstrip("."))
    return next((meaning for meaning, known in words.items() if word in known), None)
