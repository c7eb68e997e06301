"""How a development plan is made, re-made and changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, PlanTerms, StepKind
from assessment.domain.framework import Framework
from assessment.domain.planning import arrange_plan, make_plan
from tests.factories.frameworks import make_action, make_framework
from tests.factories.sheets import make_sheet, sheet_of_totals

MONDAY = date(2026, 11, 23)
TERMS = PlanTerms(start=MONDAY)
WEEK = timedelta(weeks=1)

WEAK = [make_action(f"weak-{facet}", facet=facet) for facet in ("knowledge", "experience", "skill")]
NEXT = [make_action(f"next-{n}", competency="c2", band="developing", facet="knowledge") for n in (1, 2, 3)]


def ids(plan: DevelopmentPlan) -> list[str]:
    return [step.id for step in plan.steps]


def weak_first(framework: Framework) -> AnswerSheet:
    """Scores 25, 55 and 80: knowledge is the lowest facet of the first, then experience."""
    return make_sheet(
        framework,
        {"c1": [0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3], "c2": [3] * 9 + [2] * 3, "c3": [4] * 12},
    )


def own_step(step_id: str = "own-1", *, weeks: int = 3, hours: float = 6.0, start: date = MONDAY) -> PlanStep:
    return PlanStep(
        id=step_id,
        kind=StepKind.OWN,
        competency="c3",
        facet=None,
        title={"": "Read"},
        how={"": ""},
        evidence={"": ""},
        hours=hours,
        weeks=weeks,
        start=start,
        due=start + weeks * WEEK - timedelta(days=1),
    )


def test_the_weakest_competency_comes_first_and_its_lowest_facet_before_the_others() -> None:
    framework = make_framework(actions=[*reversed(WEAK), *NEXT])
    plan = make_plan(framework, weak_first(framework), PlanTerms(MONDAY, at_most=3))
    assert ids(plan) == ["weak-knowledge", "weak-experience", "weak-skill"]


def test_when_the_weakest_has_no_more_actions_the_next_bottleneck_is_served() -> None:
    framework = make_framework(actions=[WEAK[0], *NEXT])
    plan = make_plan(framework, weak_first(framework), TERMS)
    assert ids(plan) == ["weak-knowledge", "next-1", "next-2", "next-3"]


def test_the_simulator_hands_over_to_another_spoke_once_the_weakest_has_been_lifted_above_it() -> None:
    framework = make_framework(
        actions=[*WEAK, make_action("other", competency="c2", facet="skill")], points_per_action=3
    )
    sheet = sheet_of_totals(framework, [12, 14, 50])
    assert ids(make_plan(framework, sheet, PlanTerms(MONDAY, at_most=2))) == ["weak-knowledge", "other"]


def test_only_actions_of_the_band_of_today_are_taken() -> None:
    framework = make_framework(
        actions=[
            make_action("too-high", band="developing"),
            make_action("right"),
            make_action("top", band="proficient"),
        ]
    )
    assert ids(make_plan(framework, weak_first(framework), TERMS)) == ["right"]


def test_a_proficient_wheel_gets_the_actions_of_its_band() -> None:
    framework = make_framework(actions=[make_action("basic"), make_action("teach", band="proficient")])
    assert ids(make_plan(framework, sheet_of_totals(framework, [50, 55, 60]), TERMS)) == ["teach"]


def test_a_bank_without_actions_gives_an_empty_plan() -> None:
    framework = make_framework()
    plan = make_plan(framework, weak_first(framework), TERMS)
    assert plan == DevelopmentPlan(TERMS, (), "c1")
    assert (plan.hours, plan.weeks) == (0, 0)


def test_a_step_carries_everything_of_its_action_and_ends_on_a_sunday() -> None:
    action = make_action("a", hours=6, weeks=3, courses=["x"], resources=["y"])
    framework = make_framework(actions=[action])
    (step,) = make_plan(framework, weak_first(framework), TERMS).steps
    assert step == PlanStep(
        id="a",
        kind=StepKind.ACTION,
        competency="c1",
        facet="knowledge",
        title=action.title,
        how=action.how,
        evidence=action.evidence,
        hours=6.0,
        weeks=3,
        start=MONDAY,
        due=date(2026, 12, 13),
        courses=("x",),
        resources=("y",),
    )


def test_a_step_lasts_longer_where_the_weekly_hours_are_too_few() -> None:
    framework = make_framework(actions=[make_action("a", hours=10, weeks=2)])
    (step,) = make_plan(framework, weak_first(framework), TERMS).steps
    assert (step.weeks, step.due) == (4, MONDAY + 4 * WEEK - timedelta(days=1))


def test_steps_run_side_by_side_only_as_far_as_the_weekly_hours_allow() -> None:
    framework = make_framework(actions=[make_action(f"a{n}", hours=6, weeks=6) for n in range(4)])
    plan = make_plan(framework, weak_first(framework), TERMS)
    assert [(step.start - MONDAY) // WEEK for step in plan.steps] == [0, 0, 0, 6]


def test_what_does_not_end_within_the_weeks_is_passed_over_for_the_next_that_does() -> None:
    framework = make_framework(actions=[make_action("long", hours=40), make_action("short", hours=3, weeks=1)])
    assert ids(make_plan(framework, weak_first(framework), PlanTerms(MONDAY, weeks=12))) == ["short"]


def test_a_plan_has_at_most_so_many_open_steps_and_done_ones_do_not_count() -> None:
    framework = make_framework(actions=WEAK)
    sheet = weak_first(framework)
    terms = PlanTerms(MONDAY, at_most=1)
    first = make_plan(framework, sheet, terms).steps[0]
    again = make_plan(framework, sheet, terms, kept=[replace(first, done_on=MONDAY)])
    assert ids(again) == ["weak-knowledge", "weak-experience"]


def test_an_action_waits_until_what_it_presupposes_has_ended() -> None:
    framework = make_framework(
        actions=[make_action("second", hours=3, after=["first"]), make_action("first", facet="skill", hours=3, weeks=2)]
    )
    first, second = make_plan(framework, weak_first(framework), TERMS).steps
    assert (first.id, second.id) == ("first", "second")
    assert second.start == first.due + timedelta(days=1)


def test_an_action_whose_precondition_was_dropped_stays_away() -> None:
    framework = make_framework(actions=[make_action("first"), make_action("second", after=["first"])])
    assert ids(make_plan(framework, weak_first(framework), TERMS, dropped=["first"])) == []


def test_what_is_presupposed_counts_as_done_once_the_competency_is_above_its_band() -> None:
    framework = make_framework(actions=[make_action("basic"), make_action("more", band="developing", after=["basic"])])
    sheet = sheet_of_totals(framework, [30, 50, 50])
    assert ids(make_plan(framework, sheet, TERMS)) == ["more"]


def test_a_done_precondition_holds_nothing_up() -> None:
    framework = make_framework(
        actions=[make_action("first", hours=3), make_action("second", facet="skill", hours=3, after=["first"])]
    )
    sheet = weak_first(framework)
    first = make_plan(framework, sheet, TERMS).steps[0]
    plan = make_plan(framework, sheet, TERMS, kept=[replace(first, done_on=MONDAY)])
    assert plan.steps[1].start == MONDAY


def test_dropped_actions_do_not_come_back() -> None:
    framework = make_framework(actions=WEAK)
    assert ids(make_plan(framework, weak_first(framework), TERMS, dropped=["weak-knowledge"])) == [
        "weak-experience",
        "weak-skill",
    ]


def test_kept_steps_keep_their_dates_and_hold_their_hours() -> None:
    framework = make_framework(actions=[make_action("a", hours=9, weeks=3)])
    own = own_step(hours=3, weeks=1, start=MONDAY + WEEK)
    plan = make_plan(framework, weak_first(framework), TERMS, kept=[own])
    assert own in plan.steps
    assert {step.id: (step.start - MONDAY) // WEEK for step in plan.steps} == {"own-1": 1, "a": 2}


def test_a_kept_step_in_the_middle_of_a_week_loads_every_week_it_touches() -> None:
    framework = make_framework(actions=[make_action("a", hours=3, weeks=1)])
    own = replace(own_step(hours=4), start=MONDAY + timedelta(days=3), due=MONDAY + timedelta(days=9))
    plan = make_plan(framework, weak_first(framework), TERMS, kept=[own])
    assert {step.id: (step.start - MONDAY) // WEEK for step in plan.steps}["a"] == 2


def test_a_kept_step_before_the_plan_does_not_matter_to_it() -> None:
    framework = make_framework(actions=[make_action("a", hours=3, weeks=1)])
    plan = make_plan(framework, weak_first(framework), TERMS, kept=[own_step(weeks=1, start=MONDAY - WEEK)])
    assert [step.start for step in plan.steps] == [MONDAY - WEEK, MONDAY]


def test_new_steps_start_in_a_whole_week_on_or_after_the_day_given() -> None:
    framework = make_framework(actions=[make_action("a")])
    plan = make_plan(framework, weak_first(framework), TERMS, not_before=MONDAY + timedelta(days=9))
    assert plan.steps[0].start == MONDAY + 2 * WEEK


def test_competencies_without_a_score_are_left_out_and_no_bottleneck_is_named() -> None:
    framework = make_framework(actions=[*WEAK, *NEXT])
    sheet = make_sheet(framework, {"c2": [2] * 12, "c3": [4] * 12})
    plan = make_plan(framework, sheet, TERMS)
    assert ids(plan) == ["next-1", "next-2", "next-3"]
    assert plan.next_bottleneck is None


def test_an_empty_sheet_gives_an_empty_plan() -> None:
    framework = make_framework(actions=WEAK)
    assert make_plan(framework, make_sheet(framework, {}), TERMS).steps == ()


def test_of_equally_weak_competencies_the_earlier_spoke_comes_first() -> None:
    framework = make_framework(actions=[make_action("b", competency="c2"), make_action("a", competency="c1")])
    assert ids(make_plan(framework, sheet_of_totals(framework, [12, 12, 40]), PlanTerms(MONDAY, at_most=1))) == ["a"]


def test_the_next_bottleneck_is_the_lowest_spoke_after_all_steps() -> None:
    framework = make_framework(actions=[make_action("a")], points_per_action=5)
    sheet = sheet_of_totals(framework, [12, 14, 50])
    assert make_plan(framework, sheet, TERMS).next_bottleneck == "c2"


def test_steps_stand_in_the_order_of_their_start() -> None:
    framework = make_framework(actions=WEAK)
    plan = make_plan(framework, weak_first(framework), TERMS, kept=[own_step(start=MONDAY + 8 * WEEK)])
    assert [step.start for step in plan.steps] == sorted(step.start for step in plan.steps)
    assert ids(plan)[-1] == "own-1"


def test_a_plan_without_steps_can_be_arranged() -> None:
    framework = make_framework()
    assert arrange_plan(framework, weak_first(framework), DevelopmentPlan(TERMS, (), None)).next_bottleneck == "c1"


def test_the_assessment_is_repeated_in_the_last_week_or_after_the_last_step() -> None:
    early = DevelopmentPlan(TERMS, (own_step(weeks=10),), None)
    late = DevelopmentPlan(TERMS, (own_step(weeks=12),), None)
    assert (early.weeks, early.repeat_on) == (10, MONDAY + 11 * WEEK)
    assert (late.weeks, late.repeat_on) == (12, MONDAY + 12 * WEEK)
