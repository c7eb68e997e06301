"""Rows of accounts and of the devices they are signed in on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from assessment.store.tables import DbAccountSession, DbIdentity, DbRole, DbUser, user_roles


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account as stored, without what proves who it is. ``email`` is in lower case."""

    id: int
    email: str
    name: str
    locale: str
    time_zone: str
    active: bool
    confirmed_at: datetime | None
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class StoredSession:
    """One device on which an account is signed in."""

    id: str
    user_id: int
    device: str
    started_at: datetime
    seen_at: datetime


_ACCOUNT = (
    DbUser.id,
    DbUser.email,
    DbUser.name,
    DbUser.locale,
    DbUser.time_zone,
    DbUser.active,
    DbUser.confirmed_at,
)
_SESSION = (
    DbAccountSession.id,
    DbAccountSession.user_id,
    DbAccountSession.device,
    DbAccountSession.started_at,
    DbAccountSession.seen_at,
)
_WITH_ROLES = (
    select(*_ACCOUNT, DbRole.name.label("role"))
    .outerjoin(user_roles, user_roles.c.user_id == DbUser.id)
    .outerjoin(DbRole, DbRole.id == user_roles.c.role_id)
)
_BY_ID = _WITH_ROLES.where(DbUser.id == bindparam("key"))
_BY_EMAIL = _WITH_ROLES.where(DbUser.email == bindparam("key"))
_ADD = insert(DbUser).returning(DbUser.id)
_ROLE = select(DbRole.id).where(DbRole.name == bindparam("key"))
_ADD_ROLE = insert(DbRole).returning(DbRole.id)
_GIVE_ROLE = insert(user_roles)
_IDENTITY = select(DbIdentity.user_id).where(
    DbIdentity.issuer == bindparam("of_issuer"), DbIdentity.subject == bindparam("of_subject")
)
_ADD_IDENTITY = insert(DbIdentity)
_CONFIRM = (
    update(DbUser)
    .where(DbUser.id == bindparam("key"))
    .values(confirmed_at=bindparam("at"), password=bindparam("new_password"), fs_uniquifier=bindparam("new_uniquifier"))
)
_ACTIVATE = update(DbUser).where(DbUser.id == bindparam("key")).values(active=True)
_BY_TOKEN = select(*_SESSION).where(DbAccountSession.token_hash == bindparam("key"))
_OF_USER = (
    select(*_SESSION)
    .where(DbAccountSession.user_id == bindparam("key"))
    .order_by(DbAccountSession.seen_at.desc(), DbAccountSession.id)
)
_ADD_SESSION = insert(DbAccountSession)
_NOTE_SEEN = update(DbAccountSession).where(DbAccountSession.id == bindparam("key")).values(seen_at=bindparam("at"))
_CHANGE_PROFILE = (
    update(DbUser)
    .where(DbUser.id == bindparam("key"))
    .values(name=bindparam("new_name"), locale=bindparam("new_locale"), time_zone=bindparam("new_time_zone"))
)
_USE_COUNTER = (
    update(DbUser)
    .where(
        DbUser.id == bindparam("key"),
        DbUser.tf_last_counter.is_(None) | (DbUser.tf_last_counter < bindparam("counter")),
    )
    .values(tf_last_counter=bindparam("counter"))
)
_RECOVERY_CODES = select(DbUser.mf_recovery_codes).where(DbUser.id == bindparam("key")).with_for_update()
_KEEP_CODES = update(DbUser).where(DbUser.id == bindparam("key")).values(mf_recovery_codes=bindparam("codes"))
_END_SESSION = delete(DbAccountSession).where(
    DbAccountSession.id == bindparam("key"), DbAccountSession.user_id == bindparam("of_user")
)
_END_TOKEN = delete(DbAccountSession).where(DbAccountSession.token_hash == bindparam("key"))
_END_OTHERS = delete(DbAccountSession).where(
    DbAccountSession.user_id == bindparam("of_user"), DbAccountSession.id != bindparam("kept")
)
_DELETE_UNCONFIRMED = delete(DbUser).where(DbUser.confirmed_at.is_(None), DbUser.created_at < bindparam("before"))
_END_OLD = delete(DbAccountSession).where(DbAccountSession.seen_at < bindparam("before"))


def find_account(connection: Connection, user_id: int) -> StoredAccount | None:
    return _find(connection, _BY_ID, user_id)


def find_account_by_email(connection: Connection, email: str) -> StoredAccount | None:
    """``email`` in lower case."""
    return _find(connection, _BY_EMAIL, email)


def add_account(connection: Connection, values: Mapping[str, object]) -> int:
    """A new row; its id. Columns that are not given stay empty."""
    user_id: int = connection.execute(_ADD, values).scalar_one()
    return user_id


