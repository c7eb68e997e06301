"""Accounts of the site as its administrator sees them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, true, update

from assessment.store.tables import DbAccountSession, DbRole, DbUser, user_roles


@dataclass(frozen=True, slots=True)
class ListedAccount:
    """An account without anything that it holds."""

    id: int
    email: str
    active: bool
    created_at: datetime
    confirmed_at: datetime | None
    roles: tuple[str, ...]


def list_accounts(
    connection: Connection, *, part: str, limit: int, offset: int
) -> tuple[tuple[ListedAccount, ...], int]:
    """Accounts whose address contains ``part`` (in lower case), by address, and how many there are."""
    wanted = DbUser.email.contains(part, autoescape=True) if part else true()
    page = (
        select(DbUser.id, DbUser.email, DbUser.active, DbUser.created_at, DbUser.confirmed_at)
        .where(wanted)
        .order_by(DbUser.email)
        .limit(limit)
        .offset(offset)
    )
    rows = connection.execute(page).all()
    roles: dict[int, list[str]] = defaultdict(list)
    named = (
        select(user_roles.c.user_id, DbRole.name)
        .join(DbRole, DbRole.id == user_roles.c.role_id)
        .where(user_roles.c.user_id.in_([row.id for row in rows]))
        .order_by(DbRole.name)
    )
    for user_id, name in connection.execute(named):
        roles[user_id].append(name)
    count = connection.execute(select(func.count()).select_from(DbUser).where(wanted)).scalar_one()
    return tuple(
        ListedAccount(row.id, row.email, row.active, row.created_at, row.confirmed_at, tuple(roles[row.id]))
        for row in rows
    ), count


def set_active(connection: Connection, user_id: int, *, active: bool) -> str | None:
    """Open or close an account to its owner; its address, None where nothing changed."""
    changed = (
        update(DbUser)
        .where(DbUser.id == user_id, DbUser.active != active)
        .values(active=active)
        .returning(DbUser.email)
    )
    email: str | None = connection.execute(changed).scalar_one_or_none()
    return email


def end_sessions(connection: Connection, user_id: int) -> None:
    """Sign an account out everywhere."""
    connection.execute(delete(DbAccountSession).where(DbAccountSession.user_id == user_id))
