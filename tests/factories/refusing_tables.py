"""A database that refuses certain new rows in the middle of a transaction, with an IntegrityError."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text

from assessment.store.database import db

_REFUSE = {
    "sqlite": [
        "CREATE TRIGGER refuse BEFORE INSERT ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'no room'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '23514'; END $$",
        "CREATE TRIGGER refuse BEFORE INSERT ON {table} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION refuse()",
    ],
}
_RELENT = {
    "sqlite": ["DROP TRIGGER refuse"],
    "postgresql": ["DROP TRIGGER refuse ON {table}", "DROP FUNCTION refuse()"],
}


@contextmanager
def refusing(table: str, condition: str) -> Iterator[None]:
    """While the block runs no row for which ``condition`` (on ``NEW``) holds goes into the table. In an app context."""
    _run(_REFUSE[db.engine.dialect.name], table, condition)
    try:
        yield
    finally:
        _run(_RELENT[db.engine.dialect.name], table, condition)


def _run(statements: list[str], table: str, condition: str) -> None:
    with db.engine.connect() as connection, connection.begin():
        for statement in statements:
            connection.execute(text(statement.format(table=table, condition=condition)))
