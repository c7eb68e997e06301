"""The gate that closes with the campaign: no answer slips in behind it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.bank.shelf import Shelf
from assessment.domain.campaign_refusals import (
    AnsweringEnded,
)
from assessment.domain.framework import Level
from assessment.domain.suppression.policy import Reason
from assessment.store.database import reading
from assessment.store.published import find_publication
from assessment.use_cases.answer_campaign import (
    Standing,
    look_at_invitation,
)
from assessment.use_cases.campaign_gate import check_gate
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.own_data import erase
from assessment.use_cases.run_campaign import close_now
from assessment.use_cases.take_assessment import get_assessment, record_answers, submit
from tests.factories.assessments import START, start
from tests.factories.frameworks import item_id
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import (
    BOTH_LEVELS,
    FORTNIGHT,
    answer,
    begin_with,
    count_rows,
    first_respondent,
    personal_link,
    respondents_of,
    rows,
)
from tests.factories.threads import in_threads

SHEET = same_answer(BOTH_LEVELS, 3)
ITEM = item_id("c1", "skill", 1)
LATER = START + timedelta(days=2, hours=5)
OVER = START + FORTNIGHT


class TestAfterTheEnd:
    def test_nothing_is_stored_after_the_deadline_though_no_job_has_closed_it(
        self, site: Flask, campaign: CampaignRecord
    ) -> None:
        token = personal_link(site, first_respondent(site, campaign))
        begun = begin_with(token)
        record_answers(begun.assessment_id, {ITEM: 4}, now=OVER - timedelta(seconds=1), timed=False)

        with pytest.raises(AnsweringEnded) as refused:
            record_answers(begun.assessment_id, {ITEM: 5}, now=OVER, timed=False)
        with pytest.raises(AnsweringEnded):
            submit(begun.assessment_id, accept_incomplete=True, now=OVER)
        with pytest.raises(AnsweringEnded):
            check_gate(begun.assessment_id, now=OVER)

        assert (refused.value.ended_at, str(refused.value.ended_at.tzinfo)) == (OVER, "Europe/Berlin")
        with reading() as connection:
            assert connection.execute(text("SELECT value FROM answers")).scalars().all() == [4]
        assert look_at_invitation(token, now=OVER).standing is Standing.UNFINISHED
        assert get_assessment(begun.assessment_id, token).answered == 1, "what was saved stays the person's"

    def test_nobody_begins_after_it_was_closed(self, site: Flask, campaign: CampaignRecord) -> None:
        token = personal_link(site, first_respondent(site, campaign))
        close_now(campaign.id, now=LATER)

        assert look_at_invitation(token, now=LATER).standing is Standing.ENDED
        with pytest.raises(AnsweringEnded) as refused:
            begin_with(token, now=LATER)

        assert refused.value.ended_at == LATER
        assert count_rows("assessments") == 0

    def test_a_submitted_result_stays_open_to_its_person(self, site: Flask, campaign: CampaignRecord) -> None:
        one = first_respondent(site, campaign)
        token = personal_link(site, one)
        assessment_id = answer(site, campaign, one, SHEET)
        close_now(campaign.id, now=LATER)

        assert look_at_invitation(token, now=LATER).standing is Standing.SUBMITTED
        assert begin_with(token, now=LATER).assessment_id == assessment_id
        assert get_assessment(assessment_id, token).is_submitted
        assert submit(assessment_id, accept_incomplete=True, now=LATER).again, "a second submit gives the first result"

    def test_assessments_without_a_campaign_know_no_end(self, campaign: CampaignRecord, shelf: Shelf) -> None:
        own = start(shelf).assessment
        close_now(campaign.id, now=LATER)

        check_gate(own.id, now=OVER)
        assert record_answers(own.id, {ITEM: 2}, now=OVER, timed=False).answered == 1


class TestRaces:
    def test_an_answer_is_either_published_or_refused_when_it_meets_the_closing(
        self, site: Flask, campaign: CampaignRecord
    ) -> None:
        people = respondents_of(site, campaign)
        begun = [begin_with(personal_link(site, one), seed=one.id) for one in people]
        for each in begun:
            record_answers(each.assessment_id, SHEET.values, now=START, timed=False)

        def act(number: int) -> bool:
            if number == 8:
                close_now(campaign.id, now=LATER)
                return False
            try:
                submit(begun[number].assessment_id, accept_incomplete=False, now=LATER)
            except AnsweringEnded:
                return False
            return True

        in_time = sum(in_threads(site, 9, act))

        with reading() as connection:
            published = find_publication(connection, campaign.id)
        assert rows("SELECT count(*) FROM assessments WHERE status = 'submitted'") == [(in_time,)]
        assert published is not None
        assert published.result.hidden == (None if in_time >= 5 else Reason.TOO_FEW)

    def test_saving_meets_closing_and_nothing_is_stored_behind_it(self, site: Flask, campaign: CampaignRecord) -> None:
        begun = begin_with(personal_link(site, first_respondent(site, campaign)))
        items = [item.id for item in BOTH_LEVELS.items_of(Level.INDIVIDUAL)]

        def act(number: int) -> str | None:
            if number == 5:
                close_now(campaign.id, now=LATER)
                return None
            try:
                record_answers(begun.assessment_id, {items[number]: 3}, now=LATER, timed=False)
            except AnsweringEnded:
                return None
            return items[number]

        acknowledged = {item for item in in_threads(site, 12, act) if item}

        with reading() as connection:
            stored = set(connection.execute(text("SELECT item_id FROM answers")).scalars())
        assert stored == acknowledged

    def test_beginning_meets_closing(self, site: Flask, campaign: CampaignRecord) -> None:
        tokens = [personal_link(site, one) for one in respondents_of(site, campaign)]

        def act(number: int) -> bool:
            if number == 8:
                close_now(campaign.id, now=LATER)
                return False
            try:
                return begin_with(tokens[number], now=LATER, seed=f"begin {number}").is_new
            except AnsweringEnded:
                return False

        assert sum(in_threads(site, 9, act)) == count_rows("assessments")

    def test_erasing_meets_closing(self, site: Flask, campaign: CampaignRecord) -> None:
        answers = [answer(site, campaign, one, SHEET) for one in respondents_of(site, campaign)[:6]]

        def act(number: int) -> None:
            if number == 0:
                close_now(campaign.id, now=LATER)
            else:
                erase(answers[number])

        in_threads(site, 4, act)

        assert count_rows("published_results") == 1
        assert count_rows("assessments") == 3
