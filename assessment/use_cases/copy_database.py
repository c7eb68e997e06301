"""Moving a site to another database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from assessment.store.copying import copy_rows, find_filled_table
from assessment.store.database import close_connections, reading, transaction
from assessment.store.upgrades import upgrade_database


class DatabaseNotEmpty(Exception):
    """The database that should be filled holds rows in ``table`` already."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


def copy_database(source: Flask, target: Flask) -> dict[str, int]:
    """Copy everything from the database of one app into that of another; the number of rows by table.

    The source is brought up to date first and otherwise only read. All of it arrives or nothing.
    Raises DatabaseNotEmpty, DatabaseUnavailable, DatabaseIsNewer.
    """
    with _visiting(source), reading() as old, _visiting(target), transaction() as new:
        filled = find_filled_table(new)
        if filled is not None:
            raise DatabaseNotEmpty(filled)
        return copy_rows(old, new)


@contextmanager
def _visiting(app: Flask) -> Iterator[None]:
    """The app's database, brought up to date, until the block ends."""
    with app.app_context():
        try:
            upgrade_database()
            yield
        finally:
            close_connections()
