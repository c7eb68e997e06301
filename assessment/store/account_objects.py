"""Accounts as the objects that the accounts library changes: read in one transaction, written in another.

They are never attached to a session in between, so that nothing stays open while somebody's password is checked.
Writing updates the columns that were changed and no others.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.exc import StaleDataError

from assessment.store.tables import Base, DbPasskey, DbRole, DbUser

__all__ = [
    "AccountConflict",
    "Base",
    "DbPasskey",
    "DbRole",
    "DbUser",
    "find_role",
    "find_user",
    "find_user_of_passkey",
    "write_objects",
]

_KEYS = {
    "id": DbUser.id,
    "email": DbUser.email,
    "fs_uniquifier": DbUser.fs_uniquifier,
    "fs_webauthn_user_handle": DbUser.fs_webauthn_user_handle,
}


class AccountConflict(Exception):
    """Somebody else wrote first: took the address, or deleted the account. Nothing was written."""


def find_user(connection: Connection, key: str, value: object) -> DbUser | None:
    """An account with its roles and passkeys. ``key`` names a unique column; an address is in lower case."""
    return _find_user(connection, _KEYS[key] == value)


def find_user_of_passkey(connection: Connection, credential_id: bytes) -> DbUser | None:
    """The account that a passkey belongs to."""
    return _find_user(
        connection, DbUser.id.in_(select(DbPasskey.user_id).where(DbPasskey.credential_id == credential_id))
    )


def find_role(connection: Connection, name: str) -> DbRole | None:
    with _detaching(connection) as session:
        found = session.scalar(select(DbRole).where(DbRole.name == name))
        session.expunge_all()
    return found


def write_objects(connection: Connection, put: Iterable[Base], deleted: Iterable[Base]) -> None:
    """Insert what is new, update what was changed, delete the rest. New rows get their ids.

    Raises AccountConflict.
    """
    with _detaching(connection) as session:
        try:
            session.add_all(put)
            for each in deleted:
                session.delete(each)
            session.flush()
        except (IntegrityError, StaleDataError) as error:
            raise AccountConflict from error
        finally:
            session.expunge_all()


def _find_user(connection: Connection, condition: object) -> DbUser | None:
    with _detaching(connection) as session:
        statement = select(DbUser).options(selectinload(DbUser.webauthn)).where(condition)  # type: ignore[arg-type]
        found = session.scalar(statement)
        session.expunge_all()
    return found


def _detaching(connection: Connection) -> Session:
    """A session within the caller's transaction, which alone decides whether it is kept."""
    return Session(bind=connection, autoflush=False, expire_on_commit=False, join_transaction_mode="rollback_only")
