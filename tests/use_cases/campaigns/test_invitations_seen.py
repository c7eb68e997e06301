"""What the organiser sees of the mails of a campaign: how each invitation fares, and nothing of who answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from assessment.domain.mail import MailState
from assessment.mail_settings import Encryption, MailServer
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.invitations import list_invited, new_personal_link
from assessment.use_cases.own_data import erase
from assessment.use_cases.run_campaign import close_now
from assessment.use_cases.send_mails import send_waiting
from tests.factories.assessments import START, SeededTokens
from tests.factories.invitations import mail_of, resend_at
from tests.factories.mail_servers import Post, mail_server
from tests.factories.mails import parts_to
from tests.factories.ports import HOST, free_port
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import (
    BOTH_LEVELS,
    answer,
    begin_with,
    first_respondent,
    make_campaign,
    personal_link,
    respondents_of,
)
from tests.factories.teams import MadeTeam, make_person, make_team

SHEET = same_answer(BOTH_LEVELS, 3)
LATER = START + timedelta(days=2, hours=5)


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("waiting", MailState.WAITING),
        ("claimed", MailState.WAITING),
        ("handing_over", MailState.WAITING),
        ("sent", MailState.SENT),
        ("refused", MailState.REFUSED),
        ("bounced", MailState.BOUNCED),
        ("in_doubt", MailState.IN_DOUBT),
        ("given_up", MailState.GIVEN_UP),
        ("cancelled", MailState.SENT),
    ],
)
def test_how_each_invitation_fares(site: Flask, campaign: CampaignRecord, stored: str, seen: MailState) -> None:
    mail_of(first_respondent(site, campaign), stored, "550 no such mailbox")

    shown = list_invited(campaign.id)[0]

    assert (shown.mail, shown.shut_out) == (seen, False)
    is_trouble = seen not in {MailState.SENT, MailState.WAITING}
    assert shown.trouble == ("550 no such mailbox" if is_trouble else "")


@pytest.mark.parametrize("stored", ["waiting", "claimed"])
def test_what_could_not_be_sent_before_it_closed_was_not_sent(
    site: Flask, campaign: CampaignRecord, stored: str
) -> None:
    one, other = respondents_of(site, campaign)[:2]
    mail_of(one, stored, "450 later")
    mail_of(other, "sent")
    close_now(campaign.id, now=LATER)

    unsent, sent = list_invited(campaign.id)[:2]

    assert (unsent.mail, unsent.trouble, unsent.next_attempt) == (MailState.CANCELLED, "", None)
    assert sent.mail is MailState.SENT


def test_one_that_waits_says_when_it_is_tried_again(site: Flask, campaign: CampaignRecord) -> None:
    mail_of(first_respondent(site, campaign), "waiting", "450 later")

    tried, fresh = list_invited(campaign.id)[:2]

    assert (tried.mail, tried.next_attempt) == (MailState.WAITING, START)
    assert (fresh.mail, fresh.next_attempt) == (MailState.WAITING, None)


def test_people_stand_where_they_are_looked_for(site: Flask) -> None:
    lead = make_person(site, "many@example.org", name="Lead")
    asked = make_campaign(site, make_team(site, lead, 11, seed="many"))
    assert [one.name for one in list_invited(asked.id)] == [f"Member {number}" for number in range(1, 12)]


def test_nothing_changes_when_people_begin_answer_and_erase(site: Flask, campaign: CampaignRecord) -> None:
    before = list_invited(campaign.id)
    one, two, three = respondents_of(site, campaign)[:3]

    begin_with(personal_link(site, one))
    answer(site, campaign, two, SHEET)
    erase(answer(site, campaign, three, SHEET))

    assert list_invited(campaign.id) == before


def test_sending_again_looks_the_same_whatever_the_person_did(site: Flask, campaign: CampaignRecord) -> None:
    people = respondents_of(site, campaign)[:4]
    for one in people:
        mail_of(one, "sent")
    begin_with(personal_link(site, people[1]))
    answer(site, campaign, people[2], SHEET)
    erase(answer(site, campaign, people[3], SHEET))

    for one in people:
        resend_at(campaign, one)

    assert {shown.mail for shown in list_invited(campaign.id)[:4]} == {MailState.WAITING}
    for one in people:
        link = new_personal_link(one.id, now=START, token_source=SeededTokens(one.id))
        mail_of(one, "sent" if link else "cancelled")
    assert {shown.mail for shown in list_invited(campaign.id)[:4]} == {MailState.SENT}


def test_another_campaign_s_people_are_not_among_them(site: Flask, team: MadeTeam) -> None:
    campaign, other = make_campaign(site, team), make_campaign(site, team)

    theirs = {shown.respondent_id for shown in list_invited(other.id)}

    assert theirs.isdisjoint(shown.respondent_id for shown in list_invited(campaign.id))


@pytest.mark.parametrize("away", [True, False])
def test_who_wants_no_more_mails_waits_with_the_others_for_a_mail_server(
    site: Flask, campaign: CampaignRecord, *, away: bool
) -> None:
    gone = respondents_of(site, campaign)[0]
    erase(answer(site, campaign, gone, SHEET))
    assert respondents_of(site, campaign)[0].withdrawn
    with mail_server(Post()) as (post, running):
        server = MailServer(HOST, free_port(), Encryption.NONE) if away else running
        send_waiting(parts_to(server))

    shown = {one.mail for one in list_invited(campaign.id)}
    assert shown == ({MailState.WAITING} if away else {MailState.SENT})
    assert gone.email not in post.recipients
    assert len(post.recipients) == (0 if away else 7)
