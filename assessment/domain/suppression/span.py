"""Linear algebra of an attacker: what can be worked out by adding and subtracting released figures, exactly.

A figure is a row: for each column (a class of people who stand alike in every row) the weight their values have in
it. Whoever knows the figures knows every combination of the rows, and nothing else. People are laid open when some
combination other than nothing concerns only columns of fewer than k people together.

Such a combination is a light cocircuit of the matroid of the columns: a set of columns without which the rows have a
lower rank. It meets every basis; so the search takes each light column of the present basis out in turn, mends the
basis with the heaviest column that can stand in, and goes on with fewer people left to spend. The search is exact and
ends after at most k − 1 steps in depth; should it grow past ``MOST_STEPS``, the answer is the careful one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

Row = dict[int, Fraction]

MOST_STEPS = 2_000
"""Mended bases after which the search gives up and says that people could be laid open."""


class Span:
    """All combinations of rows over columns of a known number of people each."""

    def __init__(self, people: Mapping[int, int]) -> None:
        """``people`` is the number of people, at least 1, in every column that any row will have."""
        self._people = people
        self._tableau: dict[int, Row] = {}

    @property
    def rank(self) -> int:
        """How many of the rows tell something that the others do not."""
        return len(self._tableau)

    def with_rows(self, rows: Iterable[Row]) -> Span:
        """A span of these rows besides its own."""
        larger = Span(self._people)
        larger._tableau = dict(self._tableau)
        for row in rows:
            larger._add(row)
        return larger

    def isolates_fewer_than(self, k: int) -> bool:
        """Whether some combination, not zero, concerns fewer than ``k`` people; True as well when it takes too long."""
        return _Search(self._people).finds(_settle(self._tableau, self._people), frozenset(), k - 1)

    def _add(self, row: Row) -> None:
        rest = dict(row)
        for pivot, known in self._tableau.items():
            _subtract(rest, known, rest.get(pivot))
        if not rest:
            return
        pivot = _heaviest(rest, self._people)
        factor = rest[pivot]
        rest = {column: value / factor for column, value in rest.items()}
        for other, known in self._tableau.items():
            if pivot in known:
                self._tableau[other] = _without(known, rest, pivot)
        self._tableau[pivot] = rest


class _Search:
    """One search for a light combination; remembers what it took out already, in whatever order."""

    def __init__(self, people: Mapping[int, int]) -> None:
        self._people = people
        self._seen: set[frozenset[int]] = set()

    def finds(self, tableau: dict[int, Row], removed: frozenset[int], left: int) -> bool:
        """Whether columns of at most ``left`` people can be taken out, beside ``removed``, so that the rank falls."""
        if any(_count(row, removed, self._people) <= left for row in tableau.values()):
            return True
        for pivot in sorted(tableau):
            size, gone = self._people[pivot], removed | {pivot}
            if size > left or gone in self._seen:
                continue
            self._seen.add(gone)
            if len(self._seen) > MOST_STEPS:
                return True
            stand_in = _heaviest({c: v for c, v in tableau[pivot].items() if c not in gone}, self._people)
            if self.finds(_pivot(tableau, pivot, stand_in), gone, left - size):
                return True
        return False


def _count(row: Row, removed: frozenset[int], people: Mapping[int, int]) -> int:
    """People a row concerns, those already taken out left aside."""
    return sum(people[column] for column in row if column not in removed)


def _heaviest(row: Row, people: Mapping[int, int]) -> int:
    return max(row, key=lambda column: (people[column], -column))


def _settle(tableau: dict[int, Row], people: Mapping[int, int]) -> dict[int, Row]:
    """The same span with a basis of the heaviest columns, of which the fewest are light."""
    settled = False
    while not settled:
        settled = True
        for pivot, row in tableau.items():
            heaviest = _heaviest(row, people)
            if people[heaviest] > people[pivot]:
                tableau = _pivot(tableau, pivot, heaviest)
                settled = False
                break
    return tableau


def _pivot(tableau: dict[int, Row], leaving: int, entering: int) -> dict[int, Row]:
    """The tableau with ``entering`` in the basis instead of ``leaving``; the same span."""
    factor = tableau[leaving][entering]
    row = {column: value / factor for column, value in tableau[leaving].items()}
    rest = {
        pivot: _without(known, row, entering) if entering in known else known
        for pivot, known in tableau.items()
        if pivot != leaving
    }
    return {**rest, entering: row}


def _without(known: Row, row: Row, column: int) -> Row:
    """``known`` less the multiple of ``row`` that clears ``column``, where ``row`` is 1."""
    result = dict(known)
    _subtract(result, row, known[column])
    return result


def _subtract(target: Row, row: Row, factor: Fraction | None) -> None:
    """Take ``factor`` times ``row`` from ``target``, in place; zeros are left out."""
    if not factor:
        return
    for column, value in row.items():
        rest = target.get(column, 0) - factor * value
        if rest:
            target[column] = rest
        else:
            target.pop(column, None)
