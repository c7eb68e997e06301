"""Swapping one step of a team's plan for another task, taking a task up again, and finding tasks by their id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import UnknownAction, UnknownStep
from assessment.domain.schedule import Schedule
from assessment.domain.team_gaps import list_gap_tasks
from assessment.domain.team_plan import TeamPlan, TeamStep, TeamTask
from assessment.domain.team_planning import arrange, step_of, task_of
from assessment.domain.team_result import TeamResult


def find_tasks(framework: Framework, result: TeamResult) -> Mapping[str, TeamTask]:
    """Everything that can be planned for the team, by id: tasks for its gaps, then the bank's actions.

    Ids are stored with plans: a task that was once offered for a result stays under its id.
    """
    gaps = [task for spoke in result.competencies for task in list_gap_tasks(framework, spoke)]
    actions = [task_of(action) for action in framework.actions if action.level == Level.TEAM]
    return {task.id: task for task in (*gaps, *actions)}


def get_step(plan: TeamPlan, step_id: str) -> TeamStep:
    """The step of that id; raises UnknownStep."""
    for step in plan.steps:
        if step.id == step_id:
            return step
    raise UnknownStep(step_id)


def list_alternatives(framework: Framework, result: TeamResult, plan: TeamPlan, step_id: str) -> tuple[TeamTask, ...]:
    """Tasks that could stand in place of a step: of its competency, not in the plan yet.

    Tasks for its gaps first, then actions: nearest band first (to the told one, where one was told), then the step's
    own facet, then the order of the bank. Empty for an own step without a competency. Raises UnknownStep.
    """
    step = get_step(plan, step_id)
    if step.task.competency is None:
        return ()
    in_plan = {other.id for other in plan.steps}
    bands = [band.id for band in framework.bands]
    told = next((s.score.band for s in result.competencies if s.competency == step.task.competency), None)
    near = bands.index(told or step.task.band or bands[0])
    free = [
        task
        for task in find_tasks(framework, result).values()
        if task.competency == step.task.competency and task.id not in in_plan
    ]

    def far(task: TeamTask) -> tuple[int, bool]:
        distance = -1 if task.band is None else abs(bands.index(task.band) - near)
        return distance, task.facet != step.task.facet

    return tuple(sorted(free, key=far))


def swap_step(framework: Framework, result: TeamResult, plan: TeamPlan, step_id: str, task_id: str) -> TeamPlan:
    """The plan with another task in place of a step, seen to by the same owner; all other steps stay as they are.

    It starts in the week of the old one or in the next week where it fits, else in the earliest one, else with the old
    one all the same, because somebody chose it. Raises UnknownStep, and UnknownAction for no alternative.
    """
    old = get_step(plan, step_id)
    chosen = next((t for t in list_alternatives(framework, result, plan, step_id) if t.id == task_id), None)
    if chosen is None:
        raise UnknownAction(task_id)
    others = TeamPlan(plan.terms, tuple(step for step in plan.steps if step.id != step_id))
    new = _placed(others, chosen, old.start)
    return arrange(
        TeamPlan(plan.terms, (*others.steps, replace(new, owner=old.owner, owner_id=old.owner_id, fixed=True)))
    )


def add_task(framework: Framework, result: TeamResult, plan: TeamPlan, task_id: str, not_before: date) -> TeamPlan:
    """The plan with one more task; all other steps stay as they are.

    It starts in the earliest week on or after ``not_before`` in which it fits, and where it fits nowhere in the first
    such week all the same. Raises UnknownAction for a task that there is not, or that is in the plan already.
    """
    task = find_tasks(framework, result).get(task_id)
    if task is None or any(step.id == task_id for step in plan.steps):
        raise UnknownAction(task_id)
    step = _placed(plan, task, max(not_before, plan.terms.start), wrap=False)
    return arrange(TeamPlan(plan.terms, (*plan.steps, replace(step, fixed=True))))


def _placed(plan: TeamPlan, task: TeamTask, wanted: date, *, wrap: bool = True) -> TeamStep:
    """The task where it fits from ``wanted`` on, with ``wrap`` in the earliest week else, and at ``wanted`` at last."""
    schedule = Schedule(plan.terms, plan.steps)
    weeks = schedule.weeks_for(task.hours, task.weeks)
    start = schedule.find_start(task.hours, weeks, wanted)
    if start is None and wrap:
        start = schedule.find_start(task.hours, weeks, plan.terms.start)
    return step_of(task, start or wanted, weeks)
