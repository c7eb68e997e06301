"""Copying everything from one database to another, of whichever kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Integer, Table, bindparam, func, insert, select, text, update

from assessment.store.tables import Base

_ROWS_AT_ONCE = 500

Row = dict[str, Any]


def find_filled_table(connection: Connection) -> str | None:
    """Name of a table that holds rows already, None when the database is empty."""
    for table in Base.metadata.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is not None:
            return table.name
    return None


def copy_rows(source: Connection, target: Connection) -> dict[str, int]:
    """Copy the rows of all tables into a database whose tables are empty; the number of rows by table.

    Both must have the tables of this version. What a table refers to is copied before it; references within a table
    are set when all of its rows are there.
    """
    return {table.name: _copy_table(table, source, target) for table in Base.metadata.sorted_tables}


def _copy_table(table: Table, source: Connection, target: Connection) -> int:
    own = [column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    count = 0
    for rows in _read(table, source):
        blank = dict.fromkeys((column.name for column in own), None)
        target.execute(insert(table), [{**row, **blank} for row in rows])
        count += len(rows)
    for column in own:
        _copy_references(table, column, source, target)
    _go_on_counting(table, target)
    return count


def _read(table: Table, source: Connection) -> Iterator[list[Row]]:
    found = source.execution_options(stream_results=True).execute(select(table)).mappings()
    for part in found.partitions(_ROWS_AT_ONCE):
        yield [dict(row) for row in part]


def _copy_references(table: Table, column: Column[Any], source: Connection, target: Connection) -> None:
    key = table.primary_key.columns[0]
    found = source.execute(select(key.label("of_row"), column.label("refers_to")).where(column.is_not(None)))
    references = [dict(row) for row in found.mappings()]
    if references:
        statement = update(table).where(key == bindparam("of_row")).values({column.name: bindparam("refers_to")})
        target.execute(statement, references)


def _go_on_counting(table: Table, target: Connection) -> None:
    """Let PostgreSQL number new rows after those copied; SQLite does so by itself."""
    key = table.primary_key.columns[0]
    if target.dialect.name == "sqlite" or len(table.primary_key.columns) > 1 or not isinstance(key.type, Integer):
        return
    last = target.execute(select(func.max(key))).scalar_one()
    if last is not None:
        target.execute(
            text("SELECT setval(pg_get_serial_sequence(:name, :key), :last)"),
            {"name": table.name, "key": key.name, "last": last},
        )
