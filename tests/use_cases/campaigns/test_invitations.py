"""Personal links: new ones, revoked ones, and mails that are sent again."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from assessment.domain.campaign_refusals import (
    CampaignNotIn,
    InvitationRevoked,
    RespondentNotFound,
)
from assessment.domain.refusals import AssessmentNotFound
from assessment.store.database import transaction
from assessment.store.respondents import StoredRespondent
from assessment.store.tables import DbMail
from assessment.use_cases.answer_campaign import (
    Standing,
    look_at_invitation,
)
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.invitations import list_invited, new_personal_link, resend, revoke
from assessment.use_cases.own_data import erase
from assessment.use_cases.run_campaign import close_now
from assessment.use_cases.take_assessment import get_assessment, open_with_token
from tests.factories.assessments import START, SeededTokens
from tests.factories.invitations import mail_of, resend_at
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import (
    BOTH_LEVELS,
    FORTNIGHT,
    answer,
    begin_with,
    first_respondent,
    make_campaign,
    personal_link,
    respondents_of,
    rows,
)
from tests.factories.teams import MadeTeam
from tests.factories.threads import in_threads

SHEET = same_answer(BOTH_LEVELS, 3)
LATER = START + timedelta(days=2, hours=5)


class TestRevocation:
    def test_a_revoked_link_opens_neither_the_invitation_nor_the_answers(
        self, site: Flask, campaign: CampaignRecord
    ) -> None:
        one = first_respondent(site, campaign)
        token = personal_link(site, one)
        begun = begin_with(token)

        revoke(campaign.id, one.id, now=LATER, token_source=SeededTokens("revoke"))

        with pytest.raises(InvitationRevoked):
            look_at_invitation(token, now=LATER)
        with pytest.raises(InvitationRevoked):
            begin_with(token, now=LATER)
        with pytest.raises(AssessmentNotFound):
            get_assessment(begun.assessment_id, token)
        with pytest.raises(AssessmentNotFound):
            open_with_token(token)

    def test_a_new_link_opens_the_answers_again(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)
        begun = begin_with(personal_link(site, one))
        revoke(campaign.id, one.id, now=LATER, token_source=SeededTokens("revoke"))
        resend(campaign.id, one.id, now=LATER)

        assert begin_with(personal_link(site, one), seed="new").assessment_id == begun.assessment_id

    def test_a_closed_campaign_has_nothing_to_revoke(self, site: Flask, campaign: CampaignRecord) -> None:
        close_now(campaign.id, now=LATER)

        with pytest.raises(CampaignNotIn):
            revoke(campaign.id, first_respondent(site, campaign).id, now=LATER, token_source=SeededTokens("revoke"))


class TestErasure:
    def test_it_withdraws_the_person_who_may_begin_anew(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)
        token = personal_link(site, one)
        assessment_id = answer(site, campaign, one, SHEET)

        erase(assessment_id)

        assert first_respondent(site, campaign).withdrawn
        assert look_at_invitation(token, now=START).standing is Standing.TO_BEGIN
        assert begin_with(token, seed="anew").assessment_id != assessment_id
        assert not first_respondent(site, campaign).withdrawn

    def test_in_an_anonymous_campaign_it_marks_nobody(self, site: Flask, anonymous: CampaignRecord) -> None:
        erase(answer(site, anonymous, first_respondent(site, anonymous), SHEET))

        assert [one.withdrawn for one in respondents_of(site, anonymous)] == [False] * 8


class TestSendingAgain:
    def test_it_is_one_more_mail_once_the_last_one_has_gone(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)
        resend_at(campaign, one)
        assert count_mails(one) == 1, "the first is still on its way"

        mail_of(one, "in_doubt")
        resend_at(campaign, one, 2)
        resend_at(campaign, one, 3)
        mail_of(one, "sent")
        resend_at(campaign, one, 4)

        assert count_mails(one) == 3

    def test_one_that_waits_for_its_next_attempt_is_tried_at_once(self, site: Flask, campaign: CampaignRecord) -> None:
        one, other = respondents_of(site, campaign)[:2]
        for who in (one, other):
            mail_of(who, "waiting", "450 later")
        with transaction() as connection:
            connection.execute(update(DbMail).values(due_at=LATER))

        assert not resend(campaign.id, one.id, now=START + timedelta(hours=1))

        due = {shown.respondent_id: shown.next_attempt for shown in list_invited(campaign.id)}
        assert (due[one.id], due[other.id]) == (START + timedelta(hours=1), LATER)

    def test_thirty_presses_at_once_send_one(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)
        mail_of(one, "bounced")

        in_threads(site, 30, lambda _: resend_at(campaign, one))

        assert count_mails(one) == 2

    def test_links_of_earlier_mails_stay_valid(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)
        earlier, later = personal_link(site, one), personal_link(site, one)

        assert earlier != later
        for token in (earlier, later):
            assert look_at_invitation(token, now=START).name == one.name

    def test_nobody_of_another_campaign_is_written_to(self, site: Flask, team: MadeTeam) -> None:
        campaign, other = make_campaign(site, team), make_campaign(site, team)

        with pytest.raises(RespondentNotFound):
            resend_at(campaign, first_respondent(site, other))
        with pytest.raises(RespondentNotFound):
            revoke(campaign.id, first_respondent(site, other).id, now=START, token_source=SeededTokens("revoke"))
        with pytest.raises(RespondentNotFound):
            resend(campaign.id, "nonsense", now=START)


class TestShuttingOut:
    def test_it_stops_mails_that_have_not_gone_and_says_so(self, site: Flask, campaign: CampaignRecord) -> None:
        one, other = respondents_of(site, campaign)[:2]

        revoke(campaign.id, one.id, now=START, token_source=SeededTokens("revoke"))

        assert rows("SELECT recipient FROM mails WHERE state = 'cancelled'") == [(one.email,)]
        shown = {who.respondent_id: who.shut_out for who in list_invited(campaign.id)}
        assert (shown[one.id], shown[other.id]) == (True, False)

    def test_a_new_invitation_lets_the_person_in_again(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)
        revoke(campaign.id, one.id, now=START, token_source=SeededTokens("revoke"))

        resend_at(campaign, one)
        personal_link(site, one)

        assert not list_invited(campaign.id)[0].shut_out
        assert count_mails(one) == 2


class TestNewLinks:
    def test_only_its_hash_is_kept(self, site: Flask, campaign: CampaignRecord) -> None:
        token = personal_link(site, first_respondent(site, campaign))

        ((kept,),) = rows("SELECT token_hash FROM invitation_links")
        assert kept == hashlib.sha256(token.encode()).hexdigest()
        assert len(token) == 43

    @pytest.mark.parametrize("now", [START + FORTNIGHT, START + FORTNIGHT + timedelta(days=1)])
    def test_there_is_none_when_answers_are_no_longer_taken(
        self, site: Flask, campaign: CampaignRecord, now: datetime
    ) -> None:
        assert (
            new_personal_link(first_respondent(site, campaign).id, now=now, token_source=SeededTokens("late")) is None
        )

    def test_there_is_none_for_nobody_and_after_closing_by_hand(self, site: Flask, campaign: CampaignRecord) -> None:
        assert new_personal_link("nonsense", now=START, token_source=SeededTokens("none")) is None
        close_now(campaign.id, now=LATER)
        assert (
            new_personal_link(first_respondent(site, campaign).id, now=LATER, token_source=SeededTokens("late")) is None
        )


def count_mails(respondent: StoredRespondent) -> int:
    found = rows("SELECT respondent_id FROM mails WHERE kind = 'invitation'")
    return sum(who == respondent.id for (who,) in found)
