"""Rows of teams."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from assessment.domain.natural_order import natural_key
from assessment.store.keys import is_key
from assessment.store.tables import DbOrganisationAdmin, DbTeam, DbTeamMember


@dataclass(frozen=True, slots=True)
class StoredTeam:
    """A team as stored."""

    id: str
    organisation_id: str | None
    name: str
    locale: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class StoredStanding:
    """How an account stands to a team: its role among the members, if any, and whether it administers the owner."""

    team: StoredTeam
    role: str | None
    administers: bool


_COLUMNS = DbTeam.__table__.columns
_ALL = select(*_COLUMNS)


def find_team(connection: Connection, team_id: str) -> StoredTeam | None:
    if not is_key(team_id):
        return None
    row = connection.execute(_ALL.where(DbTeam.id == team_id)).one_or_none()
    return None if row is None else StoredTeam(*row)


def lock_team(connection: Connection, team_id: str) -> StoredTeam | None:
    """Like find_team, and no other writer touches this team or its members until the transaction ends."""
    if not is_key(team_id):
        return None
    row = connection.execute(_ALL.where(DbTeam.id == team_id).with_for_update(of=DbTeam)).one_or_none()
    return None if row is None else StoredTeam(*row)


def find_standing(connection: Connection, team_id: str, user_id: int) -> StoredStanding | None:
    """The team and how the account stands to it; None without such a team."""
    found = _standings(connection, user_id, team_id) if is_key(team_id) else []
    return found[0] if found else None


def list_standings(connection: Connection, user_id: int) -> tuple[StoredStanding, ...]:
    """The teams the account is in or administers, by name."""
    found = [standing for standing in _standings(connection, user_id) if standing.role or standing.administers]
    return tuple(sorted(found, key=lambda standing: (natural_key(standing.team.name), standing.team.id)))


def list_teams_of(connection: Connection, organisation_id: str) -> tuple[StoredTeam, ...]:
    """The teams of an organisation, by name."""
    rows = connection.execute(_ALL.where(DbTeam.organisation_id == organisation_id))
    return tuple(sorted((StoredTeam(*row) for row in rows), key=lambda team: (natural_key(team.name), team.id)))


def add_team(connection: Connection, stored: StoredTeam) -> None:
    connection.execute(insert(DbTeam), asdict(stored))


def change_team(connection: Connection, stored: StoredTeam) -> None:
    """Name, language and organisation as given."""
    values = {"name": stored.name, "locale": stored.locale, "organisation_id": stored.organisation_id}
    connection.execute(update(DbTeam).where(DbTeam.id == stored.id).values(**values))


def delete_team(connection: Connection, team_id: str) -> None:
    """The team and everything that hangs on it: members, join links, campaigns, what was published of them, plans."""
    connection.execute(delete(DbTeam).where(DbTeam.id == team_id))


def count_people(connection: Connection, team_ids: tuple[str, ...]) -> dict[str, int]:
    """How many people each of the teams has, whatever their role."""
    rows = connection.execute(
        select(DbTeamMember.team_id, func.count())
        .where(DbTeamMember.team_id.in_(team_ids))
        .group_by(DbTeamMember.team_id)
    )
    return dict.fromkeys(team_ids, 0) | {row[0]: row[1] for row in rows}


def _standings(connection: Connection, user_id: int, team_id: str | None = None) -> list[StoredStanding]:
    mine = and_(DbTeamMember.team_id == DbTeam.id, DbTeamMember.user_id == user_id)
    owner = and_(DbOrganisationAdmin.organisation_id == DbTeam.organisation_id, DbOrganisationAdmin.user_id == user_id)
    query = (
        select(*_COLUMNS, DbTeamMember.role, DbOrganisationAdmin.user_id)
        .join_from(DbTeam, DbTeamMember, mine, isouter=True)
        .join(DbOrganisationAdmin, owner, isouter=True)
    )
    concerned = or_(DbTeamMember.user_id.is_not(None), DbOrganisationAdmin.user_id.is_not(None))
    rows = connection.execute(query.where(concerned) if team_id is None else query.where(DbTeam.id == team_id))
    return [StoredStanding(StoredTeam(*row[:-2]), row[-2], row[-1] is not None) for row in rows]
