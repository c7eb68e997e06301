from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import text

from assessment.bank.shelf import Shelf
from assessment.domain.answers import SpecialAnswer
from assessment.domain.refusals import (
    AlreadySubmitted,
    AssessmentNotFound,
    InvalidAnswers,
    StaleRevision,
    UnknownFramework,
    UnknownLevel,
    UnknownLocale,
)
from assessment.store.database import reading
from assessment.use_cases.answer_changes import Conflict
from assessment.use_cases.take_assessment import (
    get_assessment,
    open_with_token,
    read_sheet,
    record_answers,
    start_assessment,
)
from tests.factories.assessments import START, FixedClock, SeededTokens, answer, start, submitted
from tests.factories.frameworks import item_id, make_framework
from tests.factories.sheets import same_answer

ONE, TWO, THREE = (item_id("c1", "skill", number) for number in (1, 2, 3))


def seconds_stored() -> dict[str, float | None]:
    with reading() as connection:
        rows = connection.execute(text("SELECT item_id, seconds FROM answers"))
        return {item: seconds for item, seconds in rows}  # noqa: C416  rows are not pairs to a type checker


class TestStarting:
    def test_a_new_assessment_is_open_and_empty(self, shelf: Shelf) -> None:
        record = start(shelf, locale="ru").assessment

        assert (record.framework_id, record.version, record.level, record.locale) == (
            "tiny",
            "2026.1",
            "individual",
            "ru",
        )
        assert (record.status, record.items, record.answered, record.revision) == ("open", 36, 0, 0)
        assert (record.started_at, record.submitted_at, record.name) == (START, None, "")

    def test_its_id_and_token_are_url_safe_and_random_enough(self, shelf: Shelf) -> None:
        asked: list[int] = []

        def source(size: int) -> str:
            asked.append(size)
            return SeededTokens(str(size))(size)

        start_assessment(
            shelf,
            framework_id="tiny",
            level="individual",
            locale="en",
            channel="api",
            now=START,
            token_source=source,
        )

        assert min(asked) >= 9
        assert max(asked) * 8 >= 128

    def test_the_token_is_stored_as_its_hash_alone(self, shelf: Shelf) -> None:
        token = start(shelf).token

        with reading() as connection:
            (row,) = connection.execute(text("SELECT * FROM assessments"))
        assert token not in repr(tuple(row))
        assert row.token_hash == hashlib.sha256(token.encode()).hexdigest()

    def test_an_unknown_framework_level_or_language_is_refused(self, shelf: Shelf) -> None:
        with pytest.raises(UnknownFramework):
            start(shelf, framework_id="nonsense")
        with pytest.raises(UnknownLevel):
            start(shelf, level="team")
        with pytest.raises(UnknownLocale):
            start(shelf, locale="de")


class TestComingBack:
    def test_whoever_holds_the_token_gets_the_assessment(self, shelf: Shelf) -> None:
        started = start(shelf)
        start(shelf, seed="noise")

        assert get_assessment(started.assessment.id, started.token) == started.assessment
        assert open_with_token(started.token) == started.assessment

    @pytest.mark.parametrize("token", ["", "wrong", "\x00", "é", "\udc80", "a" * 10_000], ids=ascii)
    def test_a_wrong_token_finds_nothing(self, shelf: Shelf, token: str) -> None:
        started = start(shelf)

        with pytest.raises(AssessmentNotFound):
            get_assessment(started.assessment.id, token)
        with pytest.raises(AssessmentNotFound):
            open_with_token(token)

    def test_the_token_of_another_assessment_opens_nothing(self, shelf: Shelf) -> None:
        mine, other = start(shelf, seed="mine"), start(shelf, seed="other")

        with pytest.raises(AssessmentNotFound):
            get_assessment(mine.assessment.id, other.token)

    @pytest.mark.parametrize("assessment_id", ["", "nonsense", "\x00", "%", "ё", "a" * 10_000], ids=ascii)
    def test_an_unknown_id_finds_nothing(self, shelf: Shelf, assessment_id: str) -> None:
        token = start(shelf).token

        with pytest.raises(AssessmentNotFound):
            get_assessment(assessment_id, token)
        with pytest.raises(AssessmentNotFound):
            read_sheet(assessment_id)
        with pytest.raises(AssessmentNotFound):
            record_answers(assessment_id, {}, now=START, timed=False)


