"""The steps of a plan: made from actions, found, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from assessment.domain.actions import Action
from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, StepKind
from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore
from assessment.domain.refusals import UnknownStep
from assessment.domain.schedule import last_day
from assessment.domain.scoring import score_competencies
from assessment.domain.what_if import simulate


def arrange_plan(framework: Framework, sheet: AnswerSheet, plan: DevelopmentPlan) -> DevelopmentPlan:
    """The plan with its steps in the order of their start and its next bottleneck found anew.

    To be used after any change of steps. Steps that start on the same day keep their order.
    """
    after = score_competencies(framework, simulate(framework, sheet, actions_of(framework, plan.steps)))
    whole = all(spoke.score is not None for spoke in after)
    bottleneck = list_weakest_first(after)[0] if whole else None
    steps = tuple(sorted(plan.steps, key=lambda step: step.start))
    return replace(plan, steps=steps, next_bottleneck=bottleneck)


def actions_of(framework: Framework, steps: Sequence[PlanStep]) -> tuple[Action, ...]:
    """The bank's actions among the steps, in their order; raises KeyError for one the framework does not have."""
    return tuple(framework.action(step.id) for step in steps if step.kind is StepKind.ACTION)


def step_of(action: Action, start: date, weeks: int) -> PlanStep:
    """An action as a step that begins on ``start`` and lasts so many whole weeks."""
    return PlanStep(
        id=action.id,
        kind=StepKind.ACTION,
        competency=action.competency,
        facet=action.facet,
        title=action.title,
        how=action.how,
        evidence=action.evidence,
        hours=float(action.hours),
        weeks=weeks,
        start=start,
        due=last_day(start, weeks),
        courses=action.courses,
        resources=action.resources,
    )


def get_step(plan: DevelopmentPlan, step_id: str) -> PlanStep:
    """The step of that id; raises UnknownStep."""
    for step in plan.steps:
        if step.id == step_id:
            return step
    raise UnknownStep(step_id)


def list_weakest_first(spokes: Iterable[CompetencyScore]) -> list[str]:
    """Competencies with a score, lowest first, ties in the order of the wheel."""
    scores = {spoke.competency: spoke.score for spoke in spokes if spoke.score is not None}
    return sorted(scores, key=scores.__getitem__)
