"""Accounts of people whom an identity provider has recognised."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.account_refusals import AccountClosed, AddressNotVerified
from assessment.domain.people import LONGEST_NAME
from assessment.store import accounts
from assessment.store.accounts import StoredAccount
from assessment.store.database import transaction
from assessment.use_cases.accounts import plain_address
from assessment.use_cases.make_account import add_account
from assessment.use_cases.own_words import cut_line


def find_or_make_account(
    issuer: str, subject: str, *, email: str, is_verified: bool, name: str, locale: str, now: datetime
) -> int:
    """Id of the account of whoever ``issuer`` knows as ``subject``, from the first sign-on on.

    The first time it is the account with the same address, or a new one, and only when the provider says that the
    address is verified. An account that waits for confirmation loses its password on the way: whoever set it has never
    shown that the address is theirs. Raises AddressNotVerified, AccountClosed.
    """
    with transaction() as connection:
        known = accounts.find_user_of_identity(connection, issuer, subject)
        if known is not None:
            return _open(accounts.find_account(connection, known))
        address = plain_address(email)
        if not is_verified or not address:
            raise AddressNotVerified
        user_id = _account_of(connection, address, name=name, locale=locale, now=now)
        accounts.add_identity(connection, issuer, subject, user_id)
    return user_id


def _account_of(connection: Connection, address: str, *, name: str, locale: str, now: datetime) -> int:
    stored = accounts.find_account_by_email(connection, address)
    if stored is None:
        made = add_account(
            connection,
            address,
            password_hash=None,
            now=now,
            name=cut_line(name, LONGEST_NAME),
            locale=locale,
            time_zone="UTC",
            roles=(),
            confirmed=True,
        )
        return made.id
    user_id = _open(stored)
    if stored.confirmed_at is None:
        accounts.confirm_anew(connection, user_id, now, password_hash=None, uniquifier=uuid.uuid4().hex)
    return user_id


def _open(stored: StoredAccount | None) -> int:
    """The id of an account that is open to its owner."""
    if stored is None or not stored.active:
        raise AccountClosed
    return stored.id
