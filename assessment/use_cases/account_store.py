"""Where the accounts library keeps accounts: it reads at once, and what it changes is written in one transaction.

The library was made for a session that stays open through a request. Here every look-up is a short transaction of its
own, changes are gathered, and ``save`` writes them together with their mails, sessions and log entries, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import current_app, g
from flask_security.core import RoleMixin, UserMixin, WebAuthnMixin
from flask_security.datastore import UserDatastore
from sqlalchemy import Connection

from assessment.domain.people import LONGEST_NAME
from assessment.store import account_objects
from assessment.store.account_objects import AccountConflict, Base, DbPasskey, DbRole, DbUser
from assessment.store.database import reading, transaction
from assessment.use_cases.accounts import plain_address
from assessment.use_cases.mails import Mail, enqueue, wake
from assessment.use_cases.own_words import cut_line
from assessment.use_cases.parts import Parts

__all__ = ["AccountChanges", "AccountConflict", "AccountStore", "discard", "gathered", "save"]


@dataclass
class AccountChanges:
    """What a request wants written. ``steps`` run inside the transaction after the objects, then mails are made;
    ``afterwards`` runs once everything is on disk. ``known`` are the accounts that were looked up, by id."""

    put: list[Base] = field(default_factory=list)
    deleted: list[Base] = field(default_factory=list)
    steps: list[Callable[[Connection], None]] = field(default_factory=list)
    mails: list[Callable[[], Mail]] = field(default_factory=list)
    afterwards: list[Callable[[], None]] = field(default_factory=list)
    known: dict[int, DbUser] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.put or self.deleted or self.steps or self.mails or self.afterwards)


def gathered() -> AccountChanges:
    """The changes of the present request."""
    if "account_changes" not in g:
        g.account_changes = AccountChanges()
    found: AccountChanges = g.account_changes
    return found


def discard() -> None:
    """Write nothing of what was gathered."""
    g.pop("account_changes", None)


def save() -> None:
    """Write everything gathered so far in one transaction; nothing when there is nothing.

    Raises AccountConflict, whatever a step refuses, and DatabaseUnavailable; then nothing was written.
    """
    changes = gathered()
    discard()
    if not changes:
        return
    with transaction() as connection:
        account_objects.write_objects(connection, changes.put, changes.deleted)
        for step in changes.steps:
            step(connection)
        for mail in changes.mails:
            enqueue(connection, mail(), now=_now())
    if changes.mails:
        wake()
    for follow in changes.afterwards:
        follow()


class AccountStore(UserDatastore):
    """The datastore that the accounts library is given."""

    def __init__(self) -> None:
        super().__init__(DbUser, DbRole, DbPasskey)

    def save_all(self) -> None:
        """What the library calls at the end of a request."""
        save()

    commit = save_all

    def put(self, model: Any) -> Any:
        """Have an object written, new or changed."""
        plain = _plain(model)
        if all(known is not plain for known in gathered().put):
            gathered().put.append(plain)
        return model

    def delete(self, model: Any) -> None:
        """Have an object deleted."""
        gathered().deleted.append(_plain(model))

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> UserMixin | None:  # noqa: ARG002
        """The account whose unique attribute has that value; always the same object in one request.

        Addresses are found however their letters are written.
        """
        key, value = kwargs.popitem()
        with reading() as connection:
            found = account_objects.find_user(connection, key, plain_address(value) if key == "email" else value)
        return None if found is None else _remember(found)

    def find_role(self, role: str) -> RoleMixin | None:
        with reading() as connection:
            return account_objects.find_role(connection, role)

    def find_webauthn(self, credential_id: bytes) -> WebAuthnMixin | None:
        """The passkey of that id, as its account holds it."""
        with reading() as connection:
            found = account_objects.find_user_of_passkey(connection, credential_id)
        if found is None:
            return None
        return next(key for key in _remember(found).webauthn if key.credential_id == credential_id)

    def create_user(self, **kwargs: Any) -> UserMixin:
        """A new account, written when the request saves."""
        kwargs["email"] = plain_address(kwargs["email"])
        kwargs["name"] = cut_line(kwargs.get("name", ""), LONGEST_NAME)
        for key, value in {"locale": "en", "time_zone": "UTC", "password": None}.items():
            kwargs.setdefault(key, value)
        return super().create_user(created_at=_now(), confirmed_at=None, **kwargs)

    def create_webauthn(self, user: UserMixin, *args: Any, **kwargs: Any) -> None:
        """A new passkey of an account, written when the request saves."""
        now = _now()
        _plain(user).webauthn.append(DbPasskey(*args, create_datetime=now, lastuse_datetime=now, **kwargs))
        self.put(user)


def _remember(found: DbUser) -> DbUser:
    """The object of this account that the request knows already, else this one."""
    return gathered().known.setdefault(found.id, found)


def _plain(model: Any) -> Any:
    """The object behind Flask's ``current_user``."""
    return model._get_current_object() if hasattr(model, "_get_current_object") else model  # noqa: SLF001


def _now() -> datetime:
    parts: Parts = current_app.extensions["cx_wheel"]
    return parts.clock()
