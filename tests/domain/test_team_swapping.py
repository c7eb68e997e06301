"""Other tasks in place of a step of a team's plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment.domain.development_plan import PlanTerms
from assessment.domain.refusals import UnknownAction, UnknownStep
from assessment.domain.team_plan import TeamPlan, TeamStep, TeamStepKind, TeamTask
from assessment.domain.team_planning import make_team_plan
from assessment.domain.team_swapping import add_task, find_tasks, get_step, list_alternatives, swap_step
from tests.factories.frameworks import core_framework
from tests.factories.team_results import about_themselves, one_hidden

FRAMEWORK = core_framework()
RESULT = about_themselves()
MONDAY = date(2026, 11, 23)
TERMS = PlanTerms(MONDAY, weekly_hours=6, weeks=12, at_most=6)
SUPPORT, LEARNING = "gap.strategy.open.expert_support", "gap.strategy.open.learning"


def plan(terms: PlanTerms = TERMS) -> TeamPlan:
    return make_team_plan(FRAMEWORK, RESULT, terms)


def test_other_answers_to_a_gap_come_before_actions_of_the_nearest_band() -> None:
    tasks = list_alternatives(FRAMEWORK, RESULT, plan(), SUPPORT)
    gaps = [task for task in tasks if task.gap is not None]
    assert tasks[: len(gaps)] == tuple(gaps)
    assert gaps[0].id == LEARNING
    assert tasks[len(gaps)].band == "developing"
    assert {task.competency for task in tasks} == {"strategy"}
    assert not {task.id for task in tasks} & {step.id for step in plan().steps}


def test_where_the_band_is_hidden_the_steps_own_is_nearest() -> None:
    told = find_tasks(FRAMEWORK, one_hidden())
    step = TeamStep(told["act.metrics.team.proficient.1"], 6, 3, MONDAY, MONDAY + timedelta(days=20))
    tasks = list_alternatives(FRAMEWORK, one_hidden(), TeamPlan(TERMS, (step,)), step.id)
    assert tasks[0].band == "proficient"
    assert all(task.gap is None for task in tasks)


def test_a_step_without_a_competency_has_no_alternatives() -> None:
    own = TeamTask("own-1", TeamStepKind.OWN, None, 2, 1, title={"": "Meet"})
    step = TeamStep(own, 2, 1, MONDAY, MONDAY + timedelta(days=6))
    assert list_alternatives(FRAMEWORK, RESULT, TeamPlan(TERMS, (step,)), "own-1") == ()
    with pytest.raises(UnknownStep):
        get_step(TeamPlan(TERMS, ()), "own-1")


def test_a_swapped_step_keeps_its_owner_and_the_others_stay() -> None:
    before = plan()
    owned = tuple(replace(step, owner="Research") if step.id == SUPPORT else step for step in before.steps)
    after = swap_step(FRAMEWORK, RESULT, TeamPlan(TERMS, owned), SUPPORT, LEARNING)
    new = get_step(after, LEARNING)
    assert (new.owner, new.fixed, new.progress, new.note) == ("Research", True, 0, "")
    assert [step for step in after.steps if step.id != LEARNING] == [step for step in owned if step.id != SUPPORT]
    with pytest.raises(UnknownAction):
        swap_step(FRAMEWORK, RESULT, before, SUPPORT, "act.voice.team.developing.1")


def test_what_fits_nowhere_starts_with_the_old_one_all_the_same() -> None:
    tight = PlanTerms(MONDAY, weekly_hours=1, weeks=12, at_most=1)
    before = plan(tight)
    (old,) = before.steps
    longer = max(list_alternatives(FRAMEWORK, RESULT, before, old.id), key=lambda task: task.hours)
    after = swap_step(FRAMEWORK, RESULT, before, old.id, longer.id)
    assert get_step(after, longer.id).start == old.start


def test_a_task_taken_up_again_starts_where_it_fits_and_never_before_the_day() -> None:
    later = MONDAY + timedelta(weeks=3)
    without = TeamPlan(TERMS, tuple(step for step in plan().steps if step.id != SUPPORT))
    after = add_task(FRAMEWORK, RESULT, without, SUPPORT, later)
    assert get_step(after, SUPPORT).start >= later
    assert get_step(after, SUPPORT).fixed
    for unknown in (SUPPORT, "nonsense"):
        with pytest.raises(UnknownAction):
            add_task(FRAMEWORK, RESULT, after, unknown, later)


def test_everything_planned_for_a_team_is_found_by_its_id() -> None:
    tasks = find_tasks(FRAMEWORK, RESULT)
    assert {step.id for step in plan().steps} <= set(tasks)
    assert all(task.id == key for key, task in tasks.items())
    assert "act.culture.organisation.foundation.1" not in tasks
