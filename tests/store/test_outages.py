from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, text

from assessment.bank.shelf import Shelf
from assessment.store.database import (
    DatabaseUnavailable,
    close_connections,
    db,
    open_database,
    reading,
    transaction,
)
from tests.factories.assessments import start

on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def count_assessments() -> int:
    with reading() as connection:
        return connection.execute(text("SELECT count(*) FROM assessments")).scalar_one()


def test_a_database_that_cannot_be_reached_is_said_to_be_unavailable(database: str, tmp_path: Path) -> None:
    away = f"sqlite:///{tmp_path}/missing/file" if "sqlite" in database else "postgresql+psycopg://x@127.0.0.1:1/x"
    app = Flask("away")
    open_database(app, away)

    with app.app_context(), pytest.raises(DatabaseUnavailable), reading() as connection:
        connection.execute(text("SELECT 1"))


@on_sqlite
def test_a_full_disk_is_said_to_be_unavailable_and_heals_without_a_restart(shelf: Shelf, full_disk: None) -> None:
    def fill() -> None:
        for number in range(1000):
            start(shelf, seed=f"full {number}")

    with pytest.raises(DatabaseUnavailable):
        fill()
    before = count_assessments()

    with transaction() as connection:
        connection.execute(text("PRAGMA max_page_count = 100000"))
    start(shelf, seed="healed")

    assert count_assessments() == before + 1


@on_postgresql
def test_connections_lost_with_a_restart_of_the_server_are_replaced(shelf: Shelf, postgresql_server: str) -> None:
    start(shelf, seed="before")

    other = Flask("administrator")
    open_database(other, postgresql_server)
    with other.app_context(), transaction() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    with other.app_context():
        close_connections()

    start(shelf, seed="after")
    assert count_assessments() == 2


@on_postgresql
def test_a_connection_lost_in_the_middle_is_said_to_be_unavailable(postgresql_server: str) -> None:
    other = Flask("administrator")
    open_database(other, postgresql_server)

    def lose_the_connection() -> None:
        with transaction() as connection:
            pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
            with other.app_context():
                with transaction() as administrator:
                    administrator.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
                close_connections()
            connection.execute(text("SELECT 1"))

    with pytest.raises(DatabaseUnavailable):
        lose_the_connection()


@pytest.fixture
def full_disk() -> Iterator[None]:
    """The file may not grow any more; one connection only, so that lifting the limit reaches it."""
    engine = db.engine
    with reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()

    def limit(connection: sqlite3.Connection, _entry: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    engine.dispose()
    event.listen(engine, "connect", limit)
    yield
    event.remove(engine, "connect", limit)


def test_what_was_acknowledged_survives_a_killed_process(database: str, shelf: Shelf) -> None:
    """The child says each number after its commit; it is killed in the middle of its work."""
    code = """
import sys
from itertools import count
from flask import Flask
from sqlalchemy import text
from assessment.store.database import open_database, transaction

app = Flask("child")
open_database(app, sys.argv[1])
with app.app_context():
    for number in count(1):
        with transaction() as connection:
            number_and_name = {"number": number, "name": str(number)}
            connection.execute(text("UPDATE assessments SET revision = :number, name = :name"), number_and_name)
        print(number, flush=True)
"""
    start(shelf)
    with subprocess.Popen([sys.executable, "-c", code, database], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for _ in range(50):
            child.stdout.readline()
        child.kill()
        acknowledged = 50 + len(child.stdout.read().split())

    with reading() as connection:
        revision, name = connection.execute(text("SELECT revision, name FROM assessments")).one()
    assert revision in {acknowledged, acknowledged + 1}
    assert name == str(revision)
    start(shelf, seed="after")
