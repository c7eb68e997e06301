"""The database: how it is opened, and the two ways to speak to it, ``reading()`` and ``transaction()``."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from flask import Flask, current_app, has_request_context
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolExhausted

from assessment.store.postgresql_behaviour import CONNECT_OPTIONS, leave_out_details
from assessment.store.sqlite_behaviour import PATIENCE_S, begin_sqlite, prepare_sqlite
from assessment.store.tables import Base

db = SQLAlchemy(metadata=Base.metadata)

_LOG = logging.getLogger("assessment.store")
CHECKPOINT_PATIENCE_MS = 1000
"""How long emptying SQLite's journal waits for those who read."""

_TURN = "cx_wheel_turn_to_write"
_UPGRADE_LOCK = 0x0C5A_EE1


class DatabaseUnavailable(Exception):
    """The database cannot be reached or cannot write just now (away, locked, disk full). Nothing was half-written."""


def open_database(app: Flask, url: str) -> None:
    """Bind the app to the database at ``url`` (SQLite file or PostgreSQL by psycopg 3). Connects to nothing yet."""
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = _engine_options(url)
    db.init_app(app)
    with app.app_context():
        if _is_sqlite(url):
            app.extensions[_TURN] = Lock()
            event.listen(db.engine, "connect", prepare_sqlite)
            event.listen(db.engine, "begin", begin_sqlite)
        else:
            event.listen(db.engine, "handle_error", leave_out_details)


@contextmanager
def transaction() -> Iterator[Connection]:
    """A writing transaction: all of it is on disk when the block ends, none of it when anything is raised.

    On SQLite it holds the one write lock from its start, so that what is read inside stays true. On PostgreSQL
    writers of an assessment lock its row first. Raises DatabaseUnavailable.
    """
    with _naming_outages(), _turn_to_write(), db.engine.connect() as connection, _writing(connection):
        yield connection


@contextmanager
def reading() -> Iterator[Connection]:
    """A reading transaction. Raises DatabaseUnavailable."""
    with _naming_outages(), db.engine.connect() as connection:
        yield connection


@contextmanager
def upgrading() -> Iterator[Connection]:
    """A writing transaction that may rebuild tables: one process at a time, without a time limit.

    SQLite rebuilds a table by dropping the old one, which would take along every row that refers to it: foreign keys
    are off meanwhile and checked before the end. Raises DatabaseUnavailable, and IntegrityError where that check fails.
    """
    with _naming_outages(), db.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            with _writing(connection):
                connection.execute(text("SET LOCAL statement_timeout = 0"))
                connection.execute(text("SET LOCAL lock_timeout = 0"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_UPGRADE_LOCK})"))
                yield connection
            return
        _execute_outside(connection, "PRAGMA foreign_keys = OFF")
        try:
            with _writing(connection):
                yield connection
                broken = connection.execute(text("PRAGMA foreign_key_check")).first()
                if broken is not None:
                    raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(f"dangling reference: {broken}"))
        finally:
            _execute_outside(connection, "PRAGMA foreign_keys = ON")


def empty_journal() -> None:
    """Bring what was committed into SQLite's own file and leave nothing of what stood there before.

    Erased rows would stay in the write-ahead log, and in the file under it, until later writers fill that log. Where
    a long reader does not finish, that is how they go. PostgreSQL keeps its log by itself. Raises DatabaseUnavailable.
    """
    with _naming_outages(), db.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            return
        _execute_outside(connection, f"PRAGMA busy_timeout = {CHECKPOINT_PATIENCE_MS}")
        try:
            _execute_outside(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            _execute_outside(connection, f"PRAGMA busy_timeout = {PATIENCE_S * 1000}")


def close_connections() -> None:
    """Give back every pooled connection, so that none is carried over a fork."""
    db.engine.dispose()


@contextmanager
def _writing(connection: Connection) -> Iterator[None]:
    """The one place that commits. Whatever is raised inside rolls back when the connection is given back."""
    connection.execution_options(writes=True)
    with connection.begin() as begun:
        yield
        begun.commit()


@contextmanager
def _turn_to_write() -> Iterator[None]:
    """On SQLite the writers of one process queue here, so that only one of them asks for the file's lock."""
    turn: Lock | None = current_app.extensions.get(_TURN)
    if turn is None:
        yield
        return
    if not turn.acquire(timeout=PATIENCE_S):
        raise DatabaseUnavailable("another writer of this process does not finish")
    try:
        yield
    finally:
        turn.release()


@contextmanager
def _naming_outages() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, InternalError, PoolExhausted) as outage:
        raise _told(outage) from outage
    except DBAPIError as error:
        if error.connection_invalidated:
            raise _told(error) from error
        raise


def _told(outage: SQLAlchemyError) -> DatabaseUnavailable:
    """The outage in the database's own words, on one line. In a request it is logged; a command tells it itself."""
    words = " ".join(str(getattr(outage, "orig", None) or outage).split())
    if has_request_context():
        _LOG.error("The database cannot be used just now: %s", words)
    return DatabaseUnavailable(words)


def _execute_outside(connection: Connection, statement: str) -> None:
    """Run a statement of SQLite outside any transaction."""
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    cursor.close()


def _is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def _engine_options(url: str) -> dict[str, object]:
    if _is_sqlite(url):
        return {"pool_size": 10, "max_overflow": 20, "pool_timeout": 10, "hide_parameters": True}
    return {
        "pool_size": 5,
        "max_overflow": 15,
        "pool_timeout": 10,
        "pool_pre_ping": True,
        "hide_parameters": True,  # they are what people wrote, and errors are logged
        "connect_args": {"connect_timeout": 5, "options": CONNECT_OPTIONS},
    }
