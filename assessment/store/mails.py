"""Rows of the outbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select
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
_COLUMNS = tuple(StoredMail.__dataclass_fields__)


def add_mail(connection: Connection, stored: StoredMail) -> bool:
    """A new row; False, and nothing happens, when a mail with this key exists."""
    row = {name: getattr(stored, name) for name in _COLUMNS}
    return connection.execute(_INSERT[connection.dialect.name], row).first() is not None


def find_mail(connection: Connection, mail_id: str) -> StoredMail | None:
    row = connection.execute(_ALL.where(DbMail.id == mail_id)).one_or_none()
    return None if row is None else _read(row)


def list_mails(connection: Connection) -> tuple[StoredMail, ...]:
    """All of them, in the order in which they are due."""
    return tuple(map(_read, connection.execute(_ALL.order_by(DbMail.due_at, DbMail.key))))


def _read(row: Any) -> StoredMail:
    values = dict(zip(_COLUMNS, row, strict=True))
    return StoredMail(**{**values, "kind": MailKind(row.kind), "state": MailState(row.state)})
