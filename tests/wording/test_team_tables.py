"""Tables of a team's result hold what is told of it, in words and numbers, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest

from assessment.domain.framework import Level
from assessment.domain.released_topics import ReleasedTopicComparison
from assessment.domain.team_result import TeamResult
from assessment.domain.topic_comparison import Standing
from assessment.languages import LOCALES, get_language
from assessment.wording.team_tables.all_tables import list_team_tables
from assessment.wording.team_tables.long_table import long_table
from assessment.wording.team_tables.table import Table
from tests.factories import team_results
from tests.factories.frameworks import core_framework

RESULTS = [
    team_results.with_changes,
    team_results.about_the_team,
    team_results.seven_people,
    team_results.all_agree,
    team_results.one_hidden,
    team_results.nothing_shown,
]
results = pytest.mark.parametrize("make", RESULTS, ids=lambda make: make.__name__)
ITEM = core_framework().items_of(Level.INDIVIDUAL)[0]
TOPIC = ReleasedTopicComparison(ITEM.competency, ITEM.topic or "", 62.5, 44.1, 18.4, Standing.PEOPLE_CAN)


def tables_of(
    result: TeamResult, locale: str = "en", topics: tuple[ReleasedTopicComparison, ...] = ()
) -> tuple[Table, ...]:
    return list_team_tables(get_language(locale), core_framework(), result, team="Care", topics=topics)


def numbers_in(value: object) -> Iterator[float]:
    """Every number that the result tells."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from numbers_in(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from numbers_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from numbers_in(one)


@results
@pytest.mark.parametrize("locale", LOCALES)
def test_tables_are_rectangular_and_their_titles_name_sheets(make: Callable[[], TeamResult], locale: str) -> None:
    tables = tables_of(make(), locale)
    assert len({table.title for table in tables}) == len(tables)
    for table in tables:
        assert len(table.title) <= 31
        assert not set(table.title) & set("[]:*?/\\'")
        assert table.note
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert len(table.spokes) in {0, len(table.rows)}
        assert "" not in {cell for row in table.rows for cell in row}


@results
def test_no_number_stands_in_a_table_that_the_result_does_not_tell(make: Callable[[], TeamResult]) -> None:
    result = make()
    told = set(numbers_in(result))
    derived = {round(value, 2) for value in told} | {round(100 * value) for value in told}
    for table in tables_of(result):
        shown = {cell for row in table.rows for cell in row if isinstance(cell, int | float)}
        assert shown <= told | derived
    _, rows = long_table(get_language("en"), core_framework(), result)
    assert {cell for row in rows for cell in row if isinstance(cell, int | float)} <= told


def test_members_are_told_what_is_covered_and_raters_how_far_they_agree() -> None:
    own = {table.title for table in tables_of(team_results.with_changes(), topics=(TOPIC,))}
    together = {table.title for table in tables_of(team_results.about_the_team())}
    assert own - together == {"What the team covers", "People and the team", "Change"}
    assert together - own == {"How closely you agree"}


def test_topics_are_named_by_the_statement_that_was_asked() -> None:
    tables = tables_of(team_results.about_themselves(), topics=(TOPIC,))
    (table,) = [table for table in tables if table.title == "People and the team"]
    assert table.rows == (("Culture", ITEM.text["en"], 62.5, 44.1, 18.4, "People can, the team does not"),)


def test_the_long_table_has_a_row_for_everything_and_a_reason_for_what_is_missing() -> None:
    head, rows = long_table(get_language("en"), core_framework(), team_results.one_hidden())
    assert len(rows) == 4 * (1 + 3 + 12) + 1
    (metrics,) = [dict(zip(head, row, strict=True)) for row in rows if row[3] == "metrics"]
    assert metrics["Mean"] is None
    assert str(metrics["What is not shown, and why"]).startswith("Fewer than 5 people rated this")


def test_answers_have_a_column_for_each_point_of_the_scale_only_where_they_are_told() -> None:
    head, rows = long_table(get_language("en"), core_framework(), team_results.about_the_team())
    assert [name for name in head if name.startswith("Answer")] == [f"Answer {value}" for value in range(6)]
    first = dict(zip(head, next(row for row in rows if row[2]), strict=True))
    assert sum(int(first[f"Answer {value}"] or 0) for value in range(6)) == 12
    head, _ = long_table(get_language("en"), core_framework(), team_results.about_themselves())
    assert not [name for name in head if name.startswith("Answer")]


def test_russian_tables_speak_russian() -> None:
    tables = tables_of(team_results.with_changes(), "ru")
    assert [table.title for table in tables][:4] == ["Результат", "Компетенции", "Аспекты", "Утверждения"]
    assert tables[1].rows[1][0] == "CX-стратегия"
