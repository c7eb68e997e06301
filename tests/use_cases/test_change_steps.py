from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask import Flask

from assessment.domain.development_plan import PlanTerms
from assessment.domain.refusals import (
    OutOfRange,
    TextMissing,
    TextTooLong,
    UnknownAction,
    UnknownStep,
)
from assessment.use_cases.change_steps import (
    drop_step,
    set_dates,
    swap_step,
    tick_done,
    write_evidence,
)
from assessment.use_cases.make_plan import change_terms
from tests.factories.planned import MONDAY, TODAY, add_interview, get_step, look, step_ids
from tests.factories.threads import in_threads


def test_a_swapped_step_gives_way_to_the_chosen_action_for_good(plan_of: str) -> None:
    others = [step_id for step_id in step_ids(plan_of) if step_id != "c1_1"]
    (chosen, *_rest) = look(plan_of).alternatives["c1_1"]

    swap_step(plan_of, "c1_1", chosen.id, today=TODAY)

    assert sorted(step_ids(plan_of)) == sorted([*others, chosen.id])
    change_terms(plan_of, PlanTerms(start=MONDAY, weekly_hours=20, weeks=52, at_most=12), today=TODAY)
    assert chosen.id in step_ids(plan_of)
    assert "c1_1" not in step_ids(plan_of)


def test_a_step_cannot_be_swapped_for_just_anything(plan_of: str) -> None:
    with pytest.raises(UnknownAction):
        swap_step(plan_of, "c1_1", "nonsense", today=TODAY)
    with pytest.raises(UnknownStep):
        swap_step(plan_of, "nonsense", "c1_1", today=TODAY)


def test_a_dropped_step_is_gone_and_nothing_takes_its_place(plan_of: str) -> None:
    before = look(plan_of).plan.steps

    drop_step(plan_of, before[0].id, today=TODAY)

    assert look(plan_of).plan.steps == before[1:]


def test_an_own_step_says_the_same_in_every_language(plan_of: str) -> None:
    own = add_interview(plan_of, how="Позвонить", evidence="Пять записей", competency="c2")

    kept = get_step(plan_of, own)
    assert own == "own-1"
    assert kept.title == dict.fromkeys(("en", "ru"), "Поговорить с пятью клиентами")
    assert kept.how == dict.fromkeys(("en", "ru"), "Позвонить")
    assert kept.evidence == dict.fromkeys(("en", "ru"), "Пять записей")
    assert (kept.competency, kept.hours, kept.weeks) == ("c2", 4, 2)
    assert (kept.start, kept.due) == (MONDAY, date(2026, 12, 6))


def test_the_id_of_an_own_step_is_never_used_twice(plan_of: str) -> None:
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
    plan_of: str, changes: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        add_interview(plan_of, **changes)

    assert len(step_ids(plan_of)) == 5


def test_own_steps_are_limited(plan_of: str) -> None:
    for number in range(20):
        add_interview(plan_of, title=f"Step {number}")

    with pytest.raises(OutOfRange):
        add_interview(plan_of, title="One too many")


def test_dates_move_a_step_and_the_plan_stays_in_the_order_of_its_starts(plan_of: str) -> None:
    first = step_ids(plan_of)[0]

    set_dates(plan_of, first, start=date(2027, 1, 11), due=date(2027, 1, 20), today=TODAY)

    moved = get_step(plan_of, first)
    assert (moved.start, moved.due, moved.weeks, moved.fixed) == (date(2027, 1, 11), date(2027, 1, 20), 2, True)
    starts = [step.start for step in look(plan_of).plan.steps]
    assert starts == sorted(starts)


def test_a_step_is_ticked_and_unticked(plan_of: str) -> None:
    tick_done(plan_of, "c1_1", done_on=TODAY, today=TODAY)
    assert get_step(plan_of, "c1_1").done_on == TODAY

    tick_done(plan_of, "c1_1", done_on=None, today=TODAY)
    assert get_step(plan_of, "c1_1").done_on is None


def test_nothing_is_done_tomorrow(plan_of: str) -> None:
    with pytest.raises(OutOfRange):
        tick_done(plan_of, "c1_1", done_on=TODAY + timedelta(days=1), today=TODAY)


def test_evidence_keeps_its_lines_and_can_be_taken_back(plan_of: str) -> None:
    write_evidence(plan_of, "c1_1", "  Дневник \r\n\r\nна 5 страниц\x00 ", today=TODAY)
    assert get_step(plan_of, "c1_1").note == "Дневник\n\nна 5 страниц"

    write_evidence(plan_of, "c1_1", "", today=TODAY)
    assert get_step(plan_of, "c1_1").note == ""


def test_too_much_evidence_is_refused(plan_of: str) -> None:
    with pytest.raises(TextTooLong) as refused:
        write_evidence(plan_of, "c1_1", "x" * 4001, today=TODAY)

    assert (refused.value.field, refused.value.limit) == ("note", 4000)


def test_changes_made_at_once_are_all_kept(site: Flask, plan_of: str) -> None:
    ids = step_ids(plan_of)

    in_threads(site, 5, lambda n: write_evidence(plan_of, ids[n], f"note {n}", today=TODAY))

    assert {step.id: step.note for step in look(plan_of).plan.steps} == {ids[n]: f"note {n}" for n in range(5)}


def test_a_step_the_plan_does_not_have_is_refused(plan_of: str) -> None:
    with pytest.raises(UnknownStep):
        tick_done(plan_of, "nonsense", done_on=TODAY, today=TODAY)
