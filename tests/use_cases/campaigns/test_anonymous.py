"""Anonymous campaigns keep no link between a person and answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import inspect, text

from assessment.bank.shelf import Shelf
from assessment.domain.campaign_refusals import (
    BegunElsewhere,
)
from assessment.domain.refusals import AssessmentNotFound
from assessment.store.database import reading
from assessment.use_cases.answer_campaign import (
    Standing,
    begin,
    begin_as_member,
    look_at_invitation,
)
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.change_language import change_language
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.take_assessment import get_assessment, record_answers, submit
from tests.factories.assessments import START, FixedClock, SeededTokens, start
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import (
    BOTH_LEVELS,
    begin_with,
    count_rows,
    first_respondent,
    personal_link,
    respondents_of,
)
from tests.factories.teams import make_person
from tests.factories.threads import in_threads

SHEET = same_answer(BOTH_LEVELS, 3)
LATER = START + timedelta(days=2, hours=5)


class TestAnonymous:
    def test_nothing_links_a_person_with_answers_or_tells_when_they_were_given(
        self, site: Flask, anonymous: CampaignRecord, clock: FixedClock
    ) -> None:
        clock.now = LATER
        one = first_respondent(site, anonymous)
        begun = begin_with(personal_link(site, one), now=LATER)
        record_answers(begun.assessment_id, SHEET.values, now=LATER + timedelta(minutes=9), timed=True)
        submit(begun.assessment_id, accept_incomplete=False, now=LATER + timedelta(minutes=10))

        with reading() as connection:
            link = connection.execute(text("SELECT respondent_id FROM campaign_assessments")).scalar_one()
            seconds = connection.execute(text("SELECT seconds FROM answers")).scalars().all()
            stored = connection.execute(text("SELECT started_at, last_saved_at, submitted_at FROM assessments")).one()
        assert link is None
        assert set(seconds) == {None}
        assert {str(moment)[:19] for moment in stored} == {"2026-11-21 00:00:00"}
        record = get_assessment(begun.assessment_id, begun.token)
        assert record.started_at == record.submitted_at == datetime(2026, 11, 21, tzinfo=UTC)

    def test_the_personal_link_opens_nothing_once_it_was_used(self, site: Flask, anonymous: CampaignRecord) -> None:
        one = first_respondent(site, anonymous)
        token, other = personal_link(site, one), personal_link(site, one)
        begun = begin_with(token)

        assert (begun.keep_token, begun.token == token) == (True, False)
        for used in (token, other):
            assert look_at_invitation(used, now=START).standing is Standing.ELSEWHERE
            with pytest.raises(BegunElsewhere):
                begin_with(used, seed="again")
            with pytest.raises(AssessmentNotFound):
                get_assessment(begun.assessment_id, used)

    def test_the_same_form_sent_twice_begins_once(self, site: Flask, anonymous: CampaignRecord) -> None:
        token, key = personal_link(site, first_respondent(site, anonymous)), "k" * 43

        begun = in_threads(site, 10, lambda number: begin_with(token, key=key, seed=f"begin {number}"))

        assert {(one.assessment_id, one.token) for one in begun} == {(begun[0].assessment_id, key)}
        assert count_rows("assessments") == 1

    @pytest.mark.parametrize("key", ["", "short", "k" * 39, "k" * 65, "k" * 42 + "!", "ключ" * 11])
    def test_a_key_that_is_none_is_not_used(self, site: Flask, anonymous: CampaignRecord, key: str) -> None:
        assert begin_with(personal_link(site, first_respondent(site, anonymous)), key=key).token != key

    def test_the_key_of_other_answers_opens_none_here(
        self, site: Flask, anonymous: CampaignRecord, shelf: Shelf
    ) -> None:
        own = start(shelf)
        used = personal_link(site, first_respondent(site, anonymous))
        begin_with(used)

        with pytest.raises(BegunElsewhere):
            begin_with(used, key=own.token)

    def test_in_a_linked_campaign_no_key_from_outside_opens_anything(
        self, site: Flask, campaign: CampaignRecord
    ) -> None:
        key = "k" * 43
        begun = begin_with(personal_link(site, first_respondent(site, campaign)), key=key)

        with pytest.raises(AssessmentNotFound):
            get_assessment(begun.assessment_id, key)

    def test_who_begins_signed_in_leaves_no_moment_either(self, site: Flask, anonymous: CampaignRecord) -> None:
        account = make_person(site, first_respondent(site, anonymous).email or "")
        claim_memberships(account.id, account.email, now=START)

        begun = begin_as_member(anonymous.id, account.id, locale="en", now=LATER, token_source=SeededTokens("me"))

        assert get_assessment(begun.assessment_id, begun.token).answered == 0
        assert count_rows("invitation_links") == 0
        with pytest.raises(BegunElsewhere):
            begin_as_member(anonymous.id, account.id, locale="en", now=LATER, token_source=SeededTokens("again"))

    def test_no_row_is_written_alone_beside_the_answers(self, site: Flask, anonymous: CampaignRecord) -> None:
        asked = respondents_of(site, anonymous)
        begin_with(personal_link(site, asked[2]), seed="one")
        begin_with(personal_link(site, asked[0]), seed="two")

        with reading() as connection:
            if connection.dialect.name == "postgresql":  # it keeps with every row which transaction wrote it
                writers = connection.execute(text("SELECT DISTINCT xmin::text FROM respondents")).all()
                assert len(writers) == 1
            else:
                columns = {column["name"] for column in inspect(connection).get_columns("respondents")}
                assert not any(name.endswith("_at") for name in columns)
        assert [one.begun for one in respondents_of(site, anonymous)] == [
            True,
            False,
            True,
            *[False] * (len(asked) - 3),
        ]

    def test_many_can_begin_at_once(self, site: Flask, anonymous: CampaignRecord) -> None:
        tokens = [personal_link(site, one) for one in respondents_of(site, anonymous)]

        begun = in_threads(site, len(tokens), lambda number: begin_with(tokens[number], seed=f"begin {number}"))

        assert len({one.assessment_id for one in begun}) == len(tokens)
        assert all(one.begun for one in respondents_of(site, anonymous))

    def test_answers_do_not_know_their_language(self, site: Flask, anonymous: CampaignRecord) -> None:
        token = personal_link(site, first_respondent(site, anonymous))

        begun = begin(token, locale="ru", now=START, token_source=SeededTokens("russian"))
        change_language(begun.assessment_id, "ru")

        assert get_assessment(begun.assessment_id, begun.token).locale == BOTH_LEVELS.locales[0]
