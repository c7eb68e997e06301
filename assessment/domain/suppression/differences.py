"""Rule 4: no two sets of people whose figures are released, and no sum of such sets, single out fewer than k people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from assessment.domain.suppression.cells import CellKey
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.siblings import Hidden
from assessment.domain.suppression.span import Row, Span


def hide_differences(
    people: Mapping[CellKey, frozenset[str]],
    hidden: Mapping[CellKey, Reason],
    k: int,
    fixed: Collection[CellKey] = (),
    earlier: Collection[frozenset[str]] = (),
) -> Hidden:
    """``hidden`` and every cell that could be set against cells of higher priority to single out fewer than ``k``.

    ``fixed`` cells and the sets ``earlier`` were released before; then come groups without filters, then one filter,
    then two, the larger first, then by name: the order in which cells are asked for plays no part. Two sets may
    differ by nobody or by at least ``k`` people on either side on which they differ, and no combination of all the
    sets whatever may concern fewer than ``k``. Source: privacy specification, rule 4.
    """
    result = dict(hidden)
    shown = sorted((key for key in people if key not in hidden), key=lambda key: priority(key, people, fixed))
    columns = Columns([*earlier, *(people[key] for key in shown)])
    kept = list(dict.fromkeys(earlier))
    span = Span(columns.people).with_rows(columns.row(known) for known in kept)
    for key in shown:
        if key in fixed:
            kept.append(people[key])
            span = span.with_rows([columns.row(people[key])])
            continue
        wider = span.with_rows([columns.row(people[key])])
        new = wider.rank > span.rank
        if any(not differ_enough(people[key], other, k) for other in kept) or (new and wider.isolates_fewer_than(k)):
            result[key] = Reason.DIFFERENCE
        else:
            kept.append(people[key])
            span = wider
    return result


def differ_enough(one: frozenset[str], other: frozenset[str], k: int) -> bool:
    """Whether each side of the difference of two sets is nobody or at least ``k`` people."""
    return not (0 < len(one - other) < k or 0 < len(other - one) < k)


def priority(
    key: CellKey, people: Mapping[CellKey, frozenset[str]], fixed: Collection[CellKey] = ()
) -> tuple[bool, int, int, CellKey]:
    """Sorts what was released first, then fewer filters, then more people, then by name."""
    return key not in fixed, len(key.filters), -len(people[key]), key


class Columns:
    """People put together into columns: those who stand in exactly the same sets."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        standing: dict[str, list[int]] = {}
        for index, people in enumerate(dict.fromkeys(sets)):
            for person in people:
                standing.setdefault(person, []).append(index)
        classes: dict[tuple[int, ...], list[str]] = {}
        for person in sorted(standing):
            classes.setdefault(tuple(standing[person]), []).append(person)
        self._first = {together[0]: column for column, together in enumerate(classes.values())}
        self.people = {column: len(together) for column, together in enumerate(classes.values())}

    def row(self, people: frozenset[str]) -> Row:
        """The sum over a set of people as a row."""
        return {column: Fraction(1) for person, column in self._first.items() if person in people}
