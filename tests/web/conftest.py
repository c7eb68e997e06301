"""Browsers without scripts, on the shipped bank and on small frameworks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.app import create_app, prepare_site
from assessment.domain.framework import Framework
from assessment.settings import Settings
from assessment.store.database import close_connections
from assessment.use_cases.accounts import Account
from tests.factories.accounts import make_account, sign_in
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.published_teams import ResultReader, result_reader
from tests.factories.shelves import shelf_of
from tests.factories.visitors import Visitor


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    """Somebody who reads English and has opened nothing yet."""
    return Visitor(client)


@pytest.fixture
def russian(app: Flask) -> Visitor:
    """Somebody else, whose browser asks for Russian."""
    return Visitor(app.test_client(), "ru-RU,ru;q=0.9")


@pytest.fixture
def anna(app: Flask) -> Account:
    """Somebody with an account. Forms need no token."""
    app.config["WTF_CSRF_ENABLED"] = False
    return make_account(app, "anna@example.org", name="Anna")


@pytest.fixture
def browser(client: FlaskClient, anna: Account) -> FlaskClient:
    """Anna's browser, signed in."""
    sign_in(client, anna)
    return client


@pytest.fixture
def reader(app: Flask) -> ResultReader:
    """Somebody who leads a team and looks at what is published of it."""
    return result_reader(app)


@pytest.fixture
def visitor_of(settings: Settings) -> Iterator[Callable[[Framework], Visitor]]:
    """A visitor of a site whose bank holds this one framework."""
    with ExitStack() as stack:

        def visit(framework: Framework) -> Visitor:
            app = create_app(settings, clock=FixedClock(), token_source=SeededTokens(), shelf=shelf_of(framework))
            app.testing = True
            prepare_site(app)
            stack.callback(_close, app)
            return Visitor(app.test_client())

        yield visit


def _close(app: Flask) -> None:
    with app.app_context():
        close_connections()
