from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from traceback import format_exception

import pytest
from flask import Flask
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from assessment.bank.shelf import Shelf
from assessment.store.database import (
    reading,
    transaction,
    upgrading,
)
from assessment.store.tables import DbAnswer, DbAssessment
from tests.factories.assessments import start
from tests.factories.threads import in_threads

on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def count_assessments() -> int:
    with reading() as connection:
        return connection.execute(text("SELECT count(*) FROM assessments")).scalar_one()


@on_sqlite
def test_sqlite_writes_ahead_syncs_every_commit_and_guards_references() -> None:
    with reading() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        }

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 15_000,
        "secure_delete": 1,
    }


@on_sqlite
def test_a_writing_transaction_holds_the_write_lock_before_its_first_statement(settings_path: Path) -> None:
    other = sqlite3.connect(settings_path, timeout=0)
    with closing(other), transaction(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")


@on_sqlite
def test_a_reading_transaction_keeps_nobody_from_writing(settings_path: Path) -> None:
    with reading() as connection, closing(sqlite3.connect(settings_path, timeout=0)) as other:
        connection.execute(text("SELECT count(*) FROM assessments"))

        other.execute("BEGIN IMMEDIATE")


@on_postgresql
def test_postgresql_reads_what_is_committed_and_stops_endless_statements() -> None:
    with reading() as connection:
        shown = {
            name: connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("transaction_isolation", "statement_timeout", "lock_timeout", "timezone")
        }

    assert shown == {
        "transaction_isolation": "read committed",
        "statement_timeout": "15s",
        "lock_timeout": "10s",
        "timezone": "UTC",
    }


def test_what_a_failing_transaction_wrote_is_gone(shelf: Shelf) -> None:
    started = start(shelf)

    def fail() -> None:
        with transaction() as connection:
            connection.execute(text("UPDATE assessments SET name = 'half'"))
            connection.execute(text("UPDATE assessments SET status = 'wrong'"))

    with pytest.raises(IntegrityError):
        fail()

    with reading() as connection:
        name = connection.execute(select(DbAssessment.name).where(DbAssessment.id == started.assessment.id))
        assert name.scalar_one() == ""


def test_moments_come_back_aware_and_in_utc_whatever_zone_they_were_written_in(shelf: Shelf) -> None:
    moscow = datetime(2026, 11, 21, 2, 30, 15, 123456, tzinfo=timezone(timedelta(hours=3)))
    started = start(shelf, now=moscow)

    with reading() as connection:
        stored = connection.execute(
            select(DbAssessment.started_at).where(DbAssessment.id == started.assessment.id)
        ).scalar_one()

    assert stored == moscow
    assert stored.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(shelf: Shelf) -> None:
    with pytest.raises(StatementError, match="without a time zone"):
        start(shelf, now=datetime(2026, 11, 21))  # noqa: DTZ001  the mistake this is about

    assert count_assessments() == 0


@pytest.mark.parametrize(("value", "special"), [(3, "dont_know"), (None, None), (None, "zero"), (None, "")], ids=repr)
def test_an_answer_is_a_value_or_a_special_answer_and_never_both_or_neither(
    shelf: Shelf, value: int | None, special: str | None
) -> None:
    row = {"assessment_id": start(shelf).assessment.id, "item_id": "i", "value": value, "special": special}

    with pytest.raises(IntegrityError), transaction() as connection:
        connection.execute(insert(DbAnswer), row)


def test_an_error_carries_no_answers_into_the_logs(shelf: Shelf) -> None:
    row = {"assessment_id": start(shelf).assessment.id, "item_id": "private", "value": 4, "special": "dont_know"}

    with pytest.raises(IntegrityError) as failed, transaction() as connection:
        connection.execute(insert(DbAnswer), row)

    told = "".join(format_exception(failed.value))
    assert "value_or_special" in told
    assert "private" not in told


@on_sqlite
def test_rebuilding_a_table_takes_no_rows_along_and_dangling_references_are_refused(shelf: Shelf) -> None:
    start(shelf)

    with pytest.raises(IntegrityError, match="dangling"), upgrading() as connection:
        connection.execute(text("DELETE FROM framework_snapshots"))

    with upgrading() as connection:
        connection.execute(text("CREATE TABLE rebuilt (digest TEXT PRIMARY KEY, framework_id, version, content)"))
        connection.execute(text("INSERT INTO rebuilt SELECT * FROM framework_snapshots"))
        connection.execute(text("DROP TABLE framework_snapshots"))
        connection.execute(text("ALTER TABLE rebuilt RENAME TO framework_snapshots"))
    assert count_assessments() == 1
    with reading() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1


def test_thirty_writers_at_once_all_write(site: Flask, shelf: Shelf) -> None:
    in_threads(site, 30, lambda number: start(shelf, seed=f"writer {number}"))

    assert count_assessments() == 30


@pytest.fixture
def settings_path(database: str) -> Path:
    return Path(database.removeprefix("sqlite:///"))
