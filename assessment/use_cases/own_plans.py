"""The plans that an account is at, and what comes next in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.development_plan import PlanStep
from assessment.store.database import reading
from assessment.store.plans import find_plan
from assessment.use_cases.own_assessments import History, OwnResult


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """The plan of a result: ``done`` of ``steps`` are done; ``next_step`` is the one due first, None when all are."""

    result: OwnResult
    steps: int
    done: int
    next_step: PlanStep | None


def list_plans(histories: Iterable[History]) -> tuple[OwnPlan, ...]:
    """For each history the plan of its newest result that has one with steps; older plans are past."""
    with reading() as connection:
        plans = []
        for history in histories:
            for result in history.results:
                kept = find_plan(connection, result.record.id, result.framework)
                if kept is not None and kept.plan.steps:
                    plans.append(_look(result, kept.plan.steps))
                    break
    return tuple(plans)


def _look(result: OwnResult, steps: tuple[PlanStep, ...]) -> OwnPlan:
    still_open = [step for step in steps if step.done_on is None]
    return OwnPlan(
        result=result,
        steps=len(steps),
        done=len(steps) - len(still_open),
        next_step=min(still_open, key=lambda step: (step.due, step.start)) if still_open else None,
    )
