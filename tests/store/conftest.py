"""Everything here runs on SQLite and on PostgreSQL, with a small framework and without pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from tests.factories.frameworks import make_framework
from tests.factories.shelves import shelf_of


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(make_framework())


@pytest.fixture(autouse=True)
def _in_site(site: Flask) -> Iterator[None]:
    """Use cases speak to the database of the app whose context is active."""
    with site.app_context():
        yield
