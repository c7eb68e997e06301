"""Accounts as other parts of the service see them."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.store import accounts
from assessment.store.accounts import StoredAccount
from assessment.store.database import reading

SITE_ADMIN = "site_admin"
"""Role of who may do what concerns the whole site."""

TRAINER = "trainer"
"""Role of a trainer."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in. ``email`` is in lower case; ``time_zone`` an IANA name; ``roles`` hold for the site."""

    id: int
    email: str
    name: str
    locale: str
    time_zone: str
    confirmed: bool
    roles: frozenset[str]


def find_account(user_id: int) -> Account | None:
    """The account of that id; None if there is none, or it was closed to its owner."""
    with reading() as connection:
        return to_account(accounts.find_account(connection, user_id))


def find_account_by_email(email: str) -> Account | None:
    """The account with that address, however its letters are written."""
    with reading() as connection:
        return to_account(accounts.find_account_by_email(connection, plain_address(email)))


def plain_address(email: str) -> str:
    """An address as accounts, teams and mails keep it: without spaces around it, in lower case."""
    return email.strip().lower()


def to_account(stored: StoredAccount | None) -> Account | None:
    """None for no account and for one that is not active."""
    if stored is None or not stored.active:
        return None
    return Account(
        id=stored.id,
        email=stored.email,
        name=stored.name,
        locale=stored.locale,
        time_zone=stored.time_zone,
        confirmed=stored.confirmed_at is not None,
        roles=stored.roles,
    )
