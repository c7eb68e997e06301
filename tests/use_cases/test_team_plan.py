"""A team's plan: made once, changed by several people, never overwritten unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask

from assessment.bank.location import bank_path
from assessment.bank.shelf import Shelf
from assessment.domain.development_plan import PlanTerms
from assessment.domain.refusals import OutOfRange, TextMissing, TextTooLong, UnknownAction, UnknownStep
from assessment.domain.team_plan import TeamStepKind
from assessment.domain.team_plan_refusals import NothingToPlan, PlanChanged
from assessment.use_cases.change_team_steps import (
    OwnStep,
    StepState,
    add_own_step,
    bring_back_step,
    change_step,
    drop_step,
    swap_step,
    tick_done,
)
from assessment.use_cases.team_plan import PlanGround, change_terms
from tests.factories.team_plans import MONDAY, TODAY, add_closed_campaign, find_step, ground_of, look, step_ids
from tests.factories.team_results import about_the_team, nothing_shown
from tests.factories.teams import make_person, make_team
from tests.factories.threads import in_threads

SUPPORT = "gap.strategy.open.expert_support"
OWN = OwnStep(title="Ask five customers", hours=4, start=MONDAY, due=date(2026, 12, 6), owner="Research")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf.read(bank_path())


@pytest.fixture
def ground(site: Flask) -> PlanGround:
    team = make_team(site, make_person(site, "lead@example.org")).team
    return ground_of(add_closed_campaign(site, team.id))


def state(ground: PlanGround, step_id: str = SUPPORT, **changes: Any) -> StepState:
    step = find_step(ground, step_id)
    return replace(
        StepState(step.owner, step.start, step.due, step.hours, step.percent, step.note),
        **changes,
    )


def change(ground: PlanGround, step_id: str = SUPPORT, **changes: Any) -> None:
    seen = find_step(ground, step_id).mark
    change_step(ground, step_id, state(ground, step_id, **changes), seen=seen, today=TODAY)


class TestMaking:
    def test_the_first_look_makes_the_plan_and_the_next_one_finds_the_same(self, ground: PlanGround) -> None:
        first = look(ground)
        assert first.plan.terms == PlanTerms(MONDAY, weekly_hours=6.0, weeks=12, at_most=6)
        assert {step.task.kind for step in first.plan.steps} == {
            TeamStepKind.ACTION,
            TeamStepKind.EXPERT_SUPPORT,
            TeamStepKind.LEARNING,
            TeamStepKind.WORKSHOP,
        }
        assert look(ground) == first
        assert find_step(ground, SUPPORT).task.gap == "open"

    def test_ratings_of_the_team_are_planned_too(self, ground: PlanGround) -> None:
        together = ground_of(ground.campaign_id, about_the_team())
        assert "gap.strategy.differ.workshop" in step_ids(together)

    def test_nothing_is_planned_where_nothing_is_told(self, ground: PlanGround) -> None:
        with pytest.raises(NothingToPlan):
            ground_of(ground.campaign_id, nothing_shown())
        with pytest.raises(NothingToPlan):
            look(ground_of("no such campaign"))

    def test_other_terms_leave_what_people_touched_and_what_they_dropped(self, ground: PlanGround) -> None:
        first, second, third, fourth, *_ = step_ids(ground)
        change(ground, first, owner="Operations")
        change(ground, second, progress=30)
        tick_done(ground, third, done=True, today=TODAY)
        drop_step(ground, fourth, seen=find_step(ground, fourth).mark, today=TODAY)
        kept = [find_step(ground, one) for one in (first, second, third)]

        terms = PlanTerms(MONDAY + timedelta(weeks=4), weekly_hours=2, weeks=20, at_most=12)
        change_terms(ground, terms, seen=look(ground).plan.terms_mark, today=TODAY)

        assert [find_step(ground, one) for one in (first, second, third)] == kept
        assert fourth not in step_ids(ground)
        assert look(ground).plan.terms == terms
        assert [task.id for task in look(ground).dropped] == [fourth]

    def test_terms_set_by_somebody_else_meanwhile_are_not_overwritten(self, ground: PlanGround) -> None:
        seen = look(ground).plan.terms_mark
        theirs = PlanTerms(MONDAY, weekly_hours=3, weeks=10, at_most=4)
        change_terms(ground, theirs, seen=seen, today=TODAY)
        with pytest.raises(PlanChanged):
            change_terms(ground, replace(theirs, weeks=30), seen=seen, today=TODAY)
        change_terms(ground, theirs, seen=seen, today=TODAY)
        assert look(ground).plan.terms == theirs

    def test_terms_out_of_range_are_refused(self, ground: PlanGround) -> None:
        with pytest.raises(OutOfRange):
            change_terms(ground, PlanTerms(MONDAY, weeks=99), seen="", today=TODAY)


class TestSteps:
    def test_everything_about_a_step_can_be_set(self, ground: PlanGround) -> None:
        due = date(2026, 12, 31)
        change(ground, owner="  Head of   Service ", due=due, hours=9.5, progress=40, note="Two offers\nasked for")
        step = find_step(ground, SUPPORT)
        assert (step.owner, step.due, step.hours, step.progress) == ("Head of Service", due, 9.5, 40)
        assert step.note == "Two offers\nasked for"
        assert step.weeks == 6
        assert step.fixed

    def test_a_hundred_per_cent_is_done_and_less_is_not(self, ground: PlanGround) -> None:
        change(ground, progress=60)
        change(ground, progress=100)
        assert find_step(ground, SUPPORT).done_on == TODAY
        tick_done(ground, SUPPORT, done=False, today=TODAY)
        assert (find_step(ground, SUPPORT).done_on, find_step(ground, SUPPORT).percent) == (None, 60)
        tick_done(ground, SUPPORT, done=True, today=TODAY)
        change(ground, progress=80)
        assert (find_step(ground, SUPPORT).done_on, find_step(ground, SUPPORT).percent) == (None, 80)

    def test_a_form_made_before_somebody_elses_change_overwrites_nothing(self, ground: PlanGround) -> None:
        seen = find_step(ground, SUPPORT).mark
        mine = state(ground, owner="Marketing")
        change(ground, owner="Operations")
        with pytest.raises(PlanChanged):
            change_step(ground, SUPPORT, mine, seen=seen, today=TODAY)
        assert find_step(ground, SUPPORT).owner == "Operations"
        for refuse in (
            lambda: drop_step(ground, SUPPORT, seen=seen, today=TODAY),
            lambda: swap_step(ground, SUPPORT, "gap.strategy.open.learning", seen=seen, today=TODAY),
        ):
            with pytest.raises(PlanChanged):
                refuse()
        assert SUPPORT in step_ids(ground)

    def test_the_same_form_sent_twice_is_no_conflict(self, ground: PlanGround) -> None:
        seen, mine = find_step(ground, SUPPORT).mark, state(ground, owner="Marketing", progress=20)
        for _ in range(2):
            change_step(ground, SUPPORT, mine, seen=seen, today=TODAY)
        assert find_step(ground, SUPPORT).owner == "Marketing"

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"owner": "x" * 101}, TextTooLong),
            ({"note": "x" * 4001}, TextTooLong),
            ({"progress": 101}, OutOfRange),
            ({"progress": -1}, OutOfRange),
            ({"hours": 0.0}, OutOfRange),
            ({"due": date(2026, 1, 1)}, OutOfRange),
        ],
    )
    def test_what_does_not_fit_is_refused_and_nothing_changes(
        self, ground: PlanGround, changes: dict[str, Any], refusal: type[Exception]
    ) -> None:
        before = look(ground)
        with pytest.raises(refusal):
            change(ground, **changes)
        assert look(ground) == before

    def test_a_step_that_is_gone_is_named(self, ground: PlanGround) -> None:
        look(ground)
        with pytest.raises(UnknownStep):
            tick_done(ground, "nonsense", done=True, today=TODAY)

    def test_a_swap_keeps_who_sees_to_it(self, ground: PlanGround) -> None:
        change(ground, owner="Operations")
        alternatives = look(ground).alternatives[SUPPORT]
        assert alternatives[0].id == "gap.strategy.open.learning"
        swap_step(ground, SUPPORT, alternatives[0].id, seen=find_step(ground, SUPPORT).mark, today=TODAY)
        assert find_step(ground, alternatives[0].id).owner == "Operations"
        assert [task.id for task in look(ground).dropped] == [SUPPORT]
        with pytest.raises(UnknownAction):
            swap_step(
                ground, alternatives[0].id, "nonsense", seen=find_step(ground, alternatives[0].id).mark, today=TODAY
            )

    def test_what_was_dropped_can_come_back(self, ground: PlanGround) -> None:
        drop_step(ground, SUPPORT, seen=find_step(ground, SUPPORT).mark, today=TODAY)
        assert SUPPORT not in step_ids(ground)
        bring_back_step(ground, SUPPORT, today=TODAY)
        bring_back_step(ground, SUPPORT, today=TODAY)
        assert step_ids(ground).count(SUPPORT) == 1
        assert look(ground).dropped == ()
        with pytest.raises(UnknownAction):
            bring_back_step(ground, "act.culture.team.foundation.1", today=TODAY)


class TestOwnSteps:
    def test_an_own_step_joins_once_however_often_it_is_sent(self, ground: PlanGround) -> None:
        assert add_own_step(ground, OWN, today=TODAY) == add_own_step(ground, OWN, today=TODAY) == "own-1"
        step = find_step(ground, "own-1")
        assert (step.task.title, step.owner, step.weeks) == ({"": "Ask five customers"}, "Research", 2)

    def test_an_id_is_never_used_twice(self, ground: PlanGround) -> None:
        first = add_own_step(ground, OWN, today=TODAY)
        drop_step(ground, first, seen=find_step(ground, first).mark, today=TODAY)
        assert add_own_step(ground, replace(OWN, title="Another"), today=TODAY) == "own-2"
        assert look(ground).dropped == ()

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"title": " \t"}, TextMissing),
            ({"title": "x" * 151}, TextTooLong),
            ({"competency": "charm"}, OutOfRange),
            ({"hours": 2000.0}, OutOfRange),
            ({"start": date(2020, 1, 1)}, OutOfRange),
        ],
    )
    def test_what_does_not_fit_is_refused(
        self, ground: PlanGround, changes: dict[str, Any], refusal: type[Exception]
    ) -> None:
        with pytest.raises(refusal):
            add_own_step(ground, replace(OWN, **changes), today=TODAY)

    def test_people_who_add_steps_at_once_lose_none(self, site: Flask, ground: PlanGround) -> None:
        look(ground)
        added = in_threads(site, 6, lambda turn: add_own_step(ground, replace(OWN, title=f"Step {turn}"), today=TODAY))
        assert sorted(added) == [f"own-{number}" for number in range(1, 7)]
        assert set(added) <= set(step_ids(ground))

    def test_of_two_people_who_look_first_at_once_both_see_the_same(self, site: Flask, ground: PlanGround) -> None:
        first, second = in_threads(site, 2, lambda _: look(ground))
        assert first == second
