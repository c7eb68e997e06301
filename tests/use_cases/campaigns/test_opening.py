"""Opening a campaign: all or nothing, once."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from assessment.bank.shelf import Shelf
from assessment.domain.campaign import CampaignKind
from assessment.domain.campaign_refusals import (
    CampaignNotIn,
    DeadlinePassed,
    GroupTooSmall,
    NotAMember,
)
from assessment.domain.framework import Level
from assessment.store.database import transaction
from assessment.use_cases.campaign_records import CampaignRecord, get_campaign
from assessment.use_cases.kept_frameworks import publish_frameworks
from assessment.use_cases.run_campaign import (
    look_ahead,
    open_campaign,
)
from tests.factories.assessments import START, SeededTokens
from tests.factories.frameworks import make_framework
from tests.factories.refusing_tables import refusing
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import (
    BOTH_LEVELS,
    FORTNIGHT,
    count_rows,
    make_campaign,
    respondents_of,
    rows,
)
from tests.factories.teams import MadeTeam, make_person, make_team
from tests.factories.threads import in_threads


def open_it(site: Flask, draft: CampaignRecord, team: MadeTeam, shelf: Shelf, seed: str = "open") -> CampaignRecord:
    lead = team.lead.user_id or 0
    return open_campaign(shelf, draft.id, opened_by=lead, now=START, token_source=SeededTokens(seed))


class TestOpening:
    def test_everybody_gets_one_invitation_in_their_language(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)

        sent = rows("SELECT recipient, locale, kind, state, campaign_id FROM mails ORDER BY recipient")
        assert [row[0] for row in sent] == [f"member{number}@example.org" for number in range(1, 9)]
        assert [row[1] for row in sent] == ["en", "ru"] * 4
        assert {row[2:] for row in sent} == {("invitation", "waiting", opened.id)}

    def test_mails_hold_no_link(self, site: Flask, team: MadeTeam) -> None:
        make_campaign(site, team)

        assert rows("SELECT count(*) FROM invitation_links") == [(0,)]

    def test_membership_is_frozen(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team)
        with transaction() as connection:
            connection.execute(text("DELETE FROM team_members WHERE email = 'member1@example.org'"))

        assert get_campaign(opened.id).campaign.members == opened.campaign.members
        assert respondents_of(site, opened)[0].email == "member1@example.org"

    def test_fewer_than_five_cannot_be_asked(self, site: Flask, shelf: Shelf) -> None:
        small = make_team(site, make_person(site, "other@example.org"), 4, seed="small")
        draft = make_campaign(site, small, open=False)

        with pytest.raises(GroupTooSmall) as refused:
            open_it(site, draft, small, shelf)

        assert (refused.value.members, refused.value.fewest) == (4, 5)
        assert get_campaign(draft.id) == draft
        assert rows("SELECT count(*) FROM mails") == [(0,)]

    def test_a_higher_threshold_needs_a_larger_team(self, site: Flask, team: MadeTeam, shelf: Shelf) -> None:
        draft = make_campaign(site, team, open=False, k=9)

        with pytest.raises(GroupTooSmall):
            open_it(site, draft, team, shelf)

    def test_a_deadline_that_has_gone_by_opens_nothing(self, site: Flask, team: MadeTeam, shelf: Shelf) -> None:
        draft = make_campaign(site, team, open=False)
        late = START + FORTNIGHT

        with pytest.raises(DeadlinePassed) as refused:
            open_campaign(shelf, draft.id, opened_by=0, now=late, token_source=SeededTokens("late"))

        assert str(refused.value.deadline.tzinfo) == "Europe/Berlin", "told on the organiser's clocks"

    def test_a_mail_that_cannot_be_written_opens_nothing(self, site: Flask, team: MadeTeam, shelf: Shelf) -> None:
        draft = make_campaign(site, team, open=False)

        with (
            refusing("mails", "NEW.recipient = 'member6@example.org'"),
            pytest.raises(IntegrityError),
        ):
            open_it(site, draft, team, shelf)

        assert get_campaign(draft.id) == draft
        for table in ("mails", "respondents"):
            assert count_rows(table) == 0

    def test_the_latest_version_is_asked(self, site: Flask, team: MadeTeam) -> None:
        draft = make_campaign(site, team, open=False)
        newer = shelf_of(BOTH_LEVELS, make_framework(levels=(Level.INDIVIDUAL, Level.TEAM), version="2027.1"))
        publish_frameworks(newer)

        assert open_it(site, draft, team, newer).version == "2027.1"
        assert get_campaign(draft.id).version == "2027.1"

    def test_thirty_openings_at_once_are_one(self, site: Flask, team: MadeTeam, shelf: Shelf) -> None:
        draft = make_campaign(site, team, open=False)

        def act(number: int) -> bool:
            try:
                open_it(site, draft, team, shelf, seed=f"open {number}")
            except CampaignNotIn:
                return False
            return True

        assert sum(in_threads(site, 30, act)) == 1
        assert rows("SELECT count(*) FROM respondents") == [(8,)]
        assert rows("SELECT count(*) FROM mails") == [(8,)]


class TestLeadAlone:
    def test_only_the_lead_who_opens_it_is_asked_and_no_mail_goes_out(self, site: Flask, team: MadeTeam) -> None:
        opened = make_campaign(site, team, CampaignKind.LEAD_ALONE)

        assert [one.email for one in respondents_of(site, opened)] == ["lead@example.org"]
        assert rows("SELECT count(*) FROM mails") == [(0,)]

    def test_somebody_who_does_not_lead_cannot_open_it(self, site: Flask, team: MadeTeam, shelf: Shelf) -> None:
        draft = make_campaign(site, team, CampaignKind.LEAD_ALONE, open=False)
        stranger = make_person(site, "stranger@example.org")

        with pytest.raises(NotAMember):
            open_campaign(shelf, draft.id, opened_by=stranger.id, now=START, token_source=SeededTokens("x"))

        assert isinstance(look_ahead(draft, opened_by=stranger.id, now=START).refusal, NotAMember)
