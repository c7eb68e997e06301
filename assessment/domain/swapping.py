"""Swapping one step of a plan for another action, and taking an action up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessment.domain.actions import Action
from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, StepKind
from assessment.domain.framework import Framework
from assessment.domain.plan_steps import arrange_plan, get_step, step_of
from assessment.domain.refusals import UnknownAction
from assessment.domain.schedule import Schedule
from assessment.domain.scoring import score_sheet


def list_alternatives(
    framework: Framework, sheet: AnswerSheet, plan: DevelopmentPlan, step_id: str
) -> tuple[Action, ...]:
    """Actions that could stand in place of a step: of its competency and level, not in the plan yet.

    Nearest band first (to the one the competency has today), then the step's own facet, then the order of the bank.
    Empty for an own step without a competency. Raises UnknownStep.
    """
    step = get_step(plan, step_id)
    if step.competency is None:
        return ()
    in_plan = {other.id for other in plan.steps}
    bands = [band.id for band in framework.bands]
    today = _band_today(framework, sheet, step)
    free = [
        action
        for action in framework.actions
        if action.competency == step.competency and action.level == sheet.level and action.id not in in_plan
    ]
    return tuple(
        sorted(
            free, key=lambda action: (abs(bands.index(action.band) - bands.index(today)), action.facet != step.facet)
        )
    )


def swap_step(
    framework: Framework, sheet: AnswerSheet, plan: DevelopmentPlan, step_id: str, action_id: str
) -> DevelopmentPlan:
    """The plan with another action in place of a step; all other steps stay as they are.

    The new step starts in the week of the old one or in the next week where it fits into the weekly hours and the
    weeks, else in the earliest one. Where it fits nowhere it starts with the old one all the same, because the person
    chose it. Raises UnknownStep, and UnknownAction for an action that is not among the alternatives.
    """
    old = get_step(plan, step_id)
    chosen = next((a for a in list_alternatives(framework, sheet, plan, step_id) if a.id == action_id), None)
    if chosen is None:
        raise UnknownAction(action_id)
    others = tuple(step for step in plan.steps if step.id != step_id)
    schedule = Schedule(plan.terms, others)
    weeks = schedule.weeks_for(chosen.hours, chosen.weeks)
    start = (
        schedule.find_start(chosen.hours, weeks, old.start)
        or schedule.find_start(chosen.hours, weeks, plan.terms.start)
        or old.start
    )
    return arrange_plan(framework, sheet, replace(plan, steps=(*others, step_of(chosen, start, weeks))))


def add_action(
    framework: Framework, sheet: AnswerSheet, plan: DevelopmentPlan, action_id: str, not_before: date
) -> DevelopmentPlan:
    """The plan with one more action of its level; all other steps stay as they are.

    It starts in the earliest week on or after ``not_before`` in which it fits, and where it fits nowhere in the first
    such week all the same, because the person chose it. Raises UnknownAction for one of another level, one that the
    framework does not have, or one that is in the plan already.
    """
    in_plan = {step.id for step in plan.steps}
    chosen = next((a for a in framework.actions if a.id == action_id and a.level == sheet.level), None)
    if chosen is None or action_id in in_plan:
        raise UnknownAction(action_id)
    schedule = Schedule(plan.terms, plan.steps)
    weeks = schedule.weeks_for(chosen.hours, chosen.weeks)
    start = schedule.find_start(chosen.hours, weeks, not_before) or max(plan.terms.start, not_before)
    return arrange_plan(framework, sheet, replace(plan, steps=(*plan.steps, step_of(chosen, start, weeks))))


def _band_today(framework: Framework, sheet: AnswerSheet, step: PlanStep) -> str:
    """Band of the step's competency; without a score that of the step's action, or the lowest for an own step."""
    if step.competency is not None:
        band = score_sheet(framework, sheet).competency(step.competency).band
        if band is not None:
            return band
    return framework.action(step.id).band if step.kind is StepKind.ACTION else framework.bands[0].id
