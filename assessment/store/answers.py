"""Rows of answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.answers import AnswerValue, SpecialAnswer
from assessment.store.tables import DbAnswer

_OF_ASSESSMENT = select(DbAnswer.item_id, DbAnswer.value, DbAnswer.special, DbAnswer.seconds).where(
    DbAnswer.assessment_id == bindparam("key")
)
_CLEAR = delete(DbAnswer).where(
    DbAnswer.assessment_id == bindparam("key"), DbAnswer.item_id.in_(bindparam("items", expanding=True))
)
_SQLITE = sqlite.insert(DbAnswer)
_POSTGRESQL = postgresql.insert(DbAnswer)
_PUT = {
    "sqlite": _SQLITE.on_conflict_do_update(
        index_elements=["assessment_id", "item_id"],
        set_={"value": _SQLITE.excluded.value, "special": _SQLITE.excluded.special},
    ),
    "postgresql": _POSTGRESQL.on_conflict_do_update(
        index_elements=["assessment_id", "item_id"],
        set_={"value": _POSTGRESQL.excluded.value, "special": _POSTGRESQL.excluded.special},
    ),
}


def read_answers(connection: Connection, assessment_id: str) -> tuple[dict[str, AnswerValue], dict[str, float]]:
    """Answers by item id, and seconds by item id of those that were timed."""
    values: dict[str, AnswerValue] = {}
    seconds: dict[str, float] = {}
    value: Any  # a check constraint sees to it that it is a number where there is no special answer
    for item_id, value, special, took in connection.execute(_OF_ASSESSMENT, {"key": assessment_id}):
        values[item_id] = SpecialAnswer(special) if special is not None else value
        if took is not None:
            seconds[item_id] = took
    return values, seconds


def put_answers(
    connection: Connection, assessment_id: str, values: Mapping[str, AnswerValue], seconds: float | None
) -> None:
    """Store answers; ``seconds`` is kept with those that are new, an earlier time of an item stays."""
    rows = [
        {
            "assessment_id": assessment_id,
            "item_id": item_id,
            "value": None if isinstance(value, SpecialAnswer) else value,
            "special": value.value if isinstance(value, SpecialAnswer) else None,
            "seconds": seconds,
        }
        for item_id, value in values.items()
    ]
    connection.execute(_PUT[connection.dialect.name], rows)


def clear_answers(connection: Connection, assessment_id: str, items: Collection[str]) -> None:
    connection.execute(_CLEAR, {"key": assessment_id, "items": list(items)})
