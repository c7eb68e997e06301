"""What is found in a list of people: those who can be added, and lines that cannot, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.address_faults import AddressFault, find_fault
from assessment.domain.people import LONGEST_NAME, TeamRole

MOST_LINES = 10_000
LARGEST_BYTES = 1_000_000
LONGEST_SHOWN = 80
"""Characters of a bad line that are shown."""

ReadAddress = Callable[[str], str | None]
"""Gives an address as it is kept, None for what is no address."""


class Trouble(StrEnum):
    """Why nobody can be added from a line."""

    NO_ADDRESS = "no_address"
    NOT_AN_ADDRESS = "not_an_address"
    NAME_TOO_LONG = "name_too_long"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_ROLE = "unknown_role"
    TOO_MANY_CELLS = "too_many_cells"
    REPEATED = "repeated"
    IN_TEAM = "in_team"


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody who can be added. ``line`` counts from 1; ``locale`` is empty when the list does not say."""

    line: int
    email: str
    name: str
    locale: str
    role: TeamRole


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that adds nobody. ``content`` is cut at LONGEST_SHOWN; ``first`` the line that an address repeats.

    ``fault`` tells what is wrong with an address that is none.
    """

    line: int
    content: str
    trouble: Trouble
    first: int | None = None
    fault: AddressFault | None = None


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list as read. ``ignored`` are heads of columns of which nothing was taken."""

    people: tuple[ListedPerson, ...]
    bad: tuple[BadLine, ...]
    ignored: tuple[str, ...] = ()


class PeopleListBuilder:
    """Collects people and bad lines; the second line with the same address is a bad one."""

    def __init__(self, read_address: ReadAddress) -> None:
        self._read_address = read_address
        self._people: dict[str, ListedPerson] = {}
        self._bad: list[BadLine] = []

    def add(
        self,
        line: int,
        content: str,
        address: str,
        *,
        name: str,
        locale: str = "",
        role: TeamRole = TeamRole.MEMBER,
    ) -> None:
        """Take one person, or note why not. ``content`` is what stood there; the name is kept as text."""
        name = one_line(name)
        email = self._read_address(address)
        if not address:
            self.refuse(line, content, Trouble.NO_ADDRESS)
        elif email is None:
            self._bad.append(BadLine(line, shorten(content), Trouble.NOT_AN_ADDRESS, fault=find_fault(address)))
        elif len(name) > LONGEST_NAME:
            self.refuse(line, content, Trouble.NAME_TOO_LONG)
        elif email in self._people:
            self._bad.append(BadLine(line, shorten(content), Trouble.REPEATED, self._people[email].line))
        else:
            self._people[email] = ListedPerson(line, email, name, locale, role)

    def refuse(self, line: int, content: str, trouble: Trouble) -> None:
        self._bad.append(BadLine(line, shorten(content), trouble))

    def build(self, ignored: tuple[str, ...] = ()) -> PeopleList:
        """The list, in the order of its lines."""
        return PeopleList(tuple(self._people.values()), tuple(self._bad), ignored)


def one_line(text: str) -> str:
    """The text with every run of spaces, line breaks and control characters as one space."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def shorten(text: str) -> str:
    """The beginning of the text as one line, cut with an ellipsis."""
    line = one_line(text[: 10 * LONGEST_SHOWN])
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"
