from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.bank.shelf import Shelf
from assessment.domain.development_plan import PlanStep, PlanTerms
from assessment.domain.planning import make_plan
from assessment.domain.refusals import (
    AssessmentNotFound,
    NotSubmitted,
    OutOfRange,
    TextMissing,
    TextTooLong,
    UnknownAction,
    UnknownStep,
)
from assessment.store.database import reading
from assessment.use_cases.make_plan import (
    PlanView,
    add_own_step,
    change_terms,
    default_terms,
    drop_step,
    get_plan,
    set_dates,
    set_name,
    swap_step,
    tick_done,
    write_evidence,
)
from tests.factories.assessments import START, start, submitted
from tests.factories.frameworks import make_action, make_framework
from tests.factories.sheets import sheet_of_totals
from tests.factories.shelves import shelf_of
from tests.factories.threads import in_threads

TODAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 23)
FRAMEWORK = make_framework(
    actions=[
        make_action(f"{spoke}_{n}", competency=spoke, hours=2, weeks=2)
        for spoke in ("c1", "c2", "c3")
        for n in range(1, 7)
    ]
)
SHEET = sheet_of_totals(FRAMEWORK, [10, 20, 23])


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(FRAMEWORK)


@pytest.fixture
def plan_of(shelf: Shelf) -> str:
    """Id of a submitted assessment whose plan was looked at, beside another one that stays as it is."""
    for seed in ("noise", "mine"):
        assessment_id = submitted(shelf, SHEET, seed=seed).assessment.id
        get_plan(assessment_id, today=TODAY)
    return assessment_id


def look(assessment_id: str, today: date = TODAY) -> PlanView:
    return get_plan(assessment_id, today=today)


def step_ids(assessment_id: str) -> list[str]:
    return [step.id for step in look(assessment_id).plan.steps]


def step(assessment_id: str, step_id: str) -> PlanStep:
    return next(step for step in look(assessment_id).plan.steps if step.id == step_id)


def add_interview(assessment_id: str, **changes: object) -> str:
    details: dict[str, object] = {
        "title": "Поговорить с пятью клиентами",
        "hours": 4,
        "start": MONDAY,
        "due": date(2026, 12, 6),
        "today": TODAY,
    }
    return add_own_step(assessment_id, **{**details, **changes})  # type: ignore[arg-type]


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
        assert default_terms(today) == PlanTerms(start=monday, weekly_hours=3, weeks=12, at_most=5)

    def test_it_makes_the_plan_the_domain_makes(self, plan_of: str) -> None:
        assert look(plan_of).plan == make_plan(FRAMEWORK, SHEET, default_terms(TODAY))

    def test_the_plan_stays_the_same_on_later_days(self, plan_of: str) -> None:
        first = look(plan_of).plan

        assert look(plan_of, TODAY + timedelta(days=30)).plan == first
        assert first.terms.start == MONDAY

    def test_looking_at_once_makes_one_plan(self, site: Flask, shelf: Shelf) -> None:
        assessment_id = submitted(shelf, SHEET).assessment.id

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
            get_plan(start(shelf).assessment.id, today=TODAY)
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
        settled = {step_id: step(plan_of, step_id) for step_id in (done, noted, dated, own)}

        change_terms(plan_of, PlanTerms(start=MONDAY, weekly_hours=20, weeks=52, at_most=12), today=TODAY)

        assert {step_id: step(plan_of, step_id) for step_id in settled} == settled
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
    def test_terms_nobody_can_keep_are_refused(self, plan_of: str, field: str, value: object) -> None:
        before = look(plan_of)

        with pytest.raises(OutOfRange) as refused:
            change_terms(plan_of, replace(PlanTerms(start=MONDAY), **{field: value}), today=TODAY)  # type: ignore[arg-type]

        assert refused.value.field == field
        assert look(plan_of).plan == before.plan


