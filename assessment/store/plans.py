"""Rows of development plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.development_plan import DevelopmentPlan, PlanStep, PlanTerms, StepKind
from assessment.domain.framework import Framework, Text
from assessment.store.tables import DbPlan, DbPlanStep

_FIND = select(DbPlan).where(DbPlan.assessment_id == bindparam("key"))
_STEPS = select(DbPlanStep).where(DbPlanStep.assessment_id == bindparam("key")).order_by(DbPlanStep.position)
_CLEAR_STEPS = delete(DbPlanStep).where(DbPlanStep.assessment_id == bindparam("key"))
_ADD_STEPS = insert(DbPlanStep)
_CHANGING = ("start", "weekly_hours", "weeks", "at_most", "next_bottleneck", "dropped")
_SQLITE = sqlite.insert(DbPlan)
_POSTGRESQL = postgresql.insert(DbPlan)
_PUT = {
    "sqlite": _SQLITE.on_conflict_do_update(
        index_elements=["assessment_id"], set_={name: _SQLITE.excluded[name] for name in _CHANGING}
    ),
    "postgresql": _POSTGRESQL.on_conflict_do_update(
        index_elements=["assessment_id"], set_={name: _POSTGRESQL.excluded[name] for name in _CHANGING}
    ),
}


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as the person left it. ``dropped`` are ids of steps they did not want, own ones included."""

    plan: DevelopmentPlan
    dropped: tuple[str, ...] = ()


def find_plan(connection: Connection, assessment_id: str, framework: Framework) -> KeptPlan | None:
    """The plan with the texts of its actions taken from the framework it was made with."""
    row = connection.execute(_FIND, {"key": assessment_id}).one_or_none()
    if row is None:
        return None
    steps = tuple(_step(step, framework) for step in connection.execute(_STEPS, {"key": assessment_id}))
    terms = PlanTerms(start=row.start, weekly_hours=row.weekly_hours, weeks=row.weeks, at_most=row.at_most)
    return KeptPlan(DevelopmentPlan(terms, steps, row.next_bottleneck), tuple(row.dropped))


def put_plan(connection: Connection, assessment_id: str, kept: KeptPlan) -> None:
    """Store the plan in place of the one before. The assessment is to be locked by this transaction."""
    plan = kept.plan
    connection.execute(
        _PUT[connection.dialect.name],
        {
            "assessment_id": assessment_id,
            "start": plan.terms.start,
            "weekly_hours": plan.terms.weekly_hours,
            "weeks": plan.terms.weeks,
            "at_most": plan.terms.at_most,
            "next_bottleneck": plan.next_bottleneck,
            "dropped": list(kept.dropped),
        },
    )
    connection.execute(_CLEAR_STEPS, {"key": assessment_id})
    if plan.steps:
        rows = [_row(assessment_id, position, step) for position, step in enumerate(plan.steps)]
        connection.execute(_ADD_STEPS, rows)


def _step(row: Row[Any], framework: Framework) -> PlanStep:
    kind = StepKind(row.kind)
    action = framework.action(row.step_id) if kind is StepKind.ACTION else None

    def same(text: str) -> Text:
        return dict.fromkeys(framework.locales, text)

    return PlanStep(
        id=row.step_id,
        kind=kind,
        competency=row.competency,
        facet=row.facet,
        title=action.title if action else same(row.title),
        how=action.how if action else same(row.how),
        evidence=action.evidence if action else same(row.evidence),
        hours=row.hours,
        weeks=row.weeks,
        start=row.start,
        due=row.due,
        courses=action.courses if action else (),
        resources=action.resources if action else (),
        done_on=row.done_on,
        note=row.note,
        fixed=row.fixed,
    )


def _row(assessment_id: str, position: int, step: PlanStep) -> dict[str, object]:
    def own(text: Text) -> str:
        return next(iter(text.values()), "") if step.kind is StepKind.OWN else ""

    return {
        "assessment_id": assessment_id,
        "step_id": step.id,
        "position": position,
        "kind": step.kind.value,
        "competency": step.competency,
        "facet": step.facet,
        "title": own(step.title),
        "how": own(step.how),
        "evidence": own(step.evidence),
        "hours": step.hours,
        "weeks": step.weeks,
        "start": step.start,
        "due": step.due,
        "done_on": step.done_on,
        "note": step.note,
        "fixed": step.fixed,
    }
