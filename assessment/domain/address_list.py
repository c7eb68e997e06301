"""Reading people from a pasted list: as mail programs copy recipients, or one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assessment.domain.listed_people import MOST_LINES, PeopleList, PeopleListBuilder, ReadAddress
from assessment.domain.team_refusals import BadListFile
from assessment.domain.written_addresses import split_named, tidy_address, unquote

_PIECE = re.compile(r'(?:"[^"]*"|<[^<>]*>|[^,;"<]|["<])+')
"""What stands between separators; quotation marks and angle brackets keep theirs."""

_NAMED = re.compile(r"^(?P<name>.*?)<(?P<address>[^<>]*)>$", re.DOTALL)
_MOST_NAMES = 3
"""Parts that a name with commas has at most."""


def read_pasted_list(text: str, read_address: ReadAddress) -> PeopleList:
    """People from addresses parted by commas, semicolons or lines, each ``a@b``, ``Name <a@b>`` or ``Name a@b``.

    A line of a table, ``Name, a@b`` or ``a@b; Name``, is one person too.

    Raises BadListFile: more than MOST_LINES lines or people, or nothing at all.
    """
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise BadListFile("lines")
    builder = PeopleListBuilder(read_address)
    found = 0
    for number, line in enumerate(lines, start=1):
        row = _table_row(line)
        for piece in (row,) if row else _pieces(line):
            for name, address in _entries(piece):
                found += 1
                if found > MOST_LINES:
                    raise BadListFile("lines")
                builder.add(number, line if row else piece, address, name=name)
    if not found:
        raise BadListFile("empty")
    return builder.build()


def _pieces(line: str) -> Iterator[str]:
    """The entries of a line. ``Surname, Name <a@b>`` is one: a name without an address belongs to what follows."""
    waiting: list[str] = []
    for found in _PIECE.finditer(line):
        piece = found[0].strip()
        if not piece:
            continue
        belongs = bool(_NAMED.match(piece)) or "@" not in piece
        if waiting and (not belongs or len(waiting) == _MOST_NAMES):
            yield ", ".join(waiting)
            waiting = []
        waiting.append(piece)
        if "@" in piece or line[found.end() : found.end() + 1] != ",":
            yield ", ".join(waiting)
            waiting = []
    if waiting:
        yield ", ".join(waiting)


def _table_row(line: str) -> str:
    """``Name a@b`` for a line that holds one bare address and one name beside it, else nothing."""
    cells = [cell.strip() for cell in re.split(r"[,;\t]", line) if cell.strip()]
    addresses = [cell for cell in cells if "@" in cell and not set(cell) & set(' "<>')]
    names = [cell for cell in cells if "@" not in cell and not set(cell) & set('"<>')]
    return f"{names[0]} {addresses[0]}" if len(cells) == 2 and len(addresses) == len(names) == 1 else ""


def _entries(piece: str) -> Iterator[tuple[str, str]]:
    """Name and address, both as written; several for addresses parted by spaces alone."""
    if _NAMED.match(piece):
        name, address = split_named(piece)
        yield name, tidy_address(address)
        return
    words = piece.split()
    addresses = [word for word in words if "@" in word]
    if len(addresses) == len(words):
        yield from (("", tidy_address(address)) for address in addresses)
    elif len(addresses) == 1:
        yield unquote(" ".join(word for word in words if word != addresses[0])), tidy_address(addresses[0])
    else:
        yield "", tidy_address(piece) if addresses else ""
