"""Rows of the people in teams."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from assessment.domain.natural_order import NaturalKey, natural_key
from assessment.domain.people import TeamRole
from assessment.store.keys import is_key
from assessment.store.tables import DbTeamMember, DbUser


@dataclass(frozen=True, slots=True)
class StoredMember:
    """Somebody in a team, as stored."""

    id: str
    team_id: str
    user_id: int | None
    email: str
    name: str
    locale: str
    role: str
    added_at: datetime
    confirmed_at: datetime | None


_ALL = select(*DbTeamMember.__table__.columns)


def list_members(connection: Connection, team_id: str) -> tuple[StoredMember, ...]:
    """Everybody of a team, by name and address: the order tells nothing about when they came."""
    rows = connection.execute(_ALL.where(DbTeamMember.team_id == team_id))
    return tuple(sorted((StoredMember(*row) for row in rows), key=_by_name))


def find_member(connection: Connection, team_id: str, member_id: str) -> StoredMember | None:
    if not is_key(member_id):
        return None
    found = _ALL.where(DbTeamMember.team_id == team_id, DbTeamMember.id == member_id)
    row = connection.execute(found).one_or_none()
    return None if row is None else StoredMember(*row)


def find_member_by_email(connection: Connection, team_id: str, email: str) -> StoredMember | None:
    """``email`` as it is stored: canonical, in lower case."""
    found = _ALL.where(DbTeamMember.team_id == team_id, DbTeamMember.email == email)
    row = connection.execute(found).one_or_none()
    return None if row is None else StoredMember(*row)


def find_member_of_account(connection: Connection, team_id: str, user_id: int) -> StoredMember | None:
    found = _ALL.where(DbTeamMember.team_id == team_id, DbTeamMember.user_id == user_id)
    row = connection.execute(found).first()
    return None if row is None else StoredMember(*row)


def list_leads(connection: Connection, team_id: str) -> tuple[StoredMember, ...]:
    """Leads whose account is known and open to them."""
    open_accounts = select(DbUser.id).where(DbUser.active)
    rows = connection.execute(
        _ALL.where(
            DbTeamMember.team_id == team_id,
            DbTeamMember.role == TeamRole.LEAD,
            DbTeamMember.user_id.in_(open_accounts),
        )
    )
    return tuple(sorted((StoredMember(*row) for row in rows), key=_by_name))


def add_members(connection: Connection, members: Iterable[StoredMember]) -> None:
    """New rows; none of the addresses may be in the team."""
    rows = [asdict(member) for member in members]
    if rows:
        connection.execute(insert(DbTeamMember), rows)


def change_member(connection: Connection, member_id: str, values: Mapping[str, object]) -> None:
    """Set columns of one row."""
    connection.execute(update(DbTeamMember).where(DbTeamMember.id == member_id).values(**values))


def confirm_members(connection: Connection, member_ids: Collection[str], *, at: datetime) -> None:
    """Those who used a join link are now known to hold their addresses, or a lead says so."""
    statement = update(DbTeamMember).where(DbTeamMember.id == bindparam("key")).values(confirmed_at=at)
    if member_ids:
        connection.execute(statement, [{"key": member_id} for member_id in member_ids])


def delete_member(connection: Connection, member_id: str) -> None:
    connection.execute(delete(DbTeamMember).where(DbTeamMember.id == member_id))


def _by_name(member: StoredMember) -> tuple[NaturalKey, str]:
    return natural_key(member.name or member.email), member.email
