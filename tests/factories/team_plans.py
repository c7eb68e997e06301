"""Closed campaigns of a team, whose plan can be made and changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Framework
from assessment.domain.result_basis import ResultBasis
from assessment.domain.team_plan import TeamStep
from assessment.domain.team_result import TeamResult
from assessment.domain.team_swapping import get_step
from assessment.store.database import transaction
from assessment.store.published import StoredPublication, add_publication
from assessment.use_cases.accounts import Account
from assessment.use_cases.team_plan import PlanGround, TeamPlanView, get_team_plan
from tests.factories.accounts import sign_in
from tests.factories.frameworks import core_framework
from tests.factories.published_teams import add_stored_campaign
from tests.factories.team_results import about_themselves
from tests.factories.visits import ids

TODAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 23)

SUPPORT = "gap.strategy.open.expert_support"
OWN = {"title": "Call five customers", "hours": "2,5", "start": "2026-12-01", "due": "2026-12-07", "owner": "Research"}
TERMS = {"weekly_hours": "8", "weeks": "10", "start": "2026-11-23", "at_most": "4"}
STATE = {
    "owner": "Olga",
    "start": "2026-11-23",
    "due": "2026-12-20",
    "hours": "10",
    "progress": "25",
    "note": "Two offers",
}


def add_closed_campaign(app: Flask, team_id: str, *, campaign_id: str = "campaign1", state: str = "closed") -> str:
    """A campaign of the team about its members themselves; nothing is published of it yet. Its id."""
    return add_stored_campaign(
        app, team_id, CampaignKind.THEMSELVES, campaign_id=campaign_id, state=state, framework_id="cx_competencies"
    )


def ground_of(campaign_id: str, result: TeamResult | None = None, framework: Framework | None = None) -> PlanGround:
    """What a plan rests on; by default the result of 13 people about themselves."""
    return PlanGround(campaign_id, framework or core_framework(), result or about_themselves())


def look(ground: PlanGround) -> TeamPlanView:
    """The plan as it stands, made if need be."""
    return get_team_plan(ground, today=TODAY)


def find_step(ground: PlanGround, step_id: str) -> TeamStep:
    return get_step(look(ground).plan, step_id)


def step_ids(ground: PlanGround) -> list[str]:
    return [step.id for step in look(ground).plan.steps]


def publish(app: Flask, campaign_id: str, result: TeamResult) -> None:
    """Publish that result of the campaign. An app context is entered here."""
    basis = ResultBasis(result.framework, result.version, result.level, 18, {}, {})
    with app.app_context(), transaction() as connection:
        add_publication(connection, StoredPublication(campaign_id, result, basis, ()))


@dataclass(frozen=True)
class TeamVisit:
    """A browser in which somebody is signed in; addresses are relative to the campaign's own."""

    client: FlaskClient
    campaign_id: str

    def address(self, path: str) -> str:
        return f"/campaigns/{self.campaign_id}/{path}"

    def get(self, path: str = "plan") -> TestResponse:
        return self.client.get(self.address(path))

    def shown(self) -> str:
        """The page of the plan without the tokens of its forms, which are new in every second."""
        return re.sub(r'name="csrf_token" value="[^"]*"', "", self.get().text)

    def post(self, path: str, **data: object) -> TestResponse:
        """Send a form and stay where it answers."""
        return self.client.post(self.address(f"plan/{path}"), data=data)

    def speak(self, locale: str) -> None:
        self.client.get(f"/language/{locale}")

    def steps(self) -> list[str]:
        """Ids of the steps on the page, in order."""
        return [found.removeprefix("step-") for found in ids(self.get()) if found.startswith("step-")]

    def seen(self, step_id: str) -> str:
        """The mark of a step as its form carries it."""
        return seen_of(self.get(), f"steps/{step_id}")


def seen_of(page: TestResponse, address: str) -> str:
    """The mark in the form on a page that is sent to an address with this ending."""
    found = re.search(rf'action="[^"]*/{re.escape(address)}"[^>]*>.*?name="seen" value="([^"]+)"', page.text, re.DOTALL)
    assert found is not None
    return found.group(1)


def visit_plan(app: Flask, account: Account, campaign_id: str) -> TeamVisit:
    """Somebody signs in to see the plan. Forms need no token."""
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    sign_in(client, account)
    visit = TeamVisit(client, campaign_id)
    visit.speak("en")
    return visit
