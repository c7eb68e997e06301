"""Where an account is signed in. A device proves itself by a secret in its cookie, known here by its hash alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assessment.store import accounts
from assessment.store.accounts import StoredSession
from assessment.store.database import DatabaseUnavailable, reading, transaction
from assessment.use_cases.accounts import Account, to_account
from assessment.use_cases.tokens import ID_BYTES, TOKEN_BYTES, TokenSource, hash_token

LONGEST_DEVICE = 200
IDLE = timedelta(days=30)
"""A device that was not seen for so long is signed out."""

_SEEN_EVERY = timedelta(hours=1)


Step = Callable[[Connection], None]
"""Something to be written in the transaction of whoever calls it."""


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A device that is being signed in, and the secret for its cookie, which is stored nowhere."""

    stored: StoredSession
    token: str

    @property
    def id(self) -> str:
        return self.stored.id

    def write(self, connection: Connection) -> None:
        """Put the row into the caller's transaction."""
        accounts.add_session(connection, self.stored, hash_token(self.token))


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The account and the device of a request."""

    account: Account
    session_id: str


@dataclass(frozen=True, slots=True)
class DeviceSession:
    """A device as its owner sees it: what the browser called itself, since when, last seen (within the hour)."""

    id: str
    device: str
    started_at: datetime
    seen_at: datetime


def open_session(user_id: int, device: str, *, now: datetime, token_source: TokenSource) -> OpenedSession:
    """A device about to be signed in; its row is written by the caller's transaction."""
    token = token_source(TOKEN_BYTES)
    stored = StoredSession(token_source(ID_BYTES), user_id, device[:LONGEST_DEVICE], started_at=now, seen_at=now)
    return OpenedSession(stored, token)


def close_session_of(token: str) -> Step:
    """What signs out the device with that secret, in the caller's transaction."""
    return lambda connection: accounts.end_session_of_token(connection, hash_token(token))


def close_all_sessions(user_id: int, *, kept: str | None) -> Step:
    """What signs an account out everywhere, except on the device ``kept``, in the caller's transaction."""
    return lambda connection: accounts.end_other_sessions(connection, user_id, kept)


def find_signed_in(token: str, *, now: datetime) -> SignedIn | None:
    """Whose device holds this secret; None when it was signed out, left alone for long, or the account is closed."""
    with reading() as connection:
        session = accounts.find_session(connection, hash_token(token))
        if session is None or session.seen_at < now - IDLE:
            return None
        account = to_account(accounts.find_account(connection, session.user_id))
    if account is None:
        return None
    if session.seen_at < now - _SEEN_EVERY:
        with suppress(DatabaseUnavailable), transaction() as connection:  # who only reads need not wait for it
            accounts.note_seen(connection, session.id, now)
    return SignedIn(account, session.id)


def list_sessions(user_id: int, *, now: datetime) -> tuple[DeviceSession, ...]:
    """The devices on which an account is signed in, the one seen last first."""
    with reading() as connection:
        stored = accounts.list_sessions(connection, user_id)
    return tuple(
        DeviceSession(one.id, one.device, one.started_at, one.seen_at) for one in stored if one.seen_at >= now - IDLE
    )


def end_session(user_id: int, session_id: str) -> None:
    """Sign one device out; an unknown one is signed out already."""
    with transaction() as connection:
        accounts.end_session(connection, user_id, session_id)


def end_other_sessions(user_id: int, *, kept: str | None) -> None:
    """Sign out everywhere, except on the device ``kept`` if one is given."""
    with transaction() as connection:
        accounts.end_other_sessions(connection, user_id, kept)
