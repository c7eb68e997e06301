"""Reminders: once for each moment, to those who have not answered, in their language."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from assessment.domain.campaign import CampaignKind
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.invitations import list_invited, new_personal_link, revoke
from assessment.use_cases.own_data import erase
from assessment.use_cases.reminders import send_due_reminders
from assessment.use_cases.run_campaign import close_now, extend
from tests.factories.assessments import START, SeededTokens
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import (
    BOTH_LEVELS,
    FORTNIGHT,
    answer,
    begin_with,
    make_campaign,
    personal_link,
    respondents_of,
    rows,
)
from tests.factories.teams import MadeTeam
from tests.factories.threads import in_threads

SHEET = same_answer(BOTH_LEVELS, 3)
DAY = timedelta(days=1)
WEEK_BEFORE = START + FORTNIGHT - 7 * DAY
DAY_BEFORE = START + FORTNIGHT - DAY
SECOND = timedelta(seconds=1)


def reminded() -> list[str]:
    return [row[0] for row in rows("SELECT recipient FROM mails WHERE kind = 'reminder' ORDER BY recipient")]


def test_each_moment_reminds_once(campaign: CampaignRecord) -> None:
    assert send_due_reminders(WEEK_BEFORE - SECOND) == 0
    assert send_due_reminders(WEEK_BEFORE) == 1
    assert send_due_reminders(WEEK_BEFORE + DAY) == 0
    assert len(reminded()) == 8
    assert send_due_reminders(DAY_BEFORE + SECOND) == 1
    assert send_due_reminders(START + FORTNIGHT) == 0
    assert len(reminded()) == 16


def test_moments_that_have_all_gone_by_remind_once(campaign: CampaignRecord) -> None:
    assert send_due_reminders(DAY_BEFORE + SECOND) == 1
    assert send_due_reminders(DAY_BEFORE + 2 * SECOND) == 0

    assert len(reminded()) == 8


def test_thirty_sweeps_at_once_remind_once(site: Flask, campaign: CampaignRecord) -> None:
    assert sum(in_threads(site, 30, lambda _: send_due_reminders(WEEK_BEFORE))) == 1

    assert len(reminded()) == 8


def test_only_who_has_not_submitted_is_reminded_in_their_language(site: Flask, campaign: CampaignRecord) -> None:
    people = respondents_of(site, campaign)
    answer(site, campaign, people[0], SHEET)
    answer(site, campaign, people[1], {}, finish=False)

    send_due_reminders(WEEK_BEFORE)

    assert reminded() == [f"member{number}@example.org" for number in range(2, 9)]
    languages = rows("SELECT locale FROM mails WHERE kind = 'reminder' ORDER BY recipient")
    assert [locale for (locale,) in languages] == ["ru", "en"] * 3 + ["ru"]


def test_an_anonymous_campaign_reminds_who_has_not_begun(site: Flask, team: MadeTeam) -> None:
    anonymous = make_campaign(site, team, anonymous=True)
    begin_with(personal_link(site, respondents_of(site, anonymous)[0]))

    send_due_reminders(WEEK_BEFORE)

    assert reminded() == [f"member{number}@example.org" for number in range(2, 9)]


def test_who_erased_the_answers_or_was_shut_out_is_left_alone(site: Flask, campaign: CampaignRecord) -> None:
    erased, shut_out = respondents_of(site, campaign)[:2]
    erase(answer(site, campaign, erased, SHEET))
    revoke(campaign.id, shut_out.id, now=START, token_source=SeededTokens("revoke"))

    send_due_reminders(WEEK_BEFORE)

    assert reminded() == [f"member{number}@example.org" for number in range(3, 9)]


def test_who_answers_between_the_reminder_and_its_sending_gets_none(site: Flask, campaign: CampaignRecord) -> None:
    one, other = respondents_of(site, campaign)[:2]
    send_due_reminders(WEEK_BEFORE)
    answer(site, campaign, one, SHEET)

    def link(respondent_id: str, seed: str) -> str | None:
        tokens = SeededTokens(seed)
        return new_personal_link(respondent_id, now=WEEK_BEFORE, token_source=tokens, reminder=True)

    assert link(one.id, "one") is None
    assert link(other.id, "other") is not None


def test_the_organiser_sees_nothing_of_reminders(site: Flask, campaign: CampaignRecord) -> None:
    answer(site, campaign, respondents_of(site, campaign)[0], SHEET)
    before = list_invited(campaign.id)

    send_due_reminders(WEEK_BEFORE)

    assert list_invited(campaign.id) == before


def test_more_time_brings_its_own_reminders(campaign: CampaignRecord) -> None:
    send_due_reminders(DAY_BEFORE)
    extend(campaign.id, START + 2 * FORTNIGHT, now=DAY_BEFORE)

    assert send_due_reminders(START + 2 * FORTNIGHT - 7 * DAY - SECOND) == 0
    assert send_due_reminders(START + 2 * FORTNIGHT - 7 * DAY) == 1


@pytest.mark.parametrize("kind", [CampaignKind.THEMSELVES, CampaignKind.LEAD_ALONE])
def test_drafts_closed_campaigns_and_a_lead_alone_remind_nobody(
    site: Flask, team: MadeTeam, kind: CampaignKind
) -> None:
    make_campaign(site, team, kind, open=False)
    close_now(make_campaign(site, team, kind).id, now=START + DAY)
    make_campaign(site, team, CampaignKind.LEAD_ALONE)

    assert send_due_reminders(WEEK_BEFORE) == 0
    assert reminded() == []
