"""Rows of teams' plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Text
from assessment.domain.people import name_with_address
from assessment.domain.team_plan import TeamPlan, TeamStep, TeamStepKind, TeamTask
from assessment.store.tables import DbCampaign, DbTeamMember, DbTeamPlan, DbTeamPlanStep

_FIND = select(DbTeamPlan).where(DbTeamPlan.campaign_id == bindparam("key"))
_MEMBER = func.coalesce(func.nullif(DbTeamMember.name, ""), DbTeamMember.email).label("member")
_COLUMNS: tuple[Any, ...] = (*DbTeamPlanStep.__table__.columns, _MEMBER)
_STEPS = (
    select(*_COLUMNS)
    .outerjoin(DbTeamMember, DbTeamMember.id == DbTeamPlanStep.owner_id)
    .where(DbTeamPlanStep.campaign_id == bindparam("key"))
    .order_by(DbTeamPlanStep.position)
)
_PEOPLE = select(DbTeamMember.id, DbTeamMember.name, DbTeamMember.email)
_PEOPLE_OF_TEAM = _PEOPLE.where(DbTeamMember.team_id == bindparam("key"))
_PEOPLE_OF_CAMPAIGN = _PEOPLE.join(DbCampaign, DbCampaign.team_id == DbTeamMember.team_id).where(
    DbCampaign.id == bindparam("key")
)
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
    """Store the plan in place of the one before. The campaign is to be locked by this transaction.

    An owner who is a member is stored as that member, not by name: by the name if nobody else of the team has it, by
    the address, or by both as ``name_with_address`` puts them.
    """
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
        people = _stand_for(connection.execute(_PEOPLE_OF_CAMPAIGN, {"key": campaign_id}))
        rows = [_row(campaign_id, position, step, people) for position, step in enumerate(kept.plan.steps)]
        connection.execute(_ADD_STEPS, rows)


def _step(row: Row[Any], tasks: Mapping[str, TeamTask]) -> TeamStep:
    return TeamStep(
        task=_own_task(row) if row.kind == TeamStepKind.OWN else tasks[row.step_id],
        hours=row.hours,
        weeks=row.weeks,
        start=row.start,
        due=row.due,
        owner=row.owner or row.member or "",
        owner_id=row.owner_id,
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


def forget_owner(connection: Connection, user_id: int, email: str) -> None:
    """Leave no words in plans of a person's teams that stand for that person: a member who is about to go.

    A name that another member has too stays: it stands for that one as well.
    """
    mine = or_(DbTeamMember.user_id == user_id, DbTeamMember.email == email)
    for member_id, team_id in connection.execute(select(DbTeamMember.id, DbTeamMember.team_id).where(mine)).all():
        people = connection.execute(_PEOPLE_OF_TEAM, {"key": team_id})
        words = [word for word, member in _stand_for(people).items() if member == member_id]
        in_team = select(DbCampaign.id).where(DbCampaign.team_id == team_id).scalar_subquery()
        named = (DbTeamPlanStep.campaign_id.in_(in_team), DbTeamPlanStep.owner.in_(words))
        connection.execute(update(DbTeamPlanStep).where(*named).values(owner="", owner_id=member_id))


def _stand_for(people: Iterable[Row[str, str, str]]) -> dict[str, str]:
    """Ids of members, by whatever stands for one of them alone; ``people`` by id, name and address."""
    known = tuple(people)
    names = Counter(name for _, name, _ in known)
    alone = {name: member for member, name, _ in known if name and names[name] == 1}
    both = {name_with_address(name, email): member for member, name, email in known}
    return alone | both | {email: member for member, _, email in known}


def _row(campaign_id: str, position: int, step: TeamStep, people: Mapping[str, str]) -> dict[str, object]:
    task = step.task
    owner_id = step.owner_id or people.get(step.owner)

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
        "owner": "" if owner_id else step.owner,
        "owner_id": owner_id,
        "hours": step.hours,
        "weeks": step.weeks,
        "start": step.start,
        "due": step.due,
        "progress": step.progress,
        "done_on": step.done_on,
        "note": step.note,
        "fixed": step.fixed,
    }
