"""The account of whoever looks after the site."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from assessment.store import accounts
from assessment.store.accounts import StoredAccount
from assessment.store.database import reading, transaction
from assessment.use_cases.accounts import SITE_ADMIN, Account, plain_address, to_account
from assessment.use_cases.mails import Mail, MailKind, enqueue, wake
from assessment.use_cases.make_account import add_account


@dataclass(frozen=True, slots=True)
class MadeAdmin:
    """The account. ``kept_password``: it existed with its address confirmed, so its password was not touched."""

    account: Account
    kept_password: bool


def keeps_password(email: str) -> bool:
    """Whether ``make_admin`` would leave the password of that address as it is, so that none need be asked for."""
    with reading() as connection:
        return _is_confirmed(accounts.find_account_by_email(connection, plain_address(email)))


def make_admin(email: str, *, password_hash: str | None, now: datetime, send_link: bool) -> MadeAdmin:
    """A confirmed account with the site's administration; one that exists gets the role as well.

    The password of a confirmed account stays as it is; nobody knows who set that of one that waits for confirmation,
    so it goes. A mail with a link to set one is written with ``send_link``, and where there would be none.
    """
    address = plain_address(email)
    with transaction() as connection:
        stored = accounts.find_account_by_email(connection, address)
        if stored is None:
            _add(connection, address, password_hash, now)
        else:
            _promote(connection, stored, password_hash, now)
        made = to_account(accounts.find_account_by_email(connection, address))
        if made is None:
            raise LookupError(f"the account of {address} vanished")
        kept = _is_confirmed(stored)
        if send_link or (password_hash is None and not kept):
            key = f"{MailKind.RESET_PASSWORD}/{made.id}/{now.isoformat()}"
            mail = Mail(key, MailKind.RESET_PASSWORD, made.email, made.locale, user_id=made.id)
            enqueue(connection, mail, now=now)
    wake()
    return MadeAdmin(made, kept_password=kept)


def _is_confirmed(stored: StoredAccount | None) -> bool:
    return stored is not None and stored.confirmed_at is not None


def _add(connection: Connection, address: str, password_hash: str | None, now: datetime) -> None:
    add_account(
        connection,
        address,
        password_hash=password_hash,
        now=now,
        name="",
        locale="en",
        time_zone="UTC",
        roles=(SITE_ADMIN,),
        confirmed=True,
    )


def _promote(connection: Connection, stored: StoredAccount, password_hash: str | None, now: datetime) -> None:
    accounts.activate(connection, stored.id)
    if stored.confirmed_at is None:
        accounts.confirm_anew(connection, stored.id, now, password_hash=password_hash, uniquifier=uuid.uuid4().hex)
    if SITE_ADMIN not in stored.roles:
        accounts.give_role(connection, stored.id, SITE_ADMIN)
