"""Beginning to answer, by mail or signed in, and coming back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from assessment.domain.campaign import CampaignKind
from assessment.domain.campaign_refusals import (
    CampaignNotFound,
    InvitationNotFound,
    InvitationRevoked,
)
from assessment.domain.framework import Level
from assessment.domain.refusals import AssessmentNotFound
from assessment.use_cases.answer_campaign import (
    Standing,
    begin_as_member,
    list_asked,
    look_as_member,
    look_at_invitation,
)
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.invitations import revoke
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.own_assessments import get_own_assessment, take_into_account, withdraw_link
from assessment.use_cases.run_campaign import close_now
from assessment.use_cases.take_assessment import get_assessment, open_with_token, record_answers
from tests.factories.assessments import START, SeededTokens
from tests.factories.frameworks import item_id
from tests.factories.team_campaigns import (
    begin_with,
    count_rows,
    first_respondent,
    make_campaign,
    personal_link,
    respondents_of,
)
from tests.factories.teams import MadeTeam, make_person
from tests.factories.threads import in_threads

ITEM = item_id("c1", "skill", 1)
LATER = START + timedelta(days=2, hours=5)


class TestBeginning:
    def test_looking_at_a_link_begins_nothing(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)

        asked = look_at_invitation(personal_link(site, one), now=START)

        assert (asked.standing, asked.name, asked.team, asked.locale) == (
            Standing.TO_BEGIN,
            one.name,
            "Support",
            one.locale,
        )
        assert (asked.audience.members, asked.audience.coverage_told) == (8, True)
        assert count_rows("assessments") == 0

    def test_a_personal_link_opens_what_was_begun_with_it_on_any_device(
        self, site: Flask, campaign: CampaignRecord
    ) -> None:
        token = personal_link(site, first_respondent(site, campaign))

        begun = begin_with(token)

        assert (begun.token, begun.is_new, begun.keep_token) == (token, True, False)
        record = get_assessment(begun.assessment_id, token)
        assert (record.level, record.locale, record.framework_id) == (Level.INDIVIDUAL, "en", "tiny")
        assert open_with_token(token) == record

    def test_every_link_of_a_person_leads_to_the_same_answers(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)
        invitation, reminder = personal_link(site, one), personal_link(site, one)
        begun = begin_with(invitation)
        record_answers(begun.assessment_id, {ITEM: 4}, now=START, timed=False)

        again = begin_with(reminder, seed="again")

        assert (again.assessment_id, again.is_new) == (begun.assessment_id, False)
        assert look_at_invitation(reminder, now=LATER).standing is Standing.TO_GO_ON
        assert get_assessment(begun.assessment_id, reminder).answered == 1

    def test_a_link_opens_no_answers_of_another_person(self, site: Flask, campaign: CampaignRecord) -> None:
        one, other = respondents_of(site, campaign)[:2]
        mine = begin_with(personal_link(site, one))
        theirs = personal_link(site, other)

        with pytest.raises(AssessmentNotFound):
            get_assessment(mine.assessment_id, theirs)
        with pytest.raises(AssessmentNotFound):
            open_with_token(theirs)

    def test_a_link_that_was_made_up_is_not_found(self) -> None:
        for made_up in ("", "x", "ä", "a\0", "A" * 43, "\ud800"):
            with pytest.raises(InvitationNotFound):
                look_at_invitation(made_up, now=START)
            with pytest.raises(InvitationNotFound):
                begin_with(made_up)

    def test_members_asked_about_the_team_rate_the_team(self, site: Flask, team: MadeTeam) -> None:
        campaign = make_campaign(site, team, CampaignKind.TEAM)
        token = personal_link(site, first_respondent(site, campaign))

        assert get_assessment(begin_with(token).assessment_id, token).level is Level.TEAM

    def test_thirty_beginnings_at_once_are_one(self, site: Flask, campaign: CampaignRecord) -> None:
        token = personal_link(site, first_respondent(site, campaign))

        begun = in_threads(site, 30, lambda number: begin_with(token, seed=f"begin {number}"))

        assert len({one.assessment_id for one in begun}) == 1
        assert sum(one.is_new for one in begun) == 1
        assert count_rows("assessments") == 1


class TestSignedIn:
    @pytest.fixture
    def member(self, site: Flask, campaign: CampaignRecord) -> int:
        """The account of the first respondent."""
        account = make_person(site, first_respondent(site, campaign).email or "")
        claim_memberships(account.id, account.email, now=START)
        return account.id

    def test_they_see_that_they_are_asked_and_begin_without_a_mail(self, campaign: CampaignRecord, member: int) -> None:
        (asked,) = list_asked(member, now=START)
        begun = begin_as_member(campaign.id, member, locale="en", now=START, token_source=SeededTokens("me"))

        assert (asked.record.id, asked.standing) == (campaign.id, Standing.TO_BEGIN)
        assert get_assessment(begun.assessment_id, begun.token).answered == 0
        assert look_as_member(campaign.id, member, now=START).standing is Standing.TO_GO_ON
        assert get_own_assessment(begun.assessment_id, member).id == begun.assessment_id

    def test_mail_and_account_lead_to_the_same_answers(
        self, site: Flask, campaign: CampaignRecord, member: int
    ) -> None:
        begun = begin_with(personal_link(site, first_respondent(site, campaign)))

        mine = begin_as_member(campaign.id, member, locale="en", now=START, token_source=SeededTokens("me"))

        assert mine.assessment_id == begun.assessment_id

    def test_nobody_else_learns_that_there_is_such_a_campaign(self, campaign: CampaignRecord, team: MadeTeam) -> None:
        lead = team.lead.user_id or 0
        with pytest.raises(CampaignNotFound):
            look_as_member(campaign.id, lead, now=START)
        with pytest.raises(CampaignNotFound):
            begin_as_member(campaign.id, lead, locale="en", now=START, token_source=SeededTokens("lead"))
        assert list_asked(lead, now=START) == ()

    def test_who_was_shut_out_cannot_begin_signed_in_either(
        self, site: Flask, campaign: CampaignRecord, member: int
    ) -> None:
        revoke(campaign.id, first_respondent(site, campaign).id, now=START, token_source=SeededTokens("revoke"))

        with pytest.raises(InvitationRevoked):
            begin_as_member(campaign.id, member, locale="en", now=START, token_source=SeededTokens("me"))

    def test_a_closed_campaign_asks_nobody(self, campaign: CampaignRecord, member: int) -> None:
        close_now(campaign.id, now=LATER)

        assert list_asked(member, now=LATER) == ()
        assert look_as_member(campaign.id, member, now=LATER).standing is Standing.ENDED

    def test_a_lead_alone_answers_at_once(self, site: Flask, team: MadeTeam) -> None:
        campaign = make_campaign(site, team, CampaignKind.LEAD_ALONE)
        lead = team.lead.user_id or 0

        begun = begin_as_member(campaign.id, lead, locale="en", now=START, token_source=SeededTokens("lead"))

        assert get_assessment(begun.assessment_id, begun.token).level is Level.TEAM
        assert look_as_member(campaign.id, lead, now=START).audience.lead_alone


def test_an_owner_who_withdrew_the_link_is_not_betrayed_by_those_in_mails(
    site: Flask, campaign: CampaignRecord
) -> None:
    token = personal_link(site, first_respondent(site, campaign))
    begun = begin_with(token)
    owner = make_person(site, "member1@example.org")
    take_into_account(begun.assessment_id, owner.id, now=START)

    withdraw_link(begun.assessment_id, owner.id, now=START, token_source=SeededTokens("withdraw"))

    with pytest.raises(AssessmentNotFound):
        get_assessment(begun.assessment_id, token)
    with pytest.raises(AssessmentNotFound):
        open_with_token(token)
    assert get_own_assessment(begun.assessment_id, owner.id).answered == 0
