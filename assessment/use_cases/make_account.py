"""Making an account without its owner's registration: for the first administrator, and for identity providers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from assessment.store import accounts
from assessment.store.database import transaction
from assessment.use_cases.accounts import Account, plain_address, to_account


class AddressTaken(Exception):
    """There is an account with that address already."""


def make_account(
    email: str,
    *,
    password_hash: str | None,
    now: datetime,
    name: str = "",
    locale: str = "en",
    time_zone: str = "UTC",
    roles: Iterable[str] = (),
    confirmed: bool = True,
) -> Account:
    """A new account. Without a password its owner sets one by a mailed link, or signs in elsewhere.

    Raises AddressTaken.
    """
    with transaction() as connection:
        return add_account(
            connection,
            email,
            password_hash=password_hash,
            now=now,
            name=name,
            locale=locale,
            time_zone=time_zone,
            roles=roles,
            confirmed=confirmed,
        )


def add_account(
    connection: Connection,
    email: str,
    *,
    password_hash: str | None,
    now: datetime,
    name: str,
    locale: str,
    time_zone: str,
    roles: Iterable[str],
    confirmed: bool,
) -> Account:
    """The same inside a transaction of the caller. Raises AddressTaken."""
    address = plain_address(email)
    if accounts.find_account_by_email(connection, address) is not None:
        raise AddressTaken
    user_id = accounts.add_account(
        connection,
        {
            "email": address,
            "name": name,
            "locale": locale,
            "time_zone": time_zone,
            "password": password_hash,
            "active": True,
            "created_at": now,
            "confirmed_at": now if confirmed else None,
            "fs_uniquifier": uuid.uuid4().hex,
            "fs_webauthn_user_handle": uuid.uuid4().hex,
        },
    )
    for role in roles:
        accounts.give_role(connection, user_id, role)
    made = to_account(accounts.find_account(connection, user_id))
    if made is None:
        raise LookupError(f"account {user_id} vanished")
    return made