class TestAnswering:
    def test_answers_come_back_as_they_were_given(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        answer(start(shelf, seed="noise").assessment.id, {ONE: 1})
        given = {ONE: 0, TWO: "not_applicable", THREE: "dont_know"}

        progress = record_answers(assessment_id, given, now=START, timed=False)

        assert (progress.answered, progress.items, progress.revision) == (3, 36, 1)
        sitting = read_sheet(assessment_id)
        assert sitting.sheet.values == {ONE: 0, TWO: SpecialAnswer.NOT_APPLICABLE, THREE: SpecialAnswer.DONT_KNOW}
        assert (sitting.record.answered, sitting.record.revision) == (3, 1)

    def test_a_later_answer_replaces_an_earlier_one_of_any_kind(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        answer(assessment_id, {ONE: 4, TWO: "dont_know", THREE: 1})

        progress = record_answers(assessment_id, {ONE: "dont_know", TWO: 2, THREE: None}, now=START, timed=False)

        assert progress.answered == 2
        assert read_sheet(assessment_id).sheet.values == {ONE: SpecialAnswer.DONT_KNOW, TWO: 2}

    def test_the_revision_counts_calls_that_change_something(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id

        calls: list[dict[str, object]] = [{ONE: 4}, {ONE: 4}, {}, {TWO: None}, {ONE: 3, TWO: 3}, {ONE: None}]
        revisions = [record_answers(assessment_id, call, now=START, timed=False).revision for call in calls]

        assert revisions == [1, 1, 1, 1, 2, 3]

    def test_one_wrong_answer_keeps_the_whole_call_from_being_stored(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id

        with pytest.raises(InvalidAnswers):
            record_answers(assessment_id, {ONE: 3, TWO: 17}, now=START, timed=False)

        assert read_sheet(assessment_id).sheet.values == {}
        assert read_sheet(assessment_id).record.revision == 0

    def test_a_call_made_for_an_older_revision_is_refused_and_told_the_present_one(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        answer(assessment_id, {ONE: 3})

        with pytest.raises(StaleRevision) as refused:
            record_answers(assessment_id, {ONE: 4}, now=START, expected_revision=0, timed=False)

        assert refused.value.current == 1
        assert read_sheet(assessment_id).sheet.values == {ONE: 3}
        assert record_answers(assessment_id, {ONE: 4}, now=START, expected_revision=1, timed=False).revision == 2

    def test_conflicts_are_reported_and_everything_else_is_stored(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        answer(assessment_id, {ONE: 5})

        progress = record_answers(
            assessment_id, {ONE: 2, TWO: 2, THREE: 1}, shown={ONE: 1, THREE: 1}, now=START, timed=False
        )

        assert progress.conflicts == (Conflict(ONE, yours=2, stored=5),)
        assert read_sheet(assessment_id).sheet.values == {ONE: 5, TWO: 2}
        assert progress.answered == 2

    def test_a_call_of_conflicts_alone_leaves_the_revision(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        answer(assessment_id, {ONE: 5})

        assert record_answers(assessment_id, {ONE: 2}, shown={}, now=START, timed=False).revision == 1

    def test_after_submission_answers_are_frozen(self, shelf: Shelf) -> None:
        sheet = same_answer(make_framework(), 3)
        assessment_id = submitted(shelf, sheet).assessment.id

        with pytest.raises(AlreadySubmitted):
            record_answers(assessment_id, {ONE: 4}, now=START, timed=False)

        assert read_sheet(assessment_id).sheet == sheet


class TestTiming:
    def test_time_since_the_start_and_then_since_the_last_save_is_shared_by_new_answers(
        self, shelf: Shelf, clock: FixedClock
    ) -> None:
        assessment_id = start(shelf, now=clock()).assessment.id

        record_answers(assessment_id, {ONE: 3}, now=clock.advance(8), timed=True)
        record_answers(assessment_id, {ONE: 4, TWO: 1, THREE: 2}, now=clock.advance(10), timed=True)

        assert seconds_stored() == {ONE: 8.0, TWO: 5.0, THREE: 5.0}

    def test_a_changed_answer_keeps_the_time_of_the_first_and_starts_the_next_interval(
        self, shelf: Shelf, clock: FixedClock
    ) -> None:
        assessment_id = start(shelf, now=clock()).assessment.id
        record_answers(assessment_id, {ONE: 3}, now=clock.advance(8), timed=True)

        record_answers(assessment_id, {ONE: 4}, now=clock.advance(60), timed=True)
        record_answers(assessment_id, {TWO: 4}, now=clock.advance(5), timed=True)

        assert seconds_stored() == {ONE: 8.0, TWO: 5.0}

    def test_untimed_answers_have_no_seconds(self, shelf: Shelf, clock: FixedClock) -> None:
        assessment_id = start(shelf, now=clock()).assessment.id

        record_answers(assessment_id, {ONE: 3}, now=clock.advance(8), timed=False)

        assert seconds_stored() == {ONE: None}

    def test_a_clock_set_back_gives_no_time_below_zero(self, shelf: Shelf, clock: FixedClock) -> None:
        assessment_id = start(shelf, now=clock()).assessment.id

        record_answers(assessment_id, {ONE: 3}, now=clock.advance(-100), timed=True)

        assert seconds_stored() == {ONE: 0.0}
