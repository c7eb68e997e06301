"""An attacker who knows everything but the answers: who is where, who answered what, and every figure released."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from assessment.domain.suppression.cells import CellKey
from assessment.domain.suppression.decide import Survey
from assessment.domain.suppression.linked import Figure
from assessment.domain.suppression.release import Form, Release

Unknown = tuple[str, Hashable]
"""A person, and what of that person is unknown."""

Sum = dict[Unknown, Fraction]
"""A released figure as a sum: for every unknown the weight it has."""


def sums_of(survey: Survey, release: Release, prefix: str) -> list[Sum]:
    """All means released as numbers of the figures whose statements start alike, each as a sum over people."""
    return [
        _sum(figure, people, survey)
        for figure in survey.figures
        if figure.id.startswith(prefix) or any(part.startswith(prefix) for part in figure.parts)
        for key, people in told_as_numbers(survey, release, figure).items()
    ]


def told_as_numbers(survey: Survey, release: Release, figure: Figure) -> dict[CellKey, frozenset[str]]:
    """Cells in which the figure is a number, with the people it is the mean of."""
    return {
        key: cell.sheets.intersection(figure.values)
        for key, cell in survey.structure.cells.items()
        if release.cells[key].figures[figure.id].form is Form.NUMBER
    }


def _sum(figure: Figure, people: frozenset[str], survey: Survey) -> Sum:
    if not figure.parts:
        return dict.fromkeys(((one, figure.id) for one in people), Fraction(1))
    result = {}
    for one in people:
        own = [part for part in figure.parts if one in survey.rated[part]]
        for part in own:
            result[(one, part)] = Fraction(figure.parts[part], sum(figure.parts[other] for other in own))
    return result


def sum_over(people: frozenset[str]) -> Sum:
    """The plain sum over some people of one unknown each."""
    return dict.fromkeys(((one, "value") for one in people), Fraction(1))


def find_exposed(sums: Sequence[Sum], k: int) -> frozenset[str] | None:
    """Fewer than ``k`` people about whom alone something can be worked out from the sums; None when there are none.

    Exact elimination: first everybody is eliminated who stands exactly like ``k`` or more people, for these can only
    appear together. What is left are all combinations about the others; then every set of fewer than k is tried.
    """
    alike = _classes(sums)
    crowd = {one for some in alike if len(some) >= k for one in some}
    rest = eliminate(sums, crowd)
    touched = {one for row in rest for one, _ in row}
    few = [some for some in alike if len(some) < k and some[0] in touched]
    for some in _sets_below(few, k):
        if eliminate(rest, touched - some):
            return frozenset(some)
    return None


def eliminate(sums: Sequence[Sum], people: Collection[str]) -> list[Sum]:
    """A basis of all combinations of the sums in which none of these people appears."""
    spent: dict[Unknown, Sum] = {}
    without = []
    for row in sums:
        rest = _reduce(row, spent)
        unknown = next((unknown for unknown in rest if unknown[0] in people), None)
        if unknown is None:
            without.append(rest)
        else:
            spent[unknown] = rest
    basis: dict[Unknown, Sum] = {}
    for row in without:
        rest = _reduce(row, basis)
        if rest:
            basis[next(iter(rest))] = rest
    return list(basis.values())


def _reduce(row: Sum, spent: Mapping[Unknown, Sum]) -> Sum:
    """The row less what of it the spent rows explain; each of those is without the unknowns of those before it."""
    rest = dict(row)
    for unknown, used in spent.items():
        if unknown in rest:
            factor = rest[unknown] / used[unknown]
            for other, weight in used.items():
                rest[other] = rest.get(other, Fraction(0)) - factor * weight
                if not rest[other]:
                    del rest[other]
    return rest


def _classes(sums: Sequence[Sum]) -> list[list[str]]:
    """People who have the same weights in all the sums."""
    standing: dict[str, dict[tuple[int, Hashable], Fraction]] = {}
    for index, row in enumerate(sums):
        for (one, what), weight in row.items():
            standing.setdefault(one, {})[index, what] = weight
    classes: dict[frozenset[tuple[tuple[int, Hashable], Fraction]], list[str]] = {}
    for one in sorted(standing):
        classes.setdefault(frozenset(standing[one].items()), []).append(one)
    return list(classes.values())


def _sets_below(classes: list[list[str]], k: int) -> Iterator[set[str]]:
    """Unions of classes of fewer than k people, those left out that another class could still join."""
    for count in range(min(k - 1, len(classes)), 0, -1):
        for chosen in combinations(range(len(classes)), count):
            size = sum(len(classes[index]) for index in chosen)
            room = k - 1 - size
            if room >= 0 and all(len(some) > room for index, some in enumerate(classes) if index not in chosen):
                yield {one for index in chosen for one in classes[index]}
