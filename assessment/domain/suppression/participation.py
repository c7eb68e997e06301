"""Rule 6, first half: how many took part, told only when it does not point at the few who did not."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assessment.domain.suppression.cells import Cell, CellKey, Family
from assessment.domain.suppression.differences import hide_differences
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.siblings import hide_siblings


def list_counted(
    families: Collection[Family],
    outside: Mapping[CellKey, frozenset[str]],
    shown: Collection[CellKey],
    k: int,
    fixed: Collection[CellKey] = (),
) -> frozenset[CellKey]:
    """Cells of those ``shown`` in which the count may be told, given who is ``outside`` it in every cell.

    Outside are nobody or at least ``k``; and the same holds for every difference and combination of counts.
    """
    hidden: dict[CellKey, Reason] = {
        key: Reason.TOO_FEW for key, people in outside.items() if key not in shown or 0 < len(people) < k
    }
    settled = False
    while not settled:
        before = len(hidden)
        hidden = hide_siblings(families, outside, hidden, k, fixed)
        hidden = hide_differences(outside, hidden, k, fixed)
        settled = len(hidden) == before
    return frozenset(shown) - frozenset(hidden)


def without_a_sheet(cells: Mapping[CellKey, Cell]) -> dict[CellKey, frozenset[str]]:
    """Stand-ins, in every cell, for the members from whom no sheet came.

    Which member a sheet came from need not be known: members and sheets are counted by the cells they stand in, and
    what the members outnumber the sheets by did not answer. Raises ValueError when there are more sheets than members.
    """
    members = _count_by_place({key: cell.members for key, cell in cells.items()})
    sheets = _count_by_place({key: cell.sheets for key, cell in cells.items()})
    missing: dict[CellKey, set[str]] = {key: set() for key in cells}
    for number, place in enumerate(sorted(members.keys() | sheets.keys(), key=sorted)):
        count = members.get(place, 0) - sheets.get(place, 0)
        if count < 0:
            raise ValueError("more sheets than members")
        for key in place:
            missing[key].update(f"{number}:{index}" for index in range(count))
    return {key: frozenset(people) for key, people in missing.items()}


def _count_by_place(people: Mapping[CellKey, frozenset[str]]) -> dict[frozenset[CellKey], int]:
    standing: dict[str, set[CellKey]] = {}
    for key, together in people.items():
        for one in together:
            standing.setdefault(one, set()).add(key)
    counts: dict[frozenset[CellKey], int] = {}
    for keys in standing.values():
        counts[frozenset(keys)] = counts.get(frozenset(keys), 0) + 1
    return counts
