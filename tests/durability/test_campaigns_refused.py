"""Campaigns opened and closed while nothing can be written: said plainly, nothing half-done, and right afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.app import create_app
from assessment.settings import Settings
from assessment.store import sqlite_behaviour
from assessment.store.database import close_connections
from assessment.use_cases.accounts import find_account_by_email
from tests.durability.test_disk_full import fill_the_disk
from tests.factories.accounts import PASSWORD, make_account, sign_in
from tests.factories.live_people import expect, hidden_fields
from tests.factories.live_site import LiveSite
from tests.factories.team_campaigns import make_campaign
from tests.factories.teams import make_team
from tests.factories.visitors import hidden_fields as hidden_in
from tests.factories.wire import Reply, Wire

CORE = "cx_competencies"
MEMBERS = 8
BUTTONS = (
    ("opening", ("draft", 0, 0, 0), ("open", MEMBERS, MEMBERS, 0)),
    ("closing", ("open", MEMBERS, MEMBERS, 0), ("closed", MEMBERS, MEMBERS + 1, 1)),
)
"""A button, and how the campaign stands before and after it: state, people asked, mails, published results."""


def stands(path: Path, campaign_id: str) -> tuple[str, int, int, int]:
    """State of the campaign, people asked, mails about it, published results."""
    with closing(sqlite3.connect(path)) as database:
        (state,) = database.execute("SELECT state FROM campaigns WHERE id = ?", [campaign_id]).fetchone()
        counts = (
            database.execute(f"SELECT count(*) FROM {table} WHERE campaign_id = ?", [campaign_id]).fetchone()[0]  # noqa: S608
            for table in ("respondents", "mails", "published_results")
        )
        return (state, *counts)


@contextmanager
def campaign_of(app: Flask) -> Iterator[str]:
    """A draft of a team whose lead has an account with a password."""
    team = make_team(app, make_account(app, "lead@example.org"), MEMBERS)
    yield make_campaign(app, team, open=False, framework_id=CORE).id
    with app.app_context():
        close_connections()


class TestFullDisk:
    def test_opening_and_closing(self, live_site: LiveSite) -> None:
        path = live_site.folder / "cx_wheel.sqlite3"
        settings = Settings(instance=live_site.folder, database_url=f"sqlite:///{path}")
        with campaign_of(create_app(settings)) as draft, Wire(live_site.port) as wire:
            self._sign_in(wire)
            for button, before, after in BUTTONS:
                fill_the_disk(live_site)
                refused = self._press(wire, draft, button)
                assert (refused.status, "retry-after" in refused.headers) == (503, True)
                assert stands(path, draft) == before

                live_site.limit_files(-1)
                assert self._press(wire, draft, button).status == 303
                assert stands(path, draft) == after
        assert "Traceback" not in live_site.read_log()

    def _sign_in(self, wire: Wire) -> None:
        page = expect(wire.get("/account/sign-in"), 200)
        fields = {**hidden_fields(page), "email": "lead@example.org", "password": PASSWORD}
        expect(wire.post("/account/sign-in", fields), 302)

    def _press(self, wire: Wire, campaign_id: str, button: str) -> Reply:
        page = expect(wire.get(f"/campaigns/{campaign_id}"), 200)
        return wire.post(f"/campaigns/{campaign_id}/{button}", {**hidden_fields(page), "confirmed": "y"})


class TestDatabaseAway:
    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sqlite_behaviour, "PATIENCE_S", 0.05)

    def test_a_locked_database_opens_and_closes_nothing_by_half(
        self, app: Flask, settings: Settings, client: FlaskClient
    ) -> None:
        path = Path(settings.database_url.removeprefix("sqlite:///"))
        with campaign_of(app) as draft, closing(sqlite3.connect(path, isolation_level=None)) as other:
            with app.app_context():
                lead = find_account_by_email("lead@example.org")
            assert lead is not None
            sign_in(client, lead)
            for button, before, after in BUTTONS:
                other.execute("BEGIN IMMEDIATE")
                assert self._press(client, draft, button).status_code == 503
                other.execute("ROLLBACK")
                assert stands(path, draft) == before
                assert self._press(client, draft, button).status_code == 303
                assert stands(path, draft) == after

    def _press(self, client: FlaskClient, campaign_id: str, button: str) -> TestResponse:
        fields = hidden_in(client.get(f"/campaigns/{campaign_id}"))
        return client.post(f"/campaigns/{campaign_id}/{button}", data={**fields, "confirmed": "y"})
