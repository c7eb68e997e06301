"""More time, closing, putting away, and the next wave."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.domain.campaign_refusals import (
    CampaignNotIn,
    DeadlineNotLater,
    DeadlinePassed,
)
from assessment.domain.refusals import OutOfRange
from assessment.use_cases.audit import list_own_entries
from assessment.use_cases.campaign_records import get_campaign
from assessment.use_cases.draft_campaign import clone
from assessment.use_cases.invitations import resend, revoke
from assessment.use_cases.run_campaign import (
    archive,
    close_due_campaigns,
    close_now,
    extend,
)
from tests.factories.assessments import START, SeededTokens
from tests.factories.refusing_tables import refusing
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import (
    BOTH_LEVELS,
    FORTNIGHT,
    answer,
    make_campaign,
    respondents_of,
    rows,
)
from tests.factories.teams import MadeTeam
from tests.factories.threads import in_threads

DAY = timedelta(days=1)


class TestExtension:
    def test_more_time_is_given(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)
        later = START + 2 * FORTNIGHT

        extend(opened.id, later, now=START + DAY)

        assert get_campaign(opened.id).campaign.closes_at == later

    @pytest.mark.parametrize(
        ("closes_at", "now", "refusal"),
        [
            (START + FORTNIGHT, START + DAY, DeadlineNotLater),
            (START + FORTNIGHT - DAY, START + DAY, DeadlineNotLater),
            (START, START + DAY, DeadlinePassed),
            (START + 2 * FORTNIGHT, START + FORTNIGHT, DeadlinePassed),
            (START + timedelta(days=400), START + DAY, OutOfRange),
        ],
    )
    def test_it_is_never_taken_away(
        self, site: Flask, team: MadeTeam, closes_at: datetime, now: datetime, refusal: type[Exception]
    ) -> None:
        opened = make_campaign(site, team)

        with pytest.raises(refusal):
            extend(opened.id, closes_at, now=now)

        assert get_campaign(opened.id) == opened


class TestClosing:
    def test_closing_by_hand_publishes_once_and_tells_the_lead(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)
        for one in respondents_of(site, opened)[:6]:
            answer(site, opened, one, same_answer(BOTH_LEVELS, 3))

        closed = close_now(opened.id, now=START + DAY)

        assert (closed.campaign.state, closed.campaign.closed_at) == (CampaignState.CLOSED, START + DAY)
        assert get_campaign(opened.id) == closed
        assert rows("SELECT campaign_id FROM published_results") == [(opened.id,)]
        told = rows("SELECT recipient, state FROM mails WHERE kind = 'campaign_closed'")
        assert told == [("lead@example.org", "waiting")]

    def test_a_result_that_cannot_be_kept_leaves_it_open(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)

        with (
            refusing("published_results", "NEW.result IS NOT NULL"),
            pytest.raises(IntegrityError),
        ):
            close_now(opened.id, now=START + DAY)

        assert get_campaign(opened.id) == opened
        assert rows("SELECT count(*) FROM mails WHERE kind = 'campaign_closed'") == [(0,)]

    def test_thirty_closings_at_once_are_one(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)

        def act(number: int) -> bool:
            if number % 2:
                return close_due_campaigns(START + FORTNIGHT) == 1
            try:
                close_now(opened.id, now=START + FORTNIGHT)
            except CampaignNotIn:
                return False
            return True

        assert sum(in_threads(site, 30, act)) == 1
        assert rows("SELECT count(*) FROM published_results") == [(1,)]
        assert rows("SELECT count(*) FROM mails WHERE kind = 'campaign_closed'") == [(1,)]

    def test_the_deadline_closes_it_as_of_the_deadline(self, site: Flask, team: MadeTeam) -> None:
        opened, other = make_campaign(site, team), make_campaign(site, team, closes_at=START + 2 * FORTNIGHT)

        assert close_due_campaigns(START + FORTNIGHT - timedelta(seconds=1)) == 0
        assert close_due_campaigns(START + FORTNIGHT + timedelta(hours=5)) == 1
        assert close_due_campaigns(START + FORTNIGHT + timedelta(hours=5)) == 0

        assert get_campaign(opened.id).campaign.closed_at == START + FORTNIGHT
        assert get_campaign(other.id) == other

    def test_one_that_cannot_be_closed_keeps_no_other_open(self, site: Flask, team: MadeTeam) -> None:
        broken, other = make_campaign(site, team), make_campaign(site, team)

        with (
            refusing("audit_entries", f"NEW.subject_id = '{broken.id}'"),
            pytest.raises(ExceptionGroup),
        ):
            close_due_campaigns(START + FORTNIGHT)

        states = [get_campaign(one.id).campaign.state for one in (broken, other)]
        assert states == [CampaignState.OPEN, CampaignState.CLOSED]
        assert close_due_campaigns(START + FORTNIGHT) == 1

    def test_closing_by_hand_after_the_deadline_closes_as_of_the_deadline(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)

        assert close_now(opened.id, now=START + FORTNIGHT + DAY).campaign.closed_at == START + FORTNIGHT

    def test_a_lead_who_asked_only_themselves_gets_no_mail(self, site: Flask, team: MadeTeam) -> None:
        close_now(make_campaign(site, team, CampaignKind.LEAD_ALONE).id, now=START + DAY)

        assert rows("SELECT count(*) FROM mails") == [(0,)]


class TestAfterwards:
    def test_only_a_closed_campaign_is_archived(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)
        with pytest.raises(CampaignNotIn):
            archive(opened.id, now=START + DAY)

        close_now(opened.id, now=START + DAY)
        archive(opened.id, now=START + DAY)

        assert get_campaign(opened.id).campaign.state is CampaignState.ARCHIVED

    def test_the_next_wave_is_asked_the_same_way_and_just_as_long(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team, CampaignKind.TEAM, anonymous=True, k=6)
        close_now(opened.id, now=START + DAY)
        later = START + timedelta(days=90)

        wave = clone(opened.id, now=later, token_source=SeededTokens("wave"))

        campaign = wave.campaign
        assert (wave.previous_id, wave.title, wave.time_zone) == (opened.id, "Autumn (2)", "Europe/Berlin")
        assert (campaign.state, campaign.kind, campaign.k) == (CampaignState.DRAFT, CampaignKind.TEAM, 6)
        assert (campaign.anonymous, campaign.closes_at) == (True, later + FORTNIGHT)
        assert (campaign.members, wave.reminded_at) == (frozenset(), None)
        assert get_campaign(wave.id) == wave

    def test_the_next_wave_ends_at_the_hour_chosen_before(self, site: Flask, team: MadeTeam) -> None:
        berlin = ZoneInfo("Europe/Berlin")
        evening = (START + FORTNIGHT).astimezone(berlin).replace(hour=18, minute=0, second=0, microsecond=0)
        opened = make_campaign(site, team, closes_at=evening)
        close_now(opened.id, now=START + DAY)

        wave = clone(opened.id, now=START + timedelta(days=90, seconds=7), token_source=SeededTokens("wave"))

        assert wave.campaign.closes_at == (evening + timedelta(days=90)).astimezone(UTC)

    def test_pressing_twice_makes_one_next_wave(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)
        close_now(opened.id, now=START + DAY)

        waves = in_threads(
            site, 10, lambda number: clone(opened.id, now=START + DAY, token_source=SeededTokens(f"wave {number}")).id
        )

        assert len(set(waves)) == 1

    def test_an_open_campaign_has_no_next_wave_yet(self, site: Flask, team: MadeTeam) -> None:
        with pytest.raises(CampaignNotIn):
            clone(make_campaign(site, team).id, now=START, token_source=SeededTokens("wave"))


class TestTheLog:
    def test_it_says_who_did_what_and_names_nobody_who_was_asked(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)
        lead, one = team.lead.user_id or 0, respondents_of(site, opened)[0]
        extend(opened.id, START + 2 * FORTNIGHT, now=START, by=lead)
        revoke(opened.id, one.id, now=START, token_source=SeededTokens("revoke"), by=lead)
        resend(opened.id, one.id, now=START + DAY, by=lead)
        close_now(opened.id, now=START + DAY, by=lead)
        archive(opened.id, now=START + DAY, by=lead)

        entries = list_own_entries(lead, page=1).items
        assert {entry.action for entry in entries} == {
            "campaign_drafted",
            "campaign_opened",
            "campaign_extended",
            "invitation_revoked",
            "invitation_sent_again",
            "campaign_closed",
            "campaign_archived",
        }
        assert all(entry.facts == {"title": "Autumn", "team": "Support"} for entry in entries)
        assert {entry.subject_id for entry in entries} == {opened.id}

    def test_a_deadline_closes_without_anybody(self, site: Flask, team: MadeTeam) -> None:
        make_campaign(site, team)
        close_due_campaigns(START + FORTNIGHT)

        assert rows("SELECT user_id FROM audit_entries WHERE action = 'campaign_closed'") == [(None,)]
