"""The plans an account is at."""

from __future__ import annotations

from datetime import timedelta

from assessment.use_cases.change_steps import tick_done
from assessment.use_cases.kept_frameworks import publish_frameworks
from assessment.use_cases.own_assessments import list_histories
from assessment.use_cases.own_plans import list_plans
from tests.factories import planned
from tests.factories.assessments import START
from tests.factories.owners import account, own_result
from tests.factories.shelves import shelf_of


def test_the_newest_plan_of_a_history_tells_its_next_step() -> None:
    shelf = shelf_of(planned.FRAMEWORK)
    publish_frameworks(shelf)
    anna = account()
    results = [
        own_result(shelf, anna, sheet=planned.SHEET, framework_id="planned", now=START + timedelta(days=day))
        for day in range(3)
    ]
    assert list_plans(list_histories(anna.id, most=4)) == ()

    for result in results[:2]:
        planned.look(result)
    steps = planned.look(results[1]).plan.steps
    (plan,) = list_plans(list_histories(anna.id, most=4))
    assert plan.result.record.id == results[1]
    assert (plan.done, plan.steps) == (0, len(steps))
    assert plan.next_step == min(steps, key=lambda step: (step.due, step.start))

    for step in steps:
        tick_done(results[1], step.id, done_on=planned.TODAY, today=planned.TODAY)
    (plan,) = list_plans(list_histories(anna.id, most=4))
    assert (plan.done, plan.next_step) == (len(steps), None)
