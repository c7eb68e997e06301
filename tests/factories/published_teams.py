"""Closed campaigns with published results in the database, and people who look at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.bank.shelf import Shelf
from assessment.domain.answers import AnswerSheet
from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Framework
from assessment.domain.releasing import Closed, release_result
from assessment.domain.result_basis import ResultBasis
from assessment.domain.suppression.policy import Policy
from assessment.domain.team_result import TeamResult
from assessment.store.campaigns import StoredCampaign, add_campaign
from assessment.store.database import transaction
from assessment.store.published import StoredPublication, add_publication
from assessment.use_cases.accounts import Account
from tests.factories.accounts import make_account, sign_in
from tests.factories.team_results import CLOSED_ON
from tests.factories.teams import MadeTeam, make_team

OPENED = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
CLOSED = datetime(2026, 11, 14, 18, 0, tzinfo=UTC)


def led_team(app: Flask, members: int = 8, *, email: str = "lead@example.org") -> tuple[Account, MadeTeam]:
    """A lead with an account, and the team they lead."""
    lead = make_account(app, email)
    return lead, make_team(app, lead, members, name="Service design team", seed=email)


def browser_of(app: Flask, account: Account, locale: str = "en") -> FlaskClient:
    """A browser in which the account is signed in."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
    sign_in(client, account)
    client.get(f"/language/{locale}")
    return client


@dataclass(frozen=True, slots=True)
class ResultReader:
    """The browser of a lead who looks at results of one team."""

    app: Flask
    client: FlaskClient
    team_id: str

    def publish(self, result: TeamResult, *, campaign_id: str = "round") -> str:
        """Let a campaign of the team have closed with this result; its id."""
        return publish(self.app, self.team_id, result, campaign_id=campaign_id)

    def get(self, path: str, *, campaign_id: str = "round") -> TestResponse:
        """What stands at that path below the campaign."""
        return self.client.get(f"/campaigns/{campaign_id}/{path}")


def result_reader(app: Flask) -> ResultReader:
    """Somebody who leads a team of nine and is signed in."""
    lead, team = led_team(app)
    return ResultReader(app, browser_of(app, lead), team.team.id)


def add_stored_campaign(
    app: Flask,
    team_id: str,
    kind: CampaignKind,
    *,
    campaign_id: str = "round",
    state: str = "closed",
    framework_id: str,
) -> str:
    """A campaign of the team in that state; nothing is published of it. Its id."""
    shelf: Shelf = app.extensions["cx_wheel"].shelf
    closed = state in {"closed", "archived"}
    stored = StoredCampaign(
        id=campaign_id,
        team_id=team_id,
        previous_id=None,
        snapshot=shelf.get(framework_id).digest,
        kind=kind.value,
        title="Autumn",
        k=5,
        anonymous=False,
        time_zone="Europe/Moscow",
        closes_at=CLOSED,
        remind_before=[86400],
        reminded_at=None,
        state=state,
        created_at=OPENED,
        opened_at=None if state == "draft" else OPENED,
        closed_at=CLOSED if closed else None,
    )
    with app.app_context(), transaction() as connection:
        add_campaign(connection, stored)
    return campaign_id


def publish(app: Flask, team_id: str, result: TeamResult, *, campaign_id: str = "round", state: str = "closed") -> str:
    """A closed campaign whose published result is this value. Its id."""
    basis = ResultBasis(result.framework, result.version, result.level, members=8, competencies={}, topics={})
    add_stored_campaign(app, team_id, result.kind, campaign_id=campaign_id, state=state, framework_id=result.framework)
    with app.app_context(), transaction() as connection:
        add_publication(connection, StoredPublication(campaign_id, result, basis, ()))
    return campaign_id


def publish_sheets(
    app: Flask,
    team_id: str,
    framework: Framework,
    kind: CampaignKind,
    sheets: Mapping[str, AnswerSheet],
    *,
    members: int,
    campaign_id: str,
) -> TeamResult:
    """A closed campaign of people who answered so, published by the rules; gives what they allow."""
    publication = release_result(
        Closed(
            framework=framework,
            kind=kind,
            sheets=sheets,
            members=frozenset(f"person{number}" for number in range(members)),
            policy=Policy(),
            closed_on=CLOSED_ON,
        )
    )
    add_stored_campaign(app, team_id, kind, campaign_id=campaign_id, framework_id=framework.id)
    with app.app_context(), transaction() as connection:
        stored = StoredPublication(campaign_id, publication.result, publication.basis, publication.memberships)
        add_publication(connection, stored)
    return publication.result
