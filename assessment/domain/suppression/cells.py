"""The cells of a campaign: groups in groups, and filters laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from assessment.domain.suppression.policy import MOST_FILTERS


@dataclass(frozen=True, slots=True, order=True)
class CellKey:
    """A group, and the filters laid over it as sorted pairs of filter and value."""

    group: str
    filters: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        names = [name for name, _ in self.filters]
        if len(names) > MOST_FILTERS or names != sorted(set(names)):
            raise ValueError(f"at most {MOST_FILTERS} different filters, in order")

    def without(self, name: str) -> CellKey:
        """The cell with that filter lifted."""
        return CellKey(self.group, tuple(pair for pair in self.filters if pair[0] != name))


@dataclass(frozen=True, slots=True)
class Cell:
    """People of a cell: ``members`` frozen when the campaign opened, ``sheets`` submitted by them.

    Ids are opaque, and those of sheets need have nothing to do with those of members: an anonymous campaign keeps no
    link between them.
    """

    members: frozenset[str]
    sheets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the campaign; ``parent`` is the larger group that holds it, None for the whole membership."""

    cell: Cell
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Cells that divide one larger cell without overlapping: its sub-groups, or the values of one filter on it."""

    whole: CellKey
    parts: tuple[CellKey, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """All cells of a campaign and how they divide one another. ``whole`` is the frozen membership."""

    whole: CellKey
    cells: Mapping[CellKey, Cell]
    families: tuple[Family, ...]


def build_structure(groups: Mapping[str, Group], filters: Mapping[str, Mapping[str, Cell]]) -> Structure:
    """Every cell and family of a campaign: each group under none, one or two of the filters.

    ``filters``: for each filter the people with each of its values, over the whole membership. Raises ValueError
    unless exactly one group has no parent, every group lies within its parent, and siblings and values are disjoint.
    """
    root = _check_groups(groups)
    for values in filters.values():
        _check_division(groups[root].cell, values)
    cells = {
        key: _people(groups[group].cell, [filters[name][value] for name, value in key.filters])
        for group in groups
        for key in _keys(group, filters)
    }
    return Structure(CellKey(root), cells, _list_families(groups, filters, cells))


def _check_groups(groups: Mapping[str, Group]) -> str:
    roots = [name for name, group in groups.items() if group.parent is None]
    if len(roots) != 1:
        raise ValueError("exactly one group holds the whole membership")
    for name, group in groups.items():
        ancestor, steps = group.parent, 0
        while ancestor is not None:
            if ancestor not in groups or steps > len(groups):
                raise ValueError(f"group {name} has no way up to the whole")
            ancestor, steps = groups[ancestor].parent, steps + 1
        _check_division(group.cell, {other: item.cell for other, item in groups.items() if item.parent == name})
    return roots[0]


def _check_division(whole: Cell, parts: Mapping[str, Cell]) -> None:
    for of_whole, of_parts in (
        (whole.members, [part.members for part in parts.values()]),
        (whole.sheets, [part.sheets for part in parts.values()]),
    ):
        together = frozenset().union(*of_parts)
        if not together <= of_whole or len(together) != sum(map(len, of_parts)):
            raise ValueError("parts lie within the whole and do not overlap")


def _keys(group: str, filters: Mapping[str, Mapping[str, Cell]]) -> Iterator[CellKey]:
    for count in range(MOST_FILTERS + 1):
        for names in combinations(sorted(filters), count):
            for values in product(*(sorted(filters[name]) for name in names)):
                yield CellKey(group, tuple(zip(names, values, strict=True)))


def _people(cell: Cell, laid_over: list[Cell]) -> Cell:
    members, sheets = cell.members, cell.sheets
    for other in laid_over:
        members, sheets = members & other.members, sheets & other.sheets
    return Cell(members, sheets)


def _list_families(
    groups: Mapping[str, Group], filters: Mapping[str, Mapping[str, Cell]], cells: Mapping[CellKey, Cell]
) -> tuple[Family, ...]:
    families: dict[tuple[CellKey, str], list[CellKey]] = {}
    for key in sorted(cells):
        parent = groups[key.group].parent
        if parent is not None:
            families.setdefault((CellKey(parent, key.filters), ""), []).append(key)
        for name in (name for name, _ in key.filters if name in filters):
            families.setdefault((key.without(name), name), []).append(key)
    return tuple(Family(whole, tuple(parts)) for (whole, _), parts in sorted(families.items()))
