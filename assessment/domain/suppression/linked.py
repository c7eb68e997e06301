"""Figures that share statements: what a competency, its facets and its statements tell together when some were skipped.

A person's score in a competency is the mean of the statements that person rated. If everybody rated everything, the
score of a group is the mean of its statements and tells nothing new. If one of eight skipped one statement, the score
of the eight less the means of the statements is a sum over that one person alone. So a figure is a row over pairs of
person and statement, and figures are shown side by side only when this can be proved: no combination of the rows,
other than nothing, concerns fewer than k people.

The proof goes statement by statement. If no combination of what the rows are for one statement concerns fewer than k
people, then a combination that does so on the whole must be nothing for this statement; if the rows are independent
there as well, they cannot be part of it at all and are left aside. When in this way every statement is cleared, the
figures are safe. When it gets stuck, they count as unsafe, which they need not be.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessment.domain.suppression.cells import CellKey
from assessment.domain.suppression.differences import Columns
from assessment.domain.suppression.span import Row, Span

Rated = Mapping[str, frozenset[str]]
"""For every statement the sheets in which it is rated."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing of which a mean is told: a competency, a facet, a statement.

    ``values``: by sheet, 0-100, of those who have one. ``parts``: statements it is the mean of, with their weights in
    whole numbers; none when it stands on its own. ``depth``: 0 for what is told first, then 1, 2.
    """

    id: str
    values: Mapping[str, float]
    parts: Mapping[str, int]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """The mean of a figure over some people."""

    figure: Figure
    people: frozenset[str]


def are_safe_together(told: Collection[Told], rated: Rated, k: int) -> bool:
    """Whether it is proved that no combination of these means concerns fewer than ``k`` people.

    Each figure for itself must be safe already.
    """
    active = _independent(told)
    if len({one.figure.id for one in active}) < 2:
        return True
    statements = {part for one in active for part in one.figure.parts}
    progress = True
    while progress and statements:
        progress = False
        for statement in sorted(statements):
            rows = [one for one in active if statement in one.figure.parts and one.people & rated[statement]]
            span = _rows_of(statement, rows, rated)
            if span is not None and span.isolates_fewer_than(k):
                continue
            statements.remove(statement)
            progress = True
            if span is not None and span.rank == len(rows):
                active = [one for one in active if one not in rows]
    return not statements


def hide_linked(
    figures: Sequence[Figure],
    shown: Mapping[str, Sequence[tuple[CellKey, frozenset[str]]]],
    rated: Rated,
    k: int,
    fixed: Mapping[str, Collection[CellKey]],
) -> dict[str, set[CellKey]]:
    """For every figure the cells in which it may not stand beside the others.

    ``shown``: by figure the cells that are safe for it alone, in their order of priority. Figures told before come
    first, then those of small depth, then those skipped by fewest, then by name.
    """
    accepted = [
        Told(figure, people) for figure in figures for key, people in shown[figure.id] if key in fixed[figure.id]
    ]
    hidden: dict[str, set[CellKey]] = {figure.id: set() for figure in figures}
    for figure in sorted(figures, key=lambda figure: (figure.depth, -_count_rated(figure, rated), figure.id)):
        cells = [(key, people) for key, people in shown[figure.id] if key not in fixed[figure.id]]
        everywhere = [*accepted, *(Told(figure, people) for _, people in cells)]
        if are_safe_together(everywhere, rated, k):
            accepted = everywhere
            continue
        for key, people in cells:
            if are_safe_together([*accepted, Told(figure, people)], rated, k):
                accepted.append(Told(figure, people))
            else:
                hidden[figure.id].add(key)
    return hidden


def list_bundles(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Figures put together that share statements, directly or through others; in the order given."""
    bundles: list[tuple[set[str], list[Figure]]] = []
    for figure in figures:
        touched = [bundle for bundle in bundles if bundle[0] & set(figure.parts)]
        merged = (set(figure.parts).union(*(bundle[0] for bundle in touched)), [f for b in touched for f in b[1]])
        merged[1].append(figure)
        bundles = [bundle for bundle in bundles if bundle not in touched] + [merged]
    return tuple(tuple(together) for _, together in bundles)


def weight_of(figure: Figure, statement: str, sheet: str, rated: Rated) -> Fraction:
    """Weight of a statement in a person's own value of the figure, 0 when it was not rated."""
    if sheet not in rated[statement]:
        return Fraction(0)
    return Fraction(
        figure.parts[statement], sum(weight for part, weight in figure.parts.items() if sheet in rated[part])
    )


def _count_rated(figure: Figure, rated: Rated) -> int:
    return sum(len(rated[part]) for part in figure.parts)


def _independent(told: Collection[Told]) -> list[Told]:
    """Of each figure only the sets of people that tell something the earlier ones do not."""
    result: list[Told] = []
    for figure_id in dict.fromkeys(one.figure.id for one in told):
        same = [one for one in told if one.figure.id == figure_id]
        columns = Columns([one.people for one in same])
        span = Span(columns.people)
        for one in same:
            wider = span.with_rows([columns.row(one.people)])
            if wider.rank > span.rank:
                result.append(one)
                span = wider
    return result


def _rows_of(statement: str, told: Sequence[Told], rated: Rated) -> Span | None:
    """What the rows are for one statement; None when no row has it."""
    if not told:
        return None
    profiles: dict[tuple[Fraction, ...], int] = {}
    for sheet in rated[statement]:
        profile = tuple(
            weight_of(one.figure, statement, sheet, rated) if sheet in one.people else Fraction(0) for one in told
        )
        if any(profile):
            profiles[profile] = profiles.get(profile, 0) + 1
    columns = sorted(profiles)
    rows: list[Row] = [
        {column: profile[index] for column, profile in enumerate(columns) if profile[index]}
        for index in range(len(told))
    ]
    people = {column: profiles[profile] for column, profile in enumerate(columns)}
    return Span(people).with_rows(rows)
