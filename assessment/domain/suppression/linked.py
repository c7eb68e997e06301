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

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessment.domain.suppression.cells import CellKey
from assessment.domain.suppression.differences import Columns
from assessment.domain.suppression.span import Row, Span

Rated = Mapping[str, frozenset[str]]
"""For every statement the sheets in which it is rated."""

Totals = Mapping[str, Mapping[str, int]]
"""For every figure and sheet the weights of the statements rated there together."""


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


def are_safe_together(told: Collection[Told], rated: Rated, totals: Totals, k: int) -> bool:
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
            span = _rows_of(statement, rows, rated, totals)
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
    totals = weigh(figures, rated)
    accepted = [
        Told(figure, people) for figure in figures for key, people in shown[figure.id] if key in fixed[figure.id]
    ]
    hidden: dict[str, set[CellKey]] = {figure.id: set() for figure in figures}
    if are_safe_together([Told(f, people) for f in figures for _, people in shown[f.id]], rated, totals, k):
        return hidden
    for figure in sorted(figures, key=lambda figure: (figure.depth, -_count_rated(figure, rated), figure.id)):
        cells = [(key, people) for key, people in shown[figure.id] if key not in fixed[figure.id]]
        everywhere = [*accepted, *(Told(figure, people) for _, people in cells)]
        if are_safe_together(everywhere, rated, totals, k):
            accepted = everywhere
            continue
        for key, people in cells:
            if are_safe_together([*accepted, Told(figure, people)], rated, totals, k):
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


def weigh(figures: Collection[Figure], rated: Rated) -> Totals:
    """For every figure and sheet the weights of the statements rated there together, by which each is divided."""
    totals: dict[str, dict[str, int]] = {}
    for figure in figures:
        own = totals.setdefault(figure.id, {})
        for part, weight in figure.parts.items():
            for sheet in rated[part]:
                own[sheet] = own.get(sheet, 0) + weight
    return totals


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


def _rows_of(statement: str, told: Sequence[Told], rated: Rated, totals: Totals) -> Span | None:
    """What the rows are for one statement; None when no row has it.

    People whose shares of the statement are alike in all rows stand in one column.
    """
    if not told:
        return None
    sets = [(one.people, totals[one.figure.id]) for one in told]
    alike = Counter(
        tuple(total[sheet] if sheet in people else 0 for people, total in sets) for sheet in rated[statement]
    )
    columns = [(shares, count) for shares, count in sorted(alike.items()) if any(shares)]
    rows: list[Row] = [
        {
            column: Fraction(one.figure.parts[statement], shares[index])
            for column, (shares, _) in enumerate(columns)
            if shares[index]
        }
        for index, one in enumerate(told)
    ]
    return Span({column: count for column, (_, count) in enumerate(columns)}).with_rows(rows)
