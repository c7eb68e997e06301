"""What tests of more than one room stand on: real databases, the app, a clock that stands still."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from time import time

import argon2.low_level as passwords
import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from passlib.totp import TOTP
from sqlalchemy import delete, text
from werkzeug.routing import Rule

from assessment.app import create_app, join_parts, prepare_site
from assessment.bank.location import bank_path
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.store.database import close_connections, db, open_database, transaction
from assessment.store.upgrades import upgrade_database
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.postgresql import running_postgresql

hypothesis.settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("steady")  # the same examples in each run, on however busy a machine

gc.disable()  # while thousands of tests are read, nothing becomes rubbish


def pytest_collection_finish() -> None:
    """What stands by now stays: to look through it for rubbish again and again takes a third of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nearly every test makes an app of its own, which would compile each template that it shows anew."""
    compiled = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": compiled}


@pytest.fixture(scope="session", autouse=True)
def _addresses_are_compiled_once() -> Iterator[None]:
    """Werkzeug writes a function for each address of each app, which is most of what an app costs to make."""
    known: dict[object, Callable[..., tuple[str, str]]] = {}
    compile_anew = Rule._compile_builder

    def compile_once(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        key = (tuple(rule._trace), repr(rule.defaults), append_unknown)
        if key not in known:
            known[key] = compile_anew(rule, append_unknown)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "_compile_builder", compile_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_checked_once() -> Iterator[None]:
    """To check a password is dear on purpose, and the same one against the same hash always comes out the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "verify_secret", cache(passwords.verify_secret))
        yield


@pytest.fixture(scope="session", autouse=True)
def _authenticators_stand_still() -> Iterator[None]:
    """Their codes hold for half a minute, and a busy machine may take longer than that to send one."""
    moment = time()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TOTP, "now", staticmethod(lambda: moment))
        yield


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def token_source() -> SeededTokens:
    return SeededTokens()


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """The shipped bank, read once."""
    return Shelf.read(bank_path())


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Address of a real PostgreSQL with this version's tables, for this test process alone."""
    with running_postgresql() as address:
        with _bare_app(address).app_context():
            upgrade_database()
            close_connections()
        yield address


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with this version's tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"
    with _bare_app(f"sqlite:///{path}").app_context():
        upgrade_database()
        with db.engine.connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        close_connections()
    return path


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> str:
    """Address of an empty SQLite database with all tables."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'cx_wheel.sqlite3')}"


@pytest.fixture
def postgresql_database(postgresql_server: str) -> Iterator[str]:
    """Address of a PostgreSQL database with all tables, emptied after the test."""
    yield postgresql_server
    with _bare_app(postgresql_server).app_context():
        with transaction() as connection:
            for table in reversed(db.metadata.sorted_tables):  # ten times as fast as to truncate so many small ones
                connection.execute(delete(table))
        close_connections()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Address of an empty database with all tables: the test runs on SQLite and on PostgreSQL."""
    address: str = request.getfixturevalue(f"{request.param}_database")
    return address


@pytest.fixture
def settings(sqlite_database: str, tmp_path: Path) -> Settings:
    """Settings of a test installation."""
    return Settings(
        instance=tmp_path / "instance",
        database_url=sqlite_database,
        base_url="http://localhost",
        secret_key="a secret of tests that is long enough",
    )


@pytest.fixture
def app(settings: Settings, shelf: Shelf, clock: FixedClock, token_source: SeededTokens) -> Iterator[Flask]:
    """The whole app with the shipped bank, prepared to serve."""
    app = create_app(settings, clock=clock, token_source=token_source, shelf=shelf)
    app.testing = True
    prepare_site(app)
    yield app
    with app.app_context():
        close_connections()


@pytest.fixture
def site(database: str, tmp_path: Path, shelf: Shelf, clock: FixedClock, token_source: SeededTokens) -> Iterator[Flask]:
    """The app without pages, prepared to serve: what use cases need, on SQLite and on PostgreSQL."""
    settings = Settings(
        instance=tmp_path / "instance", database_url=database, secret_key="a secret of tests that is long enough"
    )
    app = join_parts(settings, clock=clock, token_source=token_source, shelf=shelf)
    prepare_site(app)
    yield app
    with app.app_context():
        close_connections()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def _bare_app(address: str) -> Flask:
    """An app that has a database and nothing else."""
    app = Flask("bare")
    open_database(app, address)
    return app
