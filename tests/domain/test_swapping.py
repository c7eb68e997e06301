"""Swapping one step of a plan for another action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import DevelopmentPlan, PlanTerms, StepKind
from assessment.domain.framework import Framework
from assessment.domain.planning import list_alternatives, make_plan, swap_step
from assessment.domain.refusals import UnknownAction, UnknownStep
from tests.factories.frameworks import make_action, make_framework
from tests.factories.sheets import make_sheet

MONDAY = date(2026, 11, 23)
TERMS = PlanTerms(start=MONDAY)


def ids(plan: DevelopmentPlan) -> list[str]:
    return [step.id for step in plan.steps]


def weak_first(framework: Framework) -> AnswerSheet:
    """The first competency is in the lowest band and below the others; knowledge is its lowest facet."""
    return make_sheet(framework, {"c1": [0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3], "c2": [3] * 12, "c3": [4] * 12})


@pytest.fixture
def many() -> Framework:
    return make_framework(
        actions=[
            make_action("top", band="proficient"),
            make_action("now-skill", facet="skill"),
            make_action("middle", band="developing"),
            make_action("now-knowledge"),
            make_action("taken"),
            make_action("elsewhere", competency="c2"),
        ]
    )


def plan_with(framework: Framework, *kept_ids: str) -> DevelopmentPlan:
    """A plan of exactly these actions."""
    others = [action.id for action in framework.actions if action.id not in kept_ids]
    return make_plan(framework, weak_first(framework), TERMS, dropped=others)


def test_alternatives_are_of_the_same_competency_nearest_band_and_facet_first(many: Framework) -> None:
    plan = plan_with(many, "taken")
    alternatives = list_alternatives(many, weak_first(many), plan, "taken")
    assert [action.id for action in alternatives] == ["now-knowledge", "now-skill", "middle", "top"]


def test_an_own_step_without_competency_has_no_alternatives(many: Framework) -> None:
    plan = plan_with(many, "taken")
    own = replace(plan.steps[0], id="own-1", kind=StepKind.OWN, competency=None)
    with_own = replace(plan, steps=(*plan.steps, own))
    assert list_alternatives(many, weak_first(many), with_own, "own-1") == ()


def test_an_own_step_for_a_competency_can_give_way_to_its_actions(many: Framework) -> None:
    plan = plan_with(many, "taken")
    own = replace(plan.steps[0], id="own-1", kind=StepKind.OWN, facet=None)
    with_own = replace(plan, steps=(*plan.steps, own))
    swapped = swap_step(many, weak_first(many), with_own, "own-1", "now-skill")
    assert sorted(ids(swapped)) == ["now-skill", "taken"]


def test_without_a_score_the_band_of_the_step_itself_is_the_nearest(many: Framework) -> None:
    plan = plan_with(many, "taken")
    middle = replace(plan, steps=(replace(plan.steps[0], id="middle"),))
    alternatives = list_alternatives(many, make_sheet(many, {}), middle, "middle")
    assert [action.id for action in alternatives][-1] == "now-skill"


def test_a_swapped_step_starts_with_the_one_it_replaces_and_the_others_stay(many: Framework) -> None:
    sheet = weak_first(many)
    plan = plan_with(many, "taken", "now-skill")
    swapped = swap_step(many, sheet, plan, "taken", "middle")
    assert ids(plan) == ["taken", "now-skill"]
    assert ids(swapped) == ["middle", "now-skill"]
    assert swapped.steps[0].start == plan.steps[0].start
    assert swapped.steps[1] == plan.steps[1]


def test_a_swapped_step_that_fits_nowhere_stays_where_the_old_one_was() -> None:
    framework = make_framework(actions=[make_action("small"), make_action("huge", hours=100)])
    sheet = weak_first(framework)
    plan = make_plan(framework, sheet, TERMS, dropped=["huge"])
    assert swap_step(framework, sheet, plan, "small", "huge").steps[0].start == MONDAY


def test_only_an_alternative_can_be_swapped_in(many: Framework) -> None:
    plan = plan_with(many, "taken")
    with pytest.raises(UnknownAction):
        swap_step(many, weak_first(many), plan, "taken", "elsewhere")
    with pytest.raises(UnknownStep):
        swap_step(many, weak_first(many), plan, "no-such-step", "middle")
