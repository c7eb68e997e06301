"""Rows of the outbox."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.mail import MailKind, MailState
from assessment.store.tables import DbMail


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A mail as stored. ``attempts`` counts how often a worker took it, and tells one taking from another."""

    id: str
    key: str
    kind: MailKind
    recipient: str
    locale: str
    facts: Mapping[str, Any]
    user_id: int | None
    respondent_id: str | None
    campaign_id: str | None
    state: MailState
    attempts: int
    created_at: datetime
    due_at: datetime
    claimed_until: datetime | None
    finished_at: datetime | None
    trouble: str


_ALL = select(*DbMail.__table__.columns)
_INSERT = {
    "sqlite": sqlite.insert(DbMail).on_conflict_do_nothing().returning(DbMail.id),
    "postgresql": postgresql.insert(DbMail).on_conflict_do_nothing().returning(DbMail.id),
}
_ENDED = (
    MailState.SENT,
    MailState.REFUSED,
    MailState.BOUNCED,
    MailState.IN_DOUBT,
    MailState.GIVEN_UP,
    MailState.CANCELLED,
)
_COLUMNS = tuple(StoredMail.__dataclass_fields__)


def add_mail(connection: Connection, stored: StoredMail) -> bool:
    """A new row; False, and nothing happens, when a mail with this key exists."""
    row = {name: getattr(stored, name) for name in _COLUMNS}
    return connection.execute(_INSERT[connection.dialect.name], row).first() is not None


def claim_mails(connection: Connection, *, now: datetime, until: datetime, most: int) -> tuple[StoredMail, ...]:
    """Take up to ``most`` mails that are due, the longest due first, so that no other worker takes them ``until`` then.

    Mails whose worker was gone for longer than it had claimed them are taken as well. Several workers at once get
    different ones, without waiting for each other.
    """
    due = or_(
        and_(DbMail.state == MailState.WAITING, DbMail.due_at <= now),
        and_(DbMail.state == MailState.CLAIMED, DbMail.claimed_until <= now),
    )
    free = select(DbMail.id).where(due).order_by(DbMail.due_at, DbMail.id).limit(most).with_for_update(skip_locked=True)
    taken = tuple(connection.execute(free).scalars())
    if not taken:
        return ()
    connection.execute(
        update(DbMail)
        .where(DbMail.id.in_(taken))
        .values(state=MailState.CLAIMED, claimed_until=until, attempts=DbMail.attempts + 1)
    )
    return tuple(map(_read, connection.execute(_ALL.where(DbMail.id.in_(taken)).order_by(DbMail.due_at, DbMail.id))))


def begin_handing_over(connection: Connection, mail: StoredMail, *, until: datetime) -> bool:
    """Note that its text is on its way, if the mail is still claimed as it was. False when it is not."""
    return _change(connection, mail, (MailState.CLAIMED,), {"state": MailState.HANDING_OVER, "claimed_until": until})


def finish_mail(connection: Connection, mail: StoredMail, state: MailState, *, at: datetime, trouble: str = "") -> bool:
    """End the mail so, if nobody else took it since. What came out late settles a doubt."""
    values = {"state": state, "claimed_until": None, "finished_at": at, "trouble": trouble}
    return _change(connection, mail, (MailState.CLAIMED, MailState.HANDING_OVER, MailState.IN_DOUBT), values)


def postpone_mail(connection: Connection, mail: StoredMail, *, due_at: datetime, trouble: str) -> bool:
    """Let it wait until then, if nobody else took it since: the server does not have it."""
    values = {"state": MailState.WAITING, "claimed_until": None, "due_at": due_at, "trouble": trouble}
    return _change(connection, mail, (MailState.CLAIMED, MailState.HANDING_OVER, MailState.IN_DOUBT), values)


def give_back(connection: Connection, mails: Iterable[StoredMail]) -> None:
    """Give back claimed mails that were not tried: they wait as before, and the attempt does not count."""
    for mail in mails:
        values = {"state": MailState.WAITING, "claimed_until": None, "attempts": mail.attempts - 1}
        _change(connection, mail, (MailState.CLAIMED,), values)


def doubt_abandoned(connection: Connection, *, now: datetime) -> int:
    """Mails whose worker died while handing them over are in doubt from now on. How many they were."""
    return connection.execute(
        update(DbMail)
        .where(DbMail.state == MailState.HANDING_OVER, DbMail.claimed_until <= now)
        .values(state=MailState.IN_DOUBT, claimed_until=None, finished_at=now)
    ).rowcount


def mark_bounced(connection: Connection, mail_id: str, *, at: datetime, trouble: str) -> bool:
    """The mail was sent back. False when there is no such mail that went out."""
    went_out = (MailState.SENT, MailState.HANDING_OVER, MailState.IN_DOUBT, MailState.BOUNCED)
    values = {"state": MailState.BOUNCED, "claimed_until": None, "finished_at": at, "trouble": trouble}
    statement = update(DbMail).where(DbMail.id == mail_id, DbMail.state.in_(went_out)).values(values)
    return connection.execute(statement).rowcount == 1


def count_states(connection: Connection) -> Mapping[MailState, int]:
    """How many mails are in each state that any is in."""
    rows = connection.execute(select(DbMail.state, func.count()).group_by(DbMail.state))
    return {MailState(state): count for state, count in rows}


def forget_ended(connection: Connection, *, now: datetime, after: timedelta) -> int:
    """Delete what ended longer ago than that and belongs to no campaign. How many they were."""
    old = and_(DbMail.finished_at <= now - after, DbMail.campaign_id.is_(None))
    return connection.execute(delete(DbMail).where(DbMail.state.in_(_ENDED), old)).rowcount


def forget_farewells(connection: Connection) -> int:
    """Delete the last mails to people whose accounts are gone, as soon as they have ended. How many they were."""
    farewell = DbMail.kind == MailKind.ACCOUNT_DELETED
    return connection.execute(delete(DbMail).where(DbMail.state.in_(_ENDED), farewell)).rowcount


def _change(connection: Connection, mail: StoredMail, states: Iterable[MailState], values: Mapping[str, Any]) -> bool:
    """Change the mail where it is in one of the states and was not taken again: its attempts tell."""
    same = and_(DbMail.id == mail.id, DbMail.attempts == mail.attempts, DbMail.state.in_(tuple(states)))
    return connection.execute(update(DbMail).where(same).values(dict(values))).rowcount == 1


def _read(row: Any) -> StoredMail:
    values = dict(zip(_COLUMNS, row, strict=True))
    return StoredMail(**{**values, "kind": MailKind(row.kind), "state": MailState(row.state)})
