from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.bank.shelf import Shelf
from assessment.domain.refusals import AlreadySubmitted, AnswersInDoubt, AssessmentNotFound, Incomplete, NotSubmitted
from assessment.domain.scoring import score_sheet
from assessment.store.database import reading
from assessment.use_cases.show_result import get_result
from assessment.use_cases.take_assessment import (
    Submitted,
    get_assessment,
    quality_before_submit,
    record_answers,
    submit,
)
from tests.factories.assessments import START, FixedClock, answer, start, submitted
from tests.factories.frameworks import item_id, make_framework
from tests.factories.sheets import make_sheet, same_answer, sheet_of_totals
from tests.factories.threads import in_threads

LATER = START + timedelta(minutes=5)


def count_results() -> int:
    with reading() as connection:
        number: int = connection.execute(text("SELECT count(*) FROM results")).scalar_one()
        return number


def test_submission_scores_the_answers_and_freezes_them(shelf: Shelf) -> None:
    sheet = sheet_of_totals(make_framework(), [31, 22, 47])
    started = start(shelf)
    answer(started.assessment.id, sheet)

    done = submit(started.assessment.id, accept_incomplete=False, now=LATER)

    assert done.profile == score_sheet(make_framework(), sheet)
    assert (done.record.status, done.record.submitted_at, done.again) == ("submitted", LATER, False)
    assert get_assessment(started.assessment.id, started.token) == done.record


def test_the_stored_result_equals_the_computed_one_to_the_last_digit(shelf: Shelf) -> None:
    sheet = sheet_of_totals(make_framework(), [31, 22, 47])

    result = get_result(submitted(shelf, sheet).assessment.id)

    assert result.profile == score_sheet(make_framework(), sheet)
    assert repr(result.profile) == repr(score_sheet(make_framework(), sheet))
    assert result.sheet == sheet


def test_a_wheel_without_enough_answers_is_stored_and_read_back_too(shelf: Shelf) -> None:
    sheet = make_sheet(make_framework(), {"c1": [3] * 12})

    result = get_result(submitted(shelf, sheet).assessment.id)

    assert result.profile.roll is None
    assert result.profile == score_sheet(make_framework(), sheet)


def test_submitting_again_gives_the_first_result_and_the_first_moment(shelf: Shelf) -> None:
    started = start(shelf)
    answer(started.assessment.id, same_answer(make_framework(), 3))
    first = submit(started.assessment.id, accept_incomplete=False, now=START)

    second = submit(started.assessment.id, accept_incomplete=True, now=LATER)

    assert second == Submitted(first.record, first.profile, again=True)


def test_open_items_are_named_unless_they_are_meant_to_stay_open(shelf: Shelf) -> None:
    assessment_id = start(shelf).assessment.id
    answer(assessment_id, make_sheet(make_framework(), {"c1": [3] * 12, "c2": [3] * 12, "c3": [3] * 10}))

    with pytest.raises(Incomplete) as refused:
        submit(assessment_id, accept_incomplete=False, now=LATER)

    assert refused.value.open_items == (item_id("c3", "skill", 3), item_id("c3", "skill", 4))
    assert count_results() == 0
    assert not submit(assessment_id, accept_incomplete=True, now=LATER).again


def test_there_is_no_result_before_submission(shelf: Shelf) -> None:
    assessment_id = start(shelf).assessment.id

    with pytest.raises(NotSubmitted):
        get_result(assessment_id)


def test_an_unknown_assessment_cannot_be_submitted(shelf: Shelf) -> None:
    with pytest.raises(AssessmentNotFound):
        submit("nonsense", accept_incomplete=True, now=LATER)


class TestCarelessAnswers:
    @pytest.fixture
    def hurried(self, shelf: Shelf, clock: FixedClock) -> str:
        """Thirty-six equal answers at one second each."""
        assessment_id = start(shelf, now=clock()).assessment.id
        answers = same_answer(make_framework(), 3).values
        record_answers(assessment_id, answers, now=clock.advance(36), timed=True)
        return assessment_id

    def test_they_are_noticed_before_submission(self, hurried: str) -> None:
        flags = quality_before_submit(hurried)

        assert (flags.fast, flags.straight_line, flags.ask) == (True, True, True)
        assert flags.median_seconds == 1.0

    def test_the_person_can_look_again_first(self, hurried: str) -> None:
        with pytest.raises(AnswersInDoubt):
            submit(hurried, accept_incomplete=False, now=LATER, keep_despite_flags=False)

        assert count_results() == 0

    def test_the_decision_to_keep_them_is_kept(self, hurried: str) -> None:
        submit(hurried, accept_incomplete=False, now=LATER)

        with reading() as connection:
            assert connection.execute(text("SELECT kept_despite_flags FROM assessments")).scalar_one() in (True, 1)
        assert get_result(hurried).quality.ask

    def test_the_same_answers_without_times_raise_one_flag_and_no_question(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        answer(assessment_id, same_answer(make_framework(), 3))

        assert not quality_before_submit(assessment_id).ask
        submit(assessment_id, accept_incomplete=False, now=LATER, keep_despite_flags=False)


class TestAtOnce:
    def test_thirty_submissions_at_once_give_one_result(self, site: Flask, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        answer(assessment_id, same_answer(make_framework(), 3))
        outcomes = in_threads(
            site, 30, lambda number: submit(assessment_id, accept_incomplete=False, now=START + timedelta(number))
        )

        assert len({outcome.record.submitted_at for outcome in outcomes}) == 1
        assert sum(not outcome.again for outcome in outcomes) == 1
        assert count_results() == 1

    def test_answers_recorded_at_once_are_all_there(self, site: Flask, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        items = [item.id for item in make_framework().items]

        in_threads(site, 30, lambda number: record_answers(assessment_id, {items[number]: 3}, now=START, timed=False))

        with reading() as connection:
            stored = connection.execute(text("SELECT item_id FROM answers")).scalars().all()
            revision = connection.execute(text("SELECT revision FROM assessments")).scalar_one()
        assert set(stored) == set(items[:30])
        assert revision == 30

    def test_an_answer_is_either_scored_or_refused_when_it_meets_the_submission(
        self, site: Flask, shelf: Shelf
    ) -> None:
        assessment_id = start(shelf).assessment.id
        items = [item.id for item in make_framework().items]
        answer(assessment_id, same_answer(make_framework(), 3))

        def act(number: int) -> str | None:
            if number == 5:
                submit(assessment_id, accept_incomplete=False, now=LATER)
                return None
            try:
                record_answers(assessment_id, {items[number]: 5}, now=START, timed=False)
            except AlreadySubmitted:
                return None
            return items[number]

        acknowledged = {item for item in in_threads(site, 12, act) if item is not None}

        result = get_result(assessment_id)
        assert {item for item, value in result.sheet.values.items() if value == 5} == acknowledged
        assert result.profile == score_sheet(make_framework(), result.sheet)
