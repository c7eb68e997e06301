"""How many chose each answer to a statement, as columns, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.team_result import ReleasedStatement
from assessment.languages import Language
from assessment.web.svg_paths import number

HEIGHT = 64
"""Of the tallest column, in pixels."""
_ROOM = 18
"""Above a column, for its number."""
_SHARE = 0.62
"""Of its place that a column is wide."""


@dataclass(frozen=True, slots=True)
class Column:
    """One value of the scale. Places are per cent of the drawing's width and pixels of its height."""

    value: str
    anchor: str
    people: int
    start: str
    middle: str
    width: str
    top: str
    height: str
    number_at: str


@dataclass(frozen=True, slots=True)
class StatementColumns:
    """Columns of one statement; ``mean_at`` is the place of its mean among them."""

    text: str
    hue: int
    columns: tuple[Column, ...]
    mean: str
    mean_at: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Statements with their columns, and the table below them: ``values`` of their scales, and a row for each.

    A cell is empty where a statement's scale lacks the value.
    """

    statements: tuple[StatementColumns, ...]
    values: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def build_answers(
    language: Language, framework: Framework, told: Sequence[tuple[int, ReleasedStatement]]
) -> Answers | None:
    """Those of the statements, each given with its hue, whose answers are told; None when there are none."""
    statements = _build_columns(language, framework, told)
    if not statements:
        return None
    values = sorted({int(column.value) for statement in statements for column in statement.columns})
    chosen = [{int(column.value): str(column.people) for column in statement.columns} for statement in statements]
    return Answers(
        statements=statements,
        values=tuple(str(value) for value in values),
        rows=tuple(
            (statement.text, tuple(people.get(value, "") for value in values))
            for statement, people in zip(statements, chosen, strict=True)
        ),
    )


def _build_columns(
    language: Language, framework: Framework, told: Sequence[tuple[int, ReleasedStatement]]
) -> tuple[StatementColumns, ...]:
    """All are drawn to one scale, that of the tallest column."""
    with_answers = [(hue, statement) for hue, statement in told if statement.answers]
    most = max((max((statement.answers or {}).values()) for _, statement in with_answers), default=0)
    return tuple(_build(language, framework, hue, statement, most) for hue, statement in with_answers)


def _build(
    language: Language, framework: Framework, hue: int, statement: ReleasedStatement, most: int
) -> StatementColumns:
    item = framework.item(statement.item)
    scale, answers = framework.scale_of(item), statement.answers or {}
    place = 100 / len(scale.points)
    columns = []
    for index, point in enumerate(scale.points):
        people = answers.get(point.value, 0)
        height = HEIGHT * people / most
        columns.append(
            Column(
                value=str(point.value),
                anchor="" if point.anchor is None else language.pick(point.anchor),
                people=people,
                start=f"{number(place * (index + (1 - _SHARE) / 2))}%",
                middle=f"{number(place * (index + 0.5))}%",
                width=f"{number(place * _SHARE)}%",
                top=number(_ROOM + HEIGHT - height),
                height=number(height),
                number_at=number(_ROOM + HEIGHT - height - 5),
            )
        )
    return StatementColumns(
        text=language.pick(item.text),
        hue=hue,
        columns=tuple(columns),
        mean="" if statement.score.mean is None else language.whole(statement.score.mean),
        mean_at=_mean_place(statement, len(scale.points), reverse=item.reversed),
    )


def _mean_place(statement: ReleasedStatement, points: int, *, reverse: bool) -> str:
    """Where the mean (0-100) lies between the middles of the first and the last column; empty without one."""
    if statement.score.mean is None:
        return ""
    share = statement.score.mean / 100
    position = (1 - share if reverse else share) * (points - 1) + 0.5
    return f"{number(100 * position / points)}%"
