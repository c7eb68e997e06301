"""People with accounts and the results in them, made through the use cases. An app context must be active."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from typing import Any

from flask import Flask
from sqlalchemy import insert

from assessment.bank.shelf import Shelf
from assessment.domain.answers import AnswerSheet
from assessment.store.database import transaction
from assessment.store.tables import DbCampaign, DbCampaignAssessment, DbTeam, DbTeamMember
from assessment.use_cases.accounts import Account
from assessment.use_cases.make_account import make_account
from assessment.use_cases.own_assessments import take_into_account
from tests.factories.assessments import START, submitted
from tests.factories.frameworks import make_framework
from tests.factories.sheets import sheet_of_totals

_SEEDS = count(1)


def account(email: str = "anna@example.org", **changes: Any) -> Account:
    """An account with a confirmed address and without a password."""
    details: dict[str, Any] = {"password_hash": None, "now": START, "name": "Anna", **changes}
    return make_account(email, **details)


def own_result(
    shelf: Shelf,
    owner: Account,
    *,
    totals: Sequence[int] = (30, 40, 20),
    sheet: AnswerSheet | None = None,
    framework_id: str = "tiny",
    now: datetime = START,
) -> str:
    """A submitted assessment in an account; ``totals`` are sums of answers by competency of the tiny framework."""
    answers = sheet or sheet_of_totals(make_framework(), totals)
    started = submitted(shelf, answers, framework_id=framework_id, now=now, seed=f"own {next(_SEEDS)}")
    take_into_account(started.assessment.id, owner.id, now=now)
    return started.assessment.id


def lead_a_team(person: Account) -> None:
    """Make the account lead a team of its own."""
    team = f"team-{next(_SEEDS)}"
    with transaction() as connection:
        connection.execute(
            insert(DbTeam), {"id": team, "organisation_id": None, "name": "Team", "locale": "en", "created_at": START}
        )
        connection.execute(
            insert(DbTeamMember),
            {
                "id": f"{team}-lead",
                "team_id": team,
                "user_id": person.id,
                "email": person.email,
                "name": person.name,
                "locale": person.locale,
                "role": "lead",
                "added_at": START,
                "confirmed_at": START,
            },
        )


def answer_campaign(site: Flask, assessment_id: str, *, anonymous: bool) -> None:
    """Make the assessment one that answers a campaign."""
    campaign = f"campaign-{next(_SEEDS)}"
    team = f"{campaign}-team"
    shelf: Shelf = site.extensions["cx_wheel"].shelf
    with transaction() as connection:
        connection.execute(
            insert(DbTeam), {"id": team, "organisation_id": None, "name": "Team", "locale": "en", "created_at": START}
        )
        connection.execute(
            insert(DbCampaign),
            {
                "id": campaign,
                "team_id": team,
                "previous_id": None,
                "snapshot": shelf.list_latest()[0].digest,
                "kind": "themselves",
                "title": "Campaign",
                "k": 5,
                "anonymous": anonymous,
                "time_zone": "UTC",
                "closes_at": None,
                "remind_before": [],
                "reminded_at": None,
                "state": "open",
                "created_at": START,
                "opened_at": START,
                "closed_at": None,
            },
        )
        connection.execute(
            insert(DbCampaignAssessment),
            {"assessment_id": assessment_id, "campaign_id": campaign, "respondent_id": None},
        )
