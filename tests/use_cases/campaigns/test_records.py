"""Campaigns as others read them, and the factory that makes them."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.domain.campaign_refusals import CampaignNotFound
from assessment.domain.framework import Level
from assessment.store.database import reading
from assessment.use_cases.campaign_records import get_campaign, list_campaigns
from tests.factories.frameworks import make_framework
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import answer, make_campaign, respondents_of
from tests.factories.teams import MadeTeam


def test_a_draft_asks_nobody_yet_and_an_open_campaign_asks_the_members(site: Flask, team: MadeTeam) -> None:
    draft = make_campaign(site, team, open=False)
    opened = make_campaign(site, team, title="Second")

    assert (draft.campaign.state, draft.campaign.members) == (CampaignState.DRAFT, frozenset())
    assert (opened.campaign.state, len(opened.campaign.members)) == (CampaignState.OPEN, 8)
    assert get_campaign(opened.id) == opened
    assert {record.id for record in list_campaigns(team.team.id)} == {draft.id, opened.id}
    assert (opened.framework_id, opened.version, opened.level) == ("tiny", make_framework().version, Level.INDIVIDUAL)


def test_an_unknown_campaign_is_not_found() -> None:
    for nonsense in ("nonsense", "", "a\0b", "ä" * 40):
        with pytest.raises(CampaignNotFound):
            get_campaign(nonsense)


def test_the_lead_is_not_among_those_asked(site: Flask, team: MadeTeam) -> None:
    opened = make_campaign(site, team)

    assert "lead@example.org" not in {one.email for one in respondents_of(site, opened)}


def test_answers_of_a_respondent_belong_to_the_campaign(site: Flask, team: MadeTeam) -> None:
    opened = make_campaign(site, team)
    first, second = respondents_of(site, opened)[:2]

    submitted = answer(site, opened, first, same_answer(make_framework(), 3))
    answer(site, opened, second, {}, finish=False)

    with reading() as connection:
        rows = connection.execute(text("SELECT assessment_id, respondent_id FROM campaign_assessments")).all()
        statuses = connection.execute(text("SELECT id, status FROM assessments ORDER BY status")).all()
    assert (submitted, first.id) in {tuple(row) for row in rows}
    assert [status for _, status in statuses] == ["open", "submitted"]


def test_kind_chooses_the_level() -> None:
    assert [kind.value for kind in CampaignKind] == ["themselves", "team", "lead_alone"]
