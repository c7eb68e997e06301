"""A database that is locked by somebody else, or not there at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.app import create_app
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.store import sqlite_behaviour
from assessment.store.database import close_connections
from tests.factories.visitors import Visitor, hidden_fields, shown

ITEM = "ind.culture.knowledge.elements"


def test_a_locked_database_is_said_plainly_and_the_answers_come_back_on_the_page(
    visitor: Visitor, locked: sqlite3.Connection
) -> None:
    page = visitor.see(visitor.questions("culture"))
    locked.execute("BEGIN IMMEDIATE")

    saved = visitor.autosave({ITEM: 4})
    sent = visitor.answer("culture", {ITEM: 4}, page=page, go="review")
    started = visitor.client.post("/assessments", data={**hidden_fields(visitor.see("/")), "level": "individual"})
    submitted = visitor.submit()

    assert (saved.status_code, saved.json) == (503, {"problem": "busy"})
    assert [sent.status_code, started.status_code, submitted.status_code] == [503, 503, 503]
    assert f'name="answer.{ITEM}" value="4"' in sent.text
    assert started.headers["Retry-After"]
    assert shown(visitor.see(visitor.questions("culture"))) == {}


def test_a_database_that_was_unlocked_takes_answers_again(visitor: Visitor, locked: sqlite3.Connection) -> None:
    locked.execute("BEGIN IMMEDIATE")
    assert visitor.autosave({ITEM: 4}).status_code == 503
    locked.execute("ROLLBACK")

    assert visitor.autosave({ITEM: 4}).status_code == 200
    assert shown(visitor.see(visitor.questions("culture"))) == {ITEM: 4}


@pytest.mark.parametrize(
    "address", ["postgresql+psycopg://nobody@127.0.0.1:1/nothing", "sqlite:////no/such/folder/file"]
)
def test_without_a_database_the_first_page_opens_and_everything_else_says_so(
    settings: Settings, shelf: Shelf, address: str
) -> None:
    app = create_app(replace(settings, database_url=address), shelf=shelf)
    client = app.test_client()

    first = client.get("/")
    started = client.post("/assessments", data={**hidden_fields(first), "level": "individual"})
    health = client.get("/health")
    link = client.get(f"/link/{'x' * 43}")

    assert first.status_code == 200
    assert [started.status_code, health.status_code, link.status_code] == [503, 503, 503]
    assert "x" * 43 not in link.text
    for page in (started, health, link):
        assert page.headers["Retry-After"]
        assert "sql" not in page.text.lower()
        assert "127.0.0.1:1" not in page.text


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    found = Visitor(client)
    found.start()
    return found


@pytest.fixture
def locked(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """A second program's connection to the same file; the site loses patience at once."""
    monkeypatch.setattr(sqlite_behaviour, "PATIENCE_S", 0.05)
    path = settings.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other
    with app.app_context():
        close_connections()
