"""Everything here runs on SQLite and on PostgreSQL, with small frameworks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from assessment.app import join_parts, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.store.database import close_connections
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.frameworks import make_framework
from tests.factories.shelves import shelf_of


@pytest.fixture
def settings(database: str, tmp_path: Path) -> Settings:
    return Settings(
        instance=tmp_path / "instance", database_url=database, secret_key="a secret of tests that is long enough"
    )


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(make_framework(stages=()))


@pytest.fixture
def app(settings: Settings, shelf: Shelf, clock: FixedClock, token_source: SeededTokens) -> Iterator[Flask]:
    """The app without pages, its database upgraded and its bank published."""
    app = join_parts(settings, clock=clock, token_source=token_source, shelf=shelf)
    prepare_site(app)
    yield app
    with app.app_context():
        close_connections()


@pytest.fixture(autouse=True)
def _in_app(app: Flask) -> Iterator[None]:
    """Use cases speak to the database of the app whose context is active."""
    with app.app_context():
        yield
