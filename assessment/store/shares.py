"""With whom owners share their results, and in which capacities accounts may be shown them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, literal, select, update

from assessment.domain.people import TeamRole
from assessment.store.keys import is_key
from assessment.store.tables import DbOrganisationAdmin, DbOwnedAssessment, DbShare, DbTeamMember, DbUser


@dataclass(frozen=True, slots=True)
class StoredShare:
    """A share that holds: one that was taken back, or whose owner's account is closed or gone, is not found.

    ``owner_id``, ``owner_email`` and ``owner_name`` say whose result it is; ``recipient`` is in lower case.
    """

    id: str
    assessment_id: str
    recipient: str
    with_plan: bool
    shared_at: datetime
    owner_id: int
    owner_email: str
    owner_name: str


_HOLDS = (
    select(
        DbShare.id,
        DbShare.assessment_id,
        DbShare.recipient,
        DbShare.with_plan,
        DbShare.shared_at,
        DbUser.id.label("owner_id"),
        DbUser.email,
        DbUser.name,
    )
    .join(DbOwnedAssessment, DbOwnedAssessment.assessment_id == DbShare.assessment_id)
    .join(DbUser, DbUser.id == DbOwnedAssessment.user_id)
    .where(DbShare.revoked_at.is_(None), DbUser.active)
)
_NEWEST_FIRST = (DbShare.shared_at.desc(), DbShare.id)
_BY_ID = _HOLDS.where(DbShare.id == bindparam("key"))
_LOCK = select(DbShare.id).where(DbShare.id == bindparam("key")).with_for_update()
_OF_ASSESSMENT = _HOLDS.where(DbShare.assessment_id == bindparam("key")).order_by(*_NEWEST_FIRST)
_OF_OWNER = _HOLDS.where(DbUser.id == bindparam("key")).order_by(*_NEWEST_FIRST)
_TO_RECIPIENT = _HOLDS.where(DbShare.recipient == bindparam("key")).order_by(*_NEWEST_FIRST)
_ADD = insert(DbShare)
_REVOKE = (
    update(DbShare)
    .where(DbShare.id == bindparam("key"), DbShare.revoked_at.is_(None))
    .values(revoked_at=bindparam("at"))
)
_CAPACITIES = select(
    select(literal(1))
    .where(DbTeamMember.user_id == bindparam("of_user"), DbTeamMember.role == TeamRole.LEAD)
    .exists()
    .label("leads"),
    select(literal(1)).where(DbOrganisationAdmin.user_id == bindparam("of_user")).exists().label("administers"),
)


def add_share(
    connection: Connection, *, share_id: str, assessment_id: str, recipient: str, with_plan: bool, at: datetime
) -> None:
    connection.execute(
        _ADD,
        {
            "id": share_id,
            "assessment_id": assessment_id,
            "recipient": recipient,
            "with_plan": with_plan,
            "shared_at": at,
            "revoked_at": None,
        },
    )


def find_share(connection: Connection, share_id: str) -> StoredShare | None:
    if not is_key(share_id):
        return None
    row = connection.execute(_BY_ID, {"key": share_id}).one_or_none()
    return None if row is None else _read(row)


def lock_share(connection: Connection, share_id: str) -> StoredShare | None:
    """Like find_share, and no other writer touches it until the transaction ends."""
    if not is_key(share_id):
        return None
    connection.execute(_LOCK, {"key": share_id})
    return find_share(connection, share_id)


def list_shares(connection: Connection, assessment_id: str) -> tuple[StoredShare, ...]:
    """With whom a result is shared, newest first."""
    return tuple(map(_read, connection.execute(_OF_ASSESSMENT, {"key": assessment_id})))


def list_shares_of(connection: Connection, user_id: int, *, limit: int) -> tuple[tuple[StoredShare, ...], int]:
    """What an account shares with others, newest first, and how many there are."""
    return _page(connection, _OF_OWNER, user_id, limit, 0)


def list_shares_with(
    connection: Connection, recipient: str, *, limit: int, offset: int
) -> tuple[tuple[StoredShare, ...], int]:
    """What is shared with an address, newest first, and how many there are."""
    return _page(connection, _TO_RECIPIENT, recipient, limit, offset)


def revoke_share(connection: Connection, share_id: str, at: datetime) -> None:
    connection.execute(_REVOKE, {"key": share_id, "at": at})


def find_capacities(connection: Connection, user_id: int) -> tuple[bool, bool]:
    """Whether the account leads a team, and whether it administers an organisation."""
    row = connection.execute(_CAPACITIES, {"of_user": user_id}).one()
    return bool(row.leads), bool(row.administers)


def _page(
    connection: Connection, statement: Select[*tuple[Any, ...]], key: object, limit: int, offset: int
) -> tuple[tuple[StoredShare, ...], int]:
    rows = connection.execute(statement.limit(limit).offset(offset), {"key": key})
    counted = select(func.count()).select_from(statement.order_by(None).subquery())
    return tuple(map(_read, rows)), int(connection.execute(counted, {"key": key}).scalar_one())


def _read(row: Row[*tuple[Any, ...]]) -> StoredShare:
    return StoredShare(*tuple(row))
