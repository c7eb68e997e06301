"""Everything here runs on SQLite and on PostgreSQL, with a small framework and without pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.use_cases.kept_frameworks import publish_frameworks
from tests.factories import planned
from tests.factories.assessments import submitted
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


@pytest.fixture
def plan_of(site: Flask) -> str:
    """Id of a submitted assessment whose plan was looked at, beside another one that stays as it is."""
    with site.app_context():
        shelf = shelf_of(planned.FRAMEWORK)
        publish_frameworks(shelf)
        for seed in ("noise", "mine"):
            started = submitted(shelf, planned.SHEET, framework_id="planned", seed=seed)
            planned.look(started.assessment.id)
    return started.assessment.id
