"""Leads in browsers, who run campaigns by the forms of the real pages."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.use_cases.accounts import find_account_by_email
from assessment.use_cases.campaign_records import CampaignRecord, list_campaigns
from tests.factories.accounts import sign_in
from tests.factories.teams import MadeTeam

CORE = "cx_competencies"
DRAFT = {
    "title": "Autumn 2026",
    "kind": "themselves",
    "day": "2026-12-05",
    "time": "18:00",
    "zone": "Europe/Berlin",
    "week": "y",
    "k": "5",
    "linking": "linked",
}


def lead_of(app: Flask, team: MadeTeam) -> FlaskClient:
    """The browser of the team's lead, signed in and in English. Forms need no token."""
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    with app.app_context():
        account = find_account_by_email(team.lead.email)
    assert account is not None
    sign_in(client, account)
    client.get("/language/en")
    return client


def draft_on_page(lead: FlaskClient, team: MadeTeam, **changes: str) -> TestResponse:
    """Fill in the form of a new campaign and press its button."""
    return lead.post(f"/teams/{team.team.id}/campaigns/new", data={**DRAFT, **changes})


def only_campaign(app: Flask, team: MadeTeam) -> CampaignRecord:
    """The one campaign that the team has."""
    with app.app_context():
        (found,) = list_campaigns(team.team.id)
    return found


def at(record: CampaignRecord, place: str = "") -> str:
    """The address of a campaign's page, or of a place below it."""
    return f"/campaigns/{record.id}{place}"
