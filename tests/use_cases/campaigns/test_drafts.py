"""Drafts of campaigns."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from assessment.domain.campaign import CampaignKind
from assessment.domain.campaign_refusals import (
    CampaignNotFound,
    CampaignNotIn,
    DeadlinePassed,
    GroupTooSmall,
)
from assessment.domain.framework import Level
from assessment.domain.refusals import OutOfRange, TextMissing, TextTooLong, UnknownLevel
from assessment.use_cases import draft_campaign as drafts
from assessment.use_cases.campaign_records import get_campaign
from assessment.use_cases.draft_campaign import CampaignDraft, change_draft, delete_draft
from assessment.use_cases.run_campaign import (
    look_ahead,
)
from tests.factories.assessments import START, SeededTokens
from tests.factories.frameworks import make_framework
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import (
    make_campaign,
)
from tests.factories.teams import MadeTeam, make_person, make_team

DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")


class TestDraft:
    def test_what_is_decided_is_kept(self, site: Flask, team: MadeTeam) -> None:
        draft = make_campaign(site, team, open=False)
        closes_at = datetime(2026, 12, 20, 18, 0, tzinfo=BERLIN)
        decided = CampaignDraft("  Winter\t2026 ", CampaignKind.TEAM, closes_at, "Europe/Berlin", 7, True, (DAY,))

        change_draft(draft.id, decided, now=START)

        kept = get_campaign(draft.id)
        assert (kept.title, kept.time_zone, kept.level) == ("Winter 2026", "Europe/Berlin", Level.TEAM)
        campaign = kept.campaign
        assert (campaign.kind, campaign.closes_at, campaign.k) == (CampaignKind.TEAM, closes_at, 7)
        assert (campaign.anonymous, campaign.remind_before) == (True, (DAY,))

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"title": "  "}, TextMissing),
            ({"title": "x" * 121}, TextTooLong),
            ({"k": 4}, OutOfRange),
            ({"k": 1001}, OutOfRange),
            ({"closes_at": START}, DeadlinePassed),
            ({"closes_at": START + timedelta(days=367)}, OutOfRange),
        ],
    )
    def test_what_cannot_be_is_refused_and_nothing_changes(
        self, site: Flask, team: MadeTeam, changes: dict[str, Any], refusal: type[Exception]
    ) -> None:
        draft = make_campaign(site, team, open=False)
        usual: dict[str, Any] = {"title": "A", "kind": CampaignKind.TEAM, "closes_at": START + DAY, "time_zone": "UTC"}

        with pytest.raises(refusal):
            change_draft(draft.id, CampaignDraft(**{**usual, **changes}), now=START)

        assert get_campaign(draft.id) == draft

    def test_a_lead_alone_needs_no_reminders_threshold_or_anonymity(self, site: Flask, team: MadeTeam) -> None:
        draft = make_campaign(site, team, CampaignKind.LEAD_ALONE, open=False, anonymous=True, k=9)

        assert (draft.campaign.k, draft.campaign.anonymous, draft.campaign.remind_before) == (5, False, ())

    def test_a_draft_can_be_thrown_away_and_an_open_campaign_cannot(self, site: Flask, team: MadeTeam) -> None:
        draft, opened = make_campaign(site, team, open=False), make_campaign(site, team)

        delete_draft(draft.id, now=START)
        with pytest.raises(CampaignNotIn):
            delete_draft(opened.id, now=START)

        with pytest.raises(CampaignNotFound):
            get_campaign(draft.id)
        assert get_campaign(opened.id) == opened

    def test_an_open_campaign_is_no_draft_any_more(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)

        with pytest.raises(CampaignNotIn):
            change_draft(opened.id, CampaignDraft("B", CampaignKind.TEAM, START + DAY, "UTC"), now=START)

    def test_a_framework_without_such_statements_is_refused(self, team: MadeTeam) -> None:
        only_people = shelf_of(make_framework())
        wish = CampaignDraft("A", CampaignKind.TEAM, START + DAY, "UTC")

        with pytest.raises(UnknownLevel):
            drafts.draft_campaign(
                only_people,
                framework_id="tiny",
                team_id=team.team.id,
                draft=wish,
                now=START,
                token_source=SeededTokens(),
            )


class TestLookingAhead:
    def test_it_names_whom_it_asks_and_says_who_will_see_what(self, site: Flask, team: MadeTeam) -> None:
        draft = make_campaign(site, team, open=False)

        ahead = look_ahead(draft, opened_by=team.lead.user_id or 0, now=START)

        assert [person.name for person in ahead.asked] == [f"Member {number}" for number in range(1, 9)]
        assert ahead.refusal is None
        assert (ahead.audience.members, ahead.audience.shown_from, ahead.audience.can_be_shown) == (8, 5, True)

    def test_it_says_why_it_cannot_be_opened(self, site: Flask) -> None:
        small = make_team(site, make_person(site, "other@example.org"), 4, seed="small")

        ahead = look_ahead(make_campaign(site, small, open=False), opened_by=0, now=START)

        assert isinstance(ahead.refusal, GroupTooSmall)
        assert not ahead.audience.can_be_shown
