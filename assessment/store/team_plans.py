"""Rows of teams' plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Text
from assessment.domain.team_plan import TeamPlan, TeamStep, TeamStepKind, TeamTask
from assessment.store.tables import DbTeamPlan, DbTeamPlanStep

_FIND = select(DbTeamPlan).where(DbTeamPlan.campaign_id == bindparam("key"))
_STEPS = select(DbTeamPlanStep).where(DbTeamPlanStep.campaign_id == bindparam("key")).order_by(DbTeamPlanStep.position)
_CLEAR_STEPS = delete(DbTeamPlanStep).where(DbTeamPlanStep.campaign_id == bindparam("key"))
_ADD_STEPS = insert(DbTeamPlanStep)
_CHANGING = ("start", "weeks", "weekly_hours", "at_most", "dropped")
_SQLITE = sqlite.insert(DbTeamPlan)
_POSTGRESQL = postgresql.insert(DbTeamPlan)
_PUT = {
    "sqlite": _SQLITE.on_conflict_do_update(
        index_elements=["campaign_id"], set_={name: _SQLITE.excluded[name] for name in _CHANGING}
    ),
    "postgresql": _POSTGRESQL.on_conflict_do_update(
        index_elements=["campaign_id"], set_={name: _POSTGRESQL.excluded[name] for name in _CHANGING}
    ),
}


@dataclass(frozen=True, slots=True)
class KeptTeamPlan:
    """A plan as the team left it. ``dropped`` are ids of steps it did not want, own ones included."""

    plan: TeamPlan
    dropped: tuple[str, ...] = ()


def find_team_plan(connection: Connection, campaign_id: str, tasks: Mapping[str, TeamTask]) -> KeptTeamPlan | None:
    """The plan of a campaign, or None. ``tasks`` are all that its result offers; own steps carry their texts."""
    row = connection.execute(_FIND, {"key": campaign_id}).one_or_none()
    if row is None:
        return None
    steps = tuple(_step(step, tasks) for step in connection.execute(_STEPS, {"key": campaign_id}))
    terms = PlanTerms(start=row.start, weekly_hours=row.weekly_hours, weeks=row.weeks, at_most=row.at_most)
    return KeptTeamPlan(TeamPlan(terms, steps), tuple(row.dropped))


def put_team_plan(connection: Connection, campaign_id: str, kept: KeptTeamPlan) -> None:
    """Store the plan in place of the one before. The campaign is to be locked by this transaction."""
    terms = kept.plan.terms
    connection.execute(
        _PUT[connection.dialect.name],
        {
            "campaign_id": campaign_id,
            "start": terms.start,
            "weeks": terms.weeks,
            "weekly_hours": terms.weekly_hours,
            "at_most": terms.at_most,
            "dropped": list(kept.dropped),
        },
    )
    connection.execute(_CLEAR_STEPS, {"key": campaign_id})
    if kept.plan.steps:
        rows = [_row(campaign_id, position, step) for position, step in enumerate(kept.plan.steps)]
        connection.execute(_ADD_STEPS, rows)


def _step(row: Row[Any], tasks: Mapping[str, TeamTask]) -> TeamStep:
    return TeamStep(
        task=_own_task(row) if row.kind == TeamStepKind.OWN else tasks[row.step_id],
        hours=row.hours,
        weeks=row.weeks,
        start=row.start,
        due=row.due,
        owner=row.owner,
        progress=row.progress,
        done_on=row.done_on,
        note=row.note,
        fixed=row.fixed,
    )


def _own_task(row: Row[Any]) -> TeamTask:
    return TeamTask(
        id=row.step_id,
        kind=TeamStepKind.OWN,
        competency=row.competency,
        hours=row.hours,
        weeks=row.weeks,
        title={"": row.title},
        how={"": row.how},
        evidence={"": row.evidence},
    )


def _row(campaign_id: str, position: int, step: TeamStep) -> dict[str, object]:
    task = step.task

    def own(text: Text | None) -> str:
        return (text or {}).get("", "") if task.kind is TeamStepKind.OWN else ""

    return {
        "campaign_id": campaign_id,
        "step_id": task.id,
        "position": position,
        "kind": task.kind.value,
        "competency": task.competency,
        "facet": task.facet,
        "title": own(task.title),
        "how": own(task.how),
        "evidence": own(task.evidence),
        "owner": step.owner,
        "hours": step.hours,
        "weeks": step.weeks,
        "start": step.start,
        "due": step.due,
        "progress": step.progress,
        "done_on": step.done_on,
        "note": step.note,
        "fixed": step.fixed,
    }
