"""Rows in teams and campaigns that belong to one address, and to the account that has confirmed it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, or_, select, update

from assessment.domain.people import TeamRole
from assessment.store.tables import DbRespondent, DbTeamMember, DbUser
from assessment.store.team_members import StoredMember

_MEMBERS = select(*DbTeamMember.__table__.columns)


def list_of_account(connection: Connection, user_id: int) -> tuple[StoredMember, ...]:
    """The rows that an account has in teams."""
    rows = connection.execute(_MEMBERS.where(DbTeamMember.user_id == user_id).order_by(DbTeamMember.id))
    return tuple(StoredMember(*row) for row in rows)


def is_unclaimed(connection: Connection, email: str) -> bool:
    """Whether a team or a campaign knows the address without knowing its account."""
    members = exists().where(DbTeamMember.email == email, DbTeamMember.user_id.is_(None))
    respondents = exists().where(DbRespondent.email == email, DbRespondent.user_id.is_(None))
    return bool(connection.execute(select(or_(members, respondents))).scalar_one())


def claim_members(connection: Connection, user_id: int, email: str, *, at: datetime) -> None:
    """Give the account the rows with its address, which is confirmed by that."""
    unclaimed = (DbTeamMember.email == email, DbTeamMember.user_id.is_(None))
    confirmed_at = func.coalesce(DbTeamMember.confirmed_at, at)
    connection.execute(update(DbTeamMember).where(*unclaimed).values(user_id=user_id, confirmed_at=confirmed_at))


def claim_respondents(connection: Connection, user_id: int, email: str) -> None:
    """Give the account what campaigns asked its address."""
    unclaimed = (DbRespondent.email == email, DbRespondent.user_id.is_(None))
    connection.execute(update(DbRespondent).where(*unclaimed).values(user_id=user_id))


def forget_members(connection: Connection, user_id: int, email: str) -> None:
    """Take the person out of every team."""
    mine = or_(DbTeamMember.user_id == user_id, DbTeamMember.email == email)
    connection.execute(delete(DbTeamMember).where(mine))


def forget_respondents(connection: Connection, user_id: int, email: str) -> None:
    """Leave of the person in campaigns the keyed hash alone; no more mails go there."""
    mine = or_(DbRespondent.user_id == user_id, DbRespondent.email == email)
    connection.execute(update(DbRespondent).where(mine).values(user_id=None, email=None, name="", withdrawn=True))


def list_led_alone(connection: Connection, user_id: int) -> tuple[str, ...]:
    """Ids of the teams in which the account is the only lead who has one that is open."""
    leads = (
        select(DbTeamMember.team_id)
        .join(DbUser, DbUser.id == DbTeamMember.user_id)
        .where(DbTeamMember.role == TeamRole.LEAD, DbUser.active)
        .group_by(DbTeamMember.team_id)
        .having(func.count() == 1, func.min(DbTeamMember.user_id) == user_id)
    )
    return tuple(connection.execute(leads.order_by(DbTeamMember.team_id)).scalars())
