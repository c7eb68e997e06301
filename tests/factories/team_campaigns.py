"""Campaigns of teams, run and answered through the use cases that people use. Each call enters an app context."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from flask import Flask
from sqlalchemy import text

from assessment.domain.answers import AnswerSheet
from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Level
from assessment.store.database import reading
from assessment.store.respondents import StoredRespondent, list_respondents
from assessment.use_cases.answer_campaign import Begun, begin, begin_as_member
from assessment.use_cases.campaign_records import CampaignRecord, get_campaign
from assessment.use_cases.draft_campaign import CampaignDraft, draft_campaign
from assessment.use_cases.invitations import new_personal_link
from assessment.use_cases.run_campaign import close_now, open_campaign
from assessment.use_cases.take_assessment import record_answers, submit
from tests.factories.assessments import START, SeededTokens
from tests.factories.frameworks import make_framework
from tests.factories.teams import MadeTeam

FORTNIGHT = timedelta(days=14)
BOTH_LEVELS = make_framework(levels=(Level.INDIVIDUAL, Level.TEAM))
"""A small framework that asks people about themselves and about their team."""

_CAMPAIGNS = count(1)


def make_campaign(
    app: Flask,
    team: MadeTeam,
    kind: CampaignKind | str = CampaignKind.THEMSELVES,
    *,
    open: bool = True,  # noqa: A002  what is asked for, in one word
    title: str = "Autumn",
    framework_id: str | None = None,
    closes_at: datetime | None = None,
    time_zone: str = "Europe/Berlin",
    anonymous: bool = False,
    k: int = 5,
) -> CampaignRecord:
    """A campaign of the team, opened by its lead unless it is to stay a draft; it closes in a fortnight.

    It asks with the first framework of the bank unless another one is named.
    """
    parts = app.extensions["cx_wheel"]
    tokens = SeededTokens(f"campaign {next(_CAMPAIGNS)}")
    now = parts.clock()
    with app.app_context():
        record = draft_campaign(
            parts.shelf,
            framework_id=framework_id or parts.shelf.list_latest()[0].framework.id,
            team_id=team.team.id,
            draft=CampaignDraft(title, CampaignKind(kind), closes_at or now + FORTNIGHT, time_zone, k, anonymous),
            now=now,
            token_source=tokens,
            by=team.lead.user_id,
        )
        if not open:
            return record
        lead = team.lead.user_id or 0
        return open_campaign(parts.shelf, record.id, opened_by=lead, now=now, token_source=tokens)


def respondents_of(app: Flask, campaign: CampaignRecord) -> tuple[StoredRespondent, ...]:
    """Everybody the open campaign asks, by name."""
    with app.app_context(), reading() as connection:
        return list_respondents(connection, campaign.id)


def first_respondent(app: Flask, campaign: CampaignRecord) -> StoredRespondent:
    """The first of them."""
    return respondents_of(app, campaign)[0]


def personal_link(app: Flask, respondent: StoredRespondent) -> str:
    """The token that a mail to this respondent would carry now."""
    parts = app.extensions["cx_wheel"]
    with app.app_context():
        token = new_personal_link(respondent.id, now=parts.clock(), token_source=parts.token_source)
    assert token is not None
    return token


def answer(
    app: Flask,
    campaign: CampaignRecord,
    respondent: StoredRespondent,
    values: Mapping[str, object] | AnswerSheet,
    *,
    finish: bool = True,
) -> str:
    """Begin by a personal link, answer and, unless told otherwise, submit; returns the id of the assessment."""
    parts = app.extensions["cx_wheel"]
    given = values.values if isinstance(values, AnswerSheet) else values
    now = parts.clock()
    with app.app_context():
        options = {"locale": respondent.locale, "now": now, "token_source": parts.token_source}
        if campaign.campaign.kind is CampaignKind.LEAD_ALONE:
            begun = begin_as_member(campaign.id, respondent.user_id or 0, **options)
        else:
            begun = begin(personal_link(app, respondent), **options)
        record_answers(begun.assessment_id, given, now=now, timed=False)
        if finish:
            submit(begun.assessment_id, accept_incomplete=True, now=now)
    return begun.assessment_id


def close(app: Flask, campaign: CampaignRecord) -> CampaignRecord:
    """Close the campaign by hand and publish its result."""
    with app.app_context():
        return close_now(campaign.id, now=app.extensions["cx_wheel"].clock())


def reread(app: Flask, campaign: CampaignRecord) -> CampaignRecord:
    """The campaign as it is stored now."""
    with app.app_context():
        return get_campaign(campaign.id)


def begin_with(token: str, *, now: datetime = START, key: str | None = None, seed: str = "begin") -> Begun:
    """Press the button of a personal link. In an app context."""
    return begin(token, locale="en", now=now, token_source=SeededTokens(seed), key=key)


def rows(statement: str) -> list[tuple[Any, ...]]:
    """What an SQL query finds. In an app context."""
    with reading() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def count_rows(table: str) -> int:
    """How many rows a table has. In an app context."""
    number: int = rows(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608  a name
    return number
