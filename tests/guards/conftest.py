"""One world for all guards that ask what people get of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.app import create_app, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.store.database import close_connections
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.watched_database import WatchedDatabase, watched_database
from tests.factories.world import World, make_world


@pytest.fixture(scope="session")
def world(sqlite_template: Path, shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The world that everybody asks about, on SQLite."""
    folder = tmp_path_factory.mktemp("world")
    path = Path(shutil.copy(sqlite_template, folder / "world.sqlite3"))
    settings = Settings(
        instance=folder,
        database_url=f"sqlite:///{path}",
        base_url="http://localhost",
        secret_key="a secret of tests that is long enough",
    )
    app = create_app(settings, clock=FixedClock(), token_source=SeededTokens("world"), shelf=shelf)
    app.testing = True
    prepare_site(app)
    yield make_world(app)
    with app.app_context():
        close_connections()


@pytest.fixture(scope="session")
def stored(world: World) -> Iterator[WatchedDatabase]:
    """What the world is stored in."""
    path = str(world.app.config["SQLALCHEMY_DATABASE_URI"]).removeprefix("sqlite:///")
    with watched_database(Path(path)) as found:
        yield found
