"""Rows of organisations and of those who administer them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, union, update

from assessment.domain.natural_order import natural_key
from assessment.store.keys import is_key
from assessment.store.tables import DbOrganisation, DbOrganisationAdmin, DbTeam, DbTeamMember, DbUser


@dataclass(frozen=True, slots=True)
class StoredOrganisation:
    """An organisation as stored."""

    id: str
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class StoredAdministrator:
    """An account that administers an organisation."""

    user_id: int
    email: str
    name: str


_ALL = select(*DbOrganisation.__table__.columns)
_ADMINISTERED = _ALL.join(DbOrganisationAdmin, DbOrganisationAdmin.organisation_id == DbOrganisation.id)


def find_administered(connection: Connection, organisation_id: str, user_id: int) -> StoredOrganisation | None:
    """The organisation, if the account administers it."""
    if not is_key(organisation_id):
        return None
    mine = _ADMINISTERED.where(DbOrganisation.id == organisation_id, DbOrganisationAdmin.user_id == user_id)
    row = connection.execute(mine).one_or_none()
    return None if row is None else StoredOrganisation(*row)


def lock_organisation(connection: Connection, organisation_id: str) -> None:
    """No other writer touches this organisation or its administrators until the transaction ends."""
    if not is_key(organisation_id):
        return
    connection.execute(
        select(DbOrganisation.id).where(DbOrganisation.id == organisation_id).with_for_update(of=DbOrganisation)
    )


def list_administered(connection: Connection, user_id: int) -> tuple[StoredOrganisation, ...]:
    """The organisations an account administers, by name."""
    rows = connection.execute(_ADMINISTERED.where(DbOrganisationAdmin.user_id == user_id))
    found = (StoredOrganisation(*row) for row in rows)
    return tuple(sorted(found, key=lambda organisation: (natural_key(organisation.name), organisation.id)))


def find_name(connection: Connection, organisation_id: str) -> str | None:
    return connection.execute(
        select(DbOrganisation.name).where(DbOrganisation.id == organisation_id)
    ).scalar_one_or_none()


def add_organisation(connection: Connection, stored: StoredOrganisation) -> None:
    connection.execute(insert(DbOrganisation), asdict(stored))


def rename_organisation(connection: Connection, organisation_id: str, name: str) -> None:
    connection.execute(update(DbOrganisation).where(DbOrganisation.id == organisation_id).values(name=name))


def list_administrators(connection: Connection, organisation_id: str) -> tuple[StoredAdministrator, ...]:
    """Who administers the organisation, by address."""
    rows = connection.execute(
        select(DbUser.id, DbUser.email, DbUser.name)
        .join(DbOrganisationAdmin, DbOrganisationAdmin.user_id == DbUser.id)
        .where(DbOrganisationAdmin.organisation_id == organisation_id)
        .order_by(DbUser.email)
    )
    return tuple(StoredAdministrator(*row) for row in rows)


def add_administrator(connection: Connection, organisation_id: str, user_id: int) -> None:
    connection.execute(insert(DbOrganisationAdmin), {"organisation_id": organisation_id, "user_id": user_id})


def remove_administrator(connection: Connection, organisation_id: str, user_id: int) -> None:
    mine = (DbOrganisationAdmin.organisation_id == organisation_id, DbOrganisationAdmin.user_id == user_id)
    connection.execute(delete(DbOrganisationAdmin).where(*mine))


def find_account_among_teams(connection: Connection, organisation_id: str, email: str) -> int | None:
    """The account with that address, if it is in one of the organisation's teams."""
    found = (
        select(DbTeamMember.user_id)
        .join(DbTeam, DbTeam.id == DbTeamMember.team_id)
        .where(DbTeam.organisation_id == organisation_id, DbTeamMember.email == email)
        .where(DbTeamMember.user_id.is_not(None))
    )
    return connection.execute(found.limit(1)).scalar_one_or_none()


def list_present(connection: Connection, organisation_id: str, user_ids: Collection[int]) -> frozenset[int]:
    """Those of the accounts that are in one of the organisation's teams or administer it."""
    in_team = (
        select(DbTeamMember.user_id)
        .join(DbTeam, DbTeam.id == DbTeamMember.team_id)
        .where(DbTeam.organisation_id == organisation_id, DbTeamMember.user_id.in_(user_ids))
    )
    administering = select(DbOrganisationAdmin.user_id).where(
        DbOrganisationAdmin.organisation_id == organisation_id, DbOrganisationAdmin.user_id.in_(user_ids)
    )
    return frozenset(connection.execute(union(in_team, administering)).scalars())
