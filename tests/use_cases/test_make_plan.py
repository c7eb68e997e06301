from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.bank.shelf import Shelf
from assessment.domain.development_plan import PlanTerms
from assessment.domain.planning import make_plan
from assessment.domain.refusals import (
    AssessmentNotFound,
    NotSubmitted,
    OutOfRange,
    TextTooLong,
)
from assessment.store.database import reading
from assessment.use_cases.change_steps import (
    drop_step,
    set_dates,
    tick_done,
    write_evidence,
)
from assessment.use_cases.make_plan import change_terms, get_plan, set_name
from tests.factories.assessments import start, submitted
from tests.factories.planned import FRAMEWORK, MONDAY, SHEET, TODAY, add_interview, get_step, look, step_ids
from tests.factories.shelves import shelf_of
from tests.factories.threads import in_threads


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(FRAMEWORK)


class TestTheFirstLook:
    @pytest.mark.parametrize(
        ("today", "monday"),
        [
            (date(2026, 11, 21), date(2026, 11, 23)),
            (date(2026, 11, 22), date(2026, 11, 23)),
            (date(2026, 11, 23), date(2026, 11, 30)),
        ],
        ids=str,
    )
    def test_plans_start_on_the_next_monday_after_today(self, today: date, monday: date) -> None:
        assert PlanTerms.from_next_monday(today) == PlanTerms(start=monday, weekly_hours=3, weeks=12, at_most=5)

    def test_it_makes_the_plan_the_domain_makes(self, plan_of: str) -> None:
        assert look(plan_of).plan == make_plan(FRAMEWORK, SHEET, PlanTerms.from_next_monday(TODAY))

    def test_the_plan_stays_the_same_on_later_days(self, plan_of: str) -> None:
        first = look(plan_of).plan

        assert look(plan_of, TODAY + timedelta(days=30)).plan == first
        assert first.terms.start == MONDAY

    def test_looking_at_once_makes_one_plan(self, site: Flask, shelf: Shelf) -> None:
        assessment_id = submitted(shelf, SHEET, framework_id="planned").assessment.id

        seen = in_threads(site, 8, lambda n: get_plan(assessment_id, today=TODAY + timedelta(days=7 * n)).plan)

        assert all(plan == seen[0] for plan in seen)
        with reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM plans")).scalar_one() == 1

    def test_it_shows_for_each_step_what_could_take_its_place(self, plan_of: str) -> None:
        view = look(plan_of)

        assert set(view.alternatives) == {step.id for step in view.plan.steps}
        assert "c1_1" in step_ids(plan_of)
        in_plan = set(step_ids(plan_of))
        assert {action.id for action in view.alternatives["c1_1"]} == {f"c1_{n}" for n in range(1, 7)} - in_plan

    def test_there_is_no_plan_before_submission(self, shelf: Shelf) -> None:
        with pytest.raises(NotSubmitted):
            get_plan(start(shelf, framework_id="planned").assessment.id, today=TODAY)
        with pytest.raises(AssessmentNotFound):
            get_plan("nonsense", today=TODAY)


class TestTerms:
    def test_more_hours_hold_more_steps(self, plan_of: str) -> None:
        terms = PlanTerms(start=MONDAY, weekly_hours=10, weeks=12, at_most=9)

        change_terms(plan_of, terms, today=TODAY)

        assert look(plan_of).plan == make_plan(FRAMEWORK, SHEET, terms)
        assert len(step_ids(plan_of)) == 9

    def test_what_is_done_own_dated_or_noted_stays_and_what_was_dropped_stays_out(self, plan_of: str) -> None:
        done, noted, dated, dropped, _rest = step_ids(plan_of)
        tick_done(plan_of, done, done_on=TODAY, today=TODAY)
        write_evidence(plan_of, noted, "Дневник пути клиента", today=TODAY)
        set_dates(plan_of, dated, start=date(2027, 3, 1), due=date(2027, 3, 14), today=TODAY)
        drop_step(plan_of, dropped, today=TODAY)
        own = add_interview(plan_of)
        settled = {step_id: get_step(plan_of, step_id) for step_id in (done, noted, dated, own)}

        change_terms(plan_of, PlanTerms(start=MONDAY, weekly_hours=20, weeks=52, at_most=12), today=TODAY)

        assert {step_id: get_step(plan_of, step_id) for step_id in settled} == settled
        assert dropped not in step_ids(plan_of)
        assert sum(step.done_on is None for step in look(plan_of).plan.steps) == 12

    def test_new_steps_of_a_plan_under_way_do_not_start_in_the_past(self, plan_of: str) -> None:
        today = MONDAY + timedelta(days=24)

        change_terms(plan_of, PlanTerms(start=MONDAY, weekly_hours=3, weeks=20), today=today)

        assert step_ids(plan_of)
        assert all(step.start >= today for step in look(plan_of).plan.steps)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("weekly_hours", 0.0),
            ("weekly_hours", 41.0),
            ("weekly_hours", float("nan")),
            ("weeks", 0),
            ("weeks", 53),
            ("at_most", 0),
            ("at_most", 13),
            ("start", date(2020, 1, 1)),
            ("start", date.max),
        ],
    )
    def test_terms_nobody_can_keep_are_refused(self, plan_of: str, field: str, value: Any) -> None:
        before = look(plan_of)

        with pytest.raises(OutOfRange) as refused:
            change_terms(plan_of, replace(PlanTerms(start=MONDAY), **{field: value}), today=TODAY)

        assert refused.value.field == field
        assert look(plan_of).plan == before.plan


class TestName:
    def test_the_name_for_the_report_is_kept_on_one_line(self, plan_of: str) -> None:
        set_name(plan_of, "  Анна\nПетрова ")

        assert look(plan_of).name == "Анна Петрова"
        set_name(plan_of, "")
        assert look(plan_of).name == ""

    def test_a_name_as_long_as_a_novel_is_refused(self, plan_of: str) -> None:
        with pytest.raises(TextTooLong):
            set_name(plan_of, "x" * 101)

    def test_there_is_no_report_to_name_before_submission(self, shelf: Shelf) -> None:
        with pytest.raises(NotSubmitted):
            set_name(start(shelf, framework_id="planned").assessment.id, "Анна")