def give_role(connection: Connection, user_id: int, role: str) -> None:
    """Let an account that has not got it have a role of the site."""
    role_id = connection.execute(_ROLE, {"key": role}).scalar_one_or_none()
    if role_id is None:
        role_id = connection.execute(_ADD_ROLE, {"name": role}).scalar_one()
    connection.execute(_GIVE_ROLE, {"user_id": user_id, "role_id": role_id})


def find_user_of_identity(connection: Connection, issuer: str, subject: str) -> int | None:
    """Id of the account that a provider's identity was linked to."""
    found: int | None = connection.execute(_IDENTITY, {"of_issuer": issuer, "of_subject": subject}).scalar_one_or_none()
    return found


def add_identity(connection: Connection, issuer: str, subject: str, user_id: int) -> None:
    connection.execute(_ADD_IDENTITY, {"issuer": issuer, "subject": subject, "user_id": user_id})


def confirm_anew(
    connection: Connection, user_id: int, at: datetime, *, password_hash: str | None, uniquifier: str
) -> None:
    """Confirm the address with this password or none; every link that was mailed before is worth nothing."""
    values = {"key": user_id, "at": at, "new_password": password_hash, "new_uniquifier": uniquifier}
    connection.execute(_CONFIRM, values)


def activate(connection: Connection, user_id: int) -> None:
    """Open an account to its owner again."""
    connection.execute(_ACTIVATE, {"key": user_id})


def find_session(connection: Connection, token_hash: str) -> StoredSession | None:
    row = connection.execute(_BY_TOKEN, {"key": token_hash}).one_or_none()
    return None if row is None else StoredSession(*row)


def list_sessions(connection: Connection, user_id: int) -> tuple[StoredSession, ...]:
    """All devices of an account, the one seen last first."""
    return tuple(StoredSession(*row) for row in connection.execute(_OF_USER, {"key": user_id}))


def add_session(connection: Connection, stored: StoredSession, token_hash: str) -> None:
    connection.execute(
        _ADD_SESSION,
        {
            "id": stored.id,
            "token_hash": token_hash,
            "user_id": stored.user_id,
            "device": stored.device,
            "started_at": stored.started_at,
            "seen_at": stored.seen_at,
        },
    )


def note_seen(connection: Connection, session_id: str, at: datetime) -> None:
    connection.execute(_NOTE_SEEN, {"key": session_id, "at": at})


def end_session(connection: Connection, user_id: int, session_id: str) -> None:
    connection.execute(_END_SESSION, {"key": session_id, "of_user": user_id})


def end_other_sessions(connection: Connection, user_id: int, kept: str | None) -> None:
    """Sign an account out everywhere, except on the device ``kept``."""
    connection.execute(_END_OTHERS, {"of_user": user_id, "kept": kept or ""})


def end_old_sessions(connection: Connection, before: datetime) -> int:
    """Forget devices of all accounts that were last seen before a moment; how many there were."""
    return connection.execute(_END_OLD, {"before": before}).rowcount


def delete_unconfirmed(connection: Connection, before: datetime) -> int:
    """Delete accounts made before a moment whose address nobody confirmed; how many there were."""
    return connection.execute(_DELETE_UNCONFIRMED, {"before": before}).rowcount


def change_profile(connection: Connection, user_id: int, *, name: str, locale: str, time_zone: str) -> None:
    connection.execute(
        _CHANGE_PROFILE, {"key": user_id, "new_name": name, "new_locale": locale, "new_time_zone": time_zone}
    )


def use_counter(connection: Connection, user_id: int, counter: int) -> bool:
    """Note that the code of a half minute was used; False when that one or a later one was used before."""
    return connection.execute(_USE_COUNTER, {"key": user_id, "counter": counter}).rowcount == 1


def spend_recovery_code(connection: Connection, user_id: int, code_hash: str) -> bool:
    """Take one recovery code away; False when it is not there."""
    kept = connection.execute(_RECOVERY_CODES, {"key": user_id}).scalar_one_or_none() or []
    if code_hash not in kept:
        return False
    connection.execute(_KEEP_CODES, {"key": user_id, "codes": [each for each in kept if each != code_hash]})
    return True


def end_session_of_token(connection: Connection, token_hash: str) -> None:
    """Sign out the device with that secret."""
    connection.execute(_END_TOKEN, {"key": token_hash})


def _find(connection: Connection, statement: Any, key: object) -> StoredAccount | None:
    rows = connection.execute(statement, {"key": key}).all()
    return _account(rows) if rows else None


def _account(rows: Sequence[Row[Any]]) -> StoredAccount:
    """Rows that differ in their role alone."""
    first = rows[0]
    return StoredAccount(
        id=first.id,
        email=first.email,
        name=first.name,
        locale=first.locale,
        time_zone=first.time_zone,
        active=first.active,
        confirmed_at=first.confirmed_at,
        roles=frozenset(row.role for row in rows if row.role is not None),
    )
