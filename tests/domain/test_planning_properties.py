"""What holds for every plan, whatever the bank, the answers and the terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.actions import Action
from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.planning import make_plan
from assessment.domain.scoring import score_sheet
from assessment.domain.what_if import simulate
from tests.factories.frameworks import FACETS, make_action, make_framework
from tests.factories.sheets import make_sheet

MONDAY = date(2026, 11, 23)
SPOKES = ("c1", "c2", "c3")
BANDS = ("foundation", "developing", "proficient")


@st.composite
def banks(draw: st.DrawFn) -> Framework:
    """Up to twelve actions of every kind, some presupposing earlier ones."""
    actions: list[Action] = []
    for n in range(draw(st.integers(0, 12))):
        former = draw(st.lists(st.sampled_from([a.id for a in actions]), max_size=2)) if actions else []
        actions.append(
            make_action(
                f"a{n}",
                competency=draw(st.sampled_from(SPOKES)),
                band=draw(st.sampled_from(BANDS)),
                facet=draw(st.sampled_from((*FACETS, None))),
                hours=draw(st.integers(1, 30)),
                weeks=draw(st.integers(1, 8)),
                after=sorted(set(former)),
            )
        )
    return make_framework(competencies=SPOKES, actions=actions)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Framework, AnswerSheet, PlanTerms]:
    framework = draw(banks())
    answers = {spoke: draw(st.lists(st.integers(0, 5), min_size=7, max_size=12)) for spoke in SPOKES}
    terms = PlanTerms(
        start=MONDAY,
        weekly_hours=draw(st.sampled_from((0.5, 1.0, 2.5, 3.0, 10.0))),
        weeks=draw(st.integers(1, 30)),
        at_most=draw(st.integers(1, 12)),
    )
    return framework, make_sheet(framework, answers), terms


def loads(plan: DevelopmentPlan) -> list[Fraction]:
    """Hours in each week of the plan, counted day by day."""
    weeks = [Fraction(0)] * plan.terms.weeks
    for step in plan.steps:
        length = (step.due - step.start).days + 1
        for day in range(length):
            weeks[(step.start + timedelta(days=day) - MONDAY).days // 7] += Fraction(step.hours) / length
    return weeks


def presupposes(framework: Framework, later: PlanStep, earlier: PlanStep) -> bool:
    return earlier.id in framework.action(later.id).after


@settings(deadline=None, max_examples=50)
@given(case=cases())
def test_no_week_holds_more_hours_than_the_person_has(case: tuple[Framework, AnswerSheet, PlanTerms]) -> None:
    framework, sheet, terms = case
    assert all(load <= Fraction(terms.weekly_hours) for load in loads(make_plan(framework, sheet, terms)))


@settings(deadline=None, max_examples=50)
@given(case=cases())
def test_steps_lie_within_the_weeks_in_order_and_after_what_they_presuppose(
    case: tuple[Framework, AnswerSheet, PlanTerms],
) -> None:
    framework, sheet, terms = case
    steps = make_plan(framework, sheet, terms).steps
    assert len({step.id for step in steps}) == len(steps) <= terms.at_most
    assert [step.start for step in steps] == sorted(step.start for step in steps)
    for step in steps:
        assert step.start.weekday() == MONDAY.weekday()
        assert MONDAY <= step.start <= step.due < MONDAY + timedelta(weeks=terms.weeks)
        assert (step.due - step.start).days + 1 == 7 * step.weeks
        assert all(other.due < step.start for other in steps if presupposes(framework, step, other))


@settings(deadline=None, max_examples=25)
@given(case=cases())
def test_the_same_arguments_give_the_same_plan(case: tuple[Framework, AnswerSheet, PlanTerms]) -> None:
    framework, sheet, terms = case
    turned = AnswerSheet(sheet.level, dict(reversed(sheet.values.items())))
    assert make_plan(framework, sheet, terms) == make_plan(framework, turned, terms)


@settings(deadline=None, max_examples=25)
@given(case=cases())
def test_room_for_one_step_more_takes_none_away(case: tuple[Framework, AnswerSheet, PlanTerms]) -> None:
    framework, sheet, terms = case
    fewer = make_plan(framework, sheet, terms)
    more = make_plan(framework, sheet, replace(terms, at_most=terms.at_most + 1))
    assert all(step in more.steps for step in fewer.steps)


@settings(deadline=None, max_examples=25)
@given(case=cases())
def test_planning_again_around_a_whole_plan_changes_nothing(case: tuple[Framework, AnswerSheet, PlanTerms]) -> None:
    framework, sheet, terms = case
    plan = make_plan(framework, sheet, terms)
    assert make_plan(framework, sheet, terms, kept=plan.steps) == plan


@settings(deadline=None, max_examples=25)
@given(case=cases())
def test_every_action_belongs_to_the_band_of_its_competency_and_its_lift_names_the_next_bottleneck(
    case: tuple[Framework, AnswerSheet, PlanTerms],
) -> None:
    framework, sheet, terms = case
    plan = make_plan(framework, sheet, terms)
    before = score_sheet(framework, sheet)
    actions = [framework.action(step.id) for step in plan.steps]
    assert all(action.band == before.competency(action.competency).band for action in actions)
    after = score_sheet(framework, simulate(framework, sheet, actions))
    assert plan.next_bottleneck == after.weakest.lowest[0]