class TestSteps:
    def test_a_swapped_step_gives_way_to_the_chosen_action_for_good(self, plan_of: str) -> None:
        others = [step_id for step_id in step_ids(plan_of) if step_id != "c1_1"]
        (chosen, *_rest) = look(plan_of).alternatives["c1_1"]

        swap_step(plan_of, "c1_1", chosen.id, today=TODAY)

        assert sorted(step_ids(plan_of)) == sorted([*others, chosen.id])
        change_terms(plan_of, PlanTerms(start=MONDAY, weekly_hours=20, weeks=52, at_most=12), today=TODAY)
        assert chosen.id in step_ids(plan_of)
        assert "c1_1" not in step_ids(plan_of)

    def test_a_step_cannot_be_swapped_for_just_anything(self, plan_of: str) -> None:
        with pytest.raises(UnknownAction):
            swap_step(plan_of, "c1_1", "nonsense", today=TODAY)
        with pytest.raises(UnknownStep):
            swap_step(plan_of, "nonsense", "c1_1", today=TODAY)

    def test_a_dropped_step_is_gone_and_nothing_takes_its_place(self, plan_of: str) -> None:
        before = look(plan_of).plan.steps

        drop_step(plan_of, before[0].id, today=TODAY)

        assert look(plan_of).plan.steps == before[1:]

    def test_an_own_step_says_the_same_in_every_language(self, plan_of: str) -> None:
        own = add_interview(plan_of, how="Позвонить", evidence="Пять записей", competency="c2")

        kept = step(plan_of, own)
        assert own == "own-1"
        assert kept.title == dict.fromkeys(("en", "ru"), "Поговорить с пятью клиентами")
        assert kept.how == dict.fromkeys(("en", "ru"), "Позвонить")
        assert kept.evidence == dict.fromkeys(("en", "ru"), "Пять записей")
        assert (kept.competency, kept.hours, kept.weeks) == ("c2", 4, 2)
        assert (kept.start, kept.due) == (MONDAY, date(2026, 12, 6))

    def test_the_id_of_an_own_step_is_never_used_twice(self, plan_of: str) -> None:
        add_interview(plan_of)
        drop_step(plan_of, add_interview(plan_of, title="Ещё раз"), today=TODAY)

        assert add_interview(plan_of, title="И ещё раз") == "own-3"
        assert [step_id for step_id in step_ids(plan_of) if step_id.startswith("own")] == ["own-1", "own-3"]

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"title": " \n"}, TextMissing),
            ({"title": "я" * 151}, TextTooLong),
            ({"how": "x" * 1001}, TextTooLong),
            ({"hours": 0}, OutOfRange),
            ({"hours": float("inf")}, OutOfRange),
            ({"due": date(2026, 11, 22)}, OutOfRange),
            ({"due": date(2030, 1, 1)}, OutOfRange),
            ({"start": date.min}, OutOfRange),
            ({"competency": "nonsense"}, OutOfRange),
        ],
        ids=lambda case: next(iter(case)) if isinstance(case, dict) else "",
    )
    def test_an_own_step_that_makes_no_sense_is_refused(
        self, plan_of: str, changes: dict[str, object], refusal: type[Exception]
    ) -> None:
        with pytest.raises(refusal):
            add_interview(plan_of, **changes)

        assert len(step_ids(plan_of)) == 5

    def test_own_steps_are_limited(self, plan_of: str) -> None:
        for number in range(20):
            add_interview(plan_of, title=f"Step {number}")

        with pytest.raises(OutOfRange):
            add_interview(plan_of, title="One too many")

    def test_dates_move_a_step_and_the_plan_stays_in_the_order_of_its_starts(self, plan_of: str) -> None:
        first = step_ids(plan_of)[0]

        set_dates(plan_of, first, start=date(2027, 1, 11), due=date(2027, 1, 20), today=TODAY)

        moved = step(plan_of, first)
        assert (moved.start, moved.due, moved.weeks, moved.fixed) == (date(2027, 1, 11), date(2027, 1, 20), 2, True)
        starts = [step.start for step in look(plan_of).plan.steps]
        assert starts == sorted(starts)

    def test_a_step_is_ticked_and_unticked(self, plan_of: str) -> None:
        tick_done(plan_of, "c1_1", done_on=TODAY, today=TODAY)
        assert step(plan_of, "c1_1").done_on == TODAY

        tick_done(plan_of, "c1_1", done_on=None, today=TODAY)
        assert step(plan_of, "c1_1").done_on is None

    def test_nothing_is_done_tomorrow(self, plan_of: str) -> None:
        with pytest.raises(OutOfRange):
            tick_done(plan_of, "c1_1", done_on=TODAY + timedelta(days=1), today=TODAY)

    def test_evidence_keeps_its_lines_and_can_be_taken_back(self, plan_of: str) -> None:
        write_evidence(plan_of, "c1_1", "  Дневник \r\n\r\nна 5 страниц\x00 ", today=TODAY)
        assert step(plan_of, "c1_1").note == "Дневник\n\nна 5 страниц"

        write_evidence(plan_of, "c1_1", "", today=TODAY)
        assert step(plan_of, "c1_1").note == ""

    def test_too_much_evidence_is_refused(self, plan_of: str) -> None:
        with pytest.raises(TextTooLong) as refused:
            write_evidence(plan_of, "c1_1", "x" * 4001, today=TODAY)

        assert (refused.value.field, refused.value.limit) == ("note", 4000)

    def test_changes_made_at_once_are_all_kept(self, site: Flask, plan_of: str) -> None:
        ids = step_ids(plan_of)

        in_threads(site, 5, lambda n: write_evidence(plan_of, ids[n], f"note {n}", today=TODAY))

        assert {step.id: step.note for step in look(plan_of).plan.steps} == {ids[n]: f"note {n}" for n in range(5)}

    def test_a_step_the_plan_does_not_have_is_refused(self, plan_of: str) -> None:
        with pytest.raises(UnknownStep):
            tick_done(plan_of, "nonsense", done_on=TODAY, today=TODAY)


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
            set_name(start(shelf, now=START).assessment.id, "Анна")
