"""Rows of the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, insert, or_, select, true, update

from assessment.store.tables import DbAuditEntry, DbOwnedAssessment, DbUser

ASSESSMENT = "assessment"
"""Kind of an entry's subject that belongs to whoever owns the assessment."""

OF_ORGANISATIONS = ("organisation", "team", "campaign")
"""Kinds of subjects that organisations are told about. What is one person's alone is none of them."""


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry as stored; ``email`` and ``name`` are of who did it, None once that account is gone."""

    id: int
    at: datetime
    user_id: int | None
    email: str | None
    name: str | None
    action: str
    subject_kind: str
    subject_id: str
    facts: Mapping[str, Any]


_ADD = insert(DbAuditEntry)
_ALL = select(
    DbAuditEntry.id,
    DbAuditEntry.at,
    DbAuditEntry.user_id,
    DbUser.email,
    DbUser.name,
    DbAuditEntry.action,
    DbAuditEntry.subject_kind,
    DbAuditEntry.subject_id,
    DbAuditEntry.facts,
).outerjoin(DbUser, DbUser.id == DbAuditEntry.user_id)
_NEWEST_FIRST = (DbAuditEntry.at.desc(), DbAuditEntry.id.desc())


def add_entry(
    connection: Connection,
    *,
    at: datetime,
    user_id: int | None,
    organisation_id: str | None,
    action: str,
    subject_kind: str,
    subject_id: str,
    facts: Mapping[str, Any],
) -> None:
    connection.execute(
        _ADD,
        {
            "at": at,
            "user_id": user_id,
            "organisation_id": organisation_id,
            "action": action,
            "subject_kind": subject_kind,
            "subject_id": subject_id,
            "facts": dict(facts),
        },
    )


def has_entry_since(
    connection: Connection, *, since: datetime, user_id: int, action: str, subject_kind: str, subject_id: str
) -> bool:
    """Whether that account did this to that subject at ``since`` or later."""
    found = select(DbAuditEntry.id).where(
        DbAuditEntry.user_id == user_id,
        DbAuditEntry.action == action,
        DbAuditEntry.subject_kind == subject_kind,
        DbAuditEntry.subject_id == subject_id,
        DbAuditEntry.at >= since,
    )
    return connection.execute(found.limit(1)).first() is not None


def list_entries(
    connection: Connection, *, user_id: int | None, limit: int, offset: int
) -> tuple[tuple[StoredEntry, ...], int]:
    """Entries, newest first, and how many there are: those about an account, or with None all."""
    return _list(connection, true() if user_id is None else _about(user_id), limit, offset)


def list_entries_of_organisation(
    connection: Connection, organisation_id: str, *, limit: int, offset: int
) -> tuple[tuple[StoredEntry, ...], int]:
    """Entries of an organisation, newest first, and how many there are."""
    about = (DbAuditEntry.organisation_id == organisation_id) & DbAuditEntry.subject_kind.in_(OF_ORGANISATIONS)
    return _list(connection, about, limit, offset)


def _list(
    connection: Connection, about: ColumnElement[bool], limit: int, offset: int
) -> tuple[tuple[StoredEntry, ...], int]:
    page: Select[Any] = _ALL.where(about).order_by(*_NEWEST_FIRST).limit(limit).offset(offset)
    count = connection.execute(select(func.count()).select_from(DbAuditEntry).where(about)).scalar_one()
    return tuple(StoredEntry(*row) for row in connection.execute(page)), count


def forget_address(connection: Connection, email: str) -> None:
    """Leave an address out of what entries tell: its owner has deleted the account."""
    told = select(DbAuditEntry.id, DbAuditEntry.facts).where(DbAuditEntry.facts["email"].as_string() == email)
    for entry_id, facts in connection.execute(told).all():
        kept = {name: fact for name, fact in facts.items() if name != "email"}
        connection.execute(update(DbAuditEntry).where(DbAuditEntry.id == entry_id).values(facts=kept))


def _about(user_id: int) -> ColumnElement[bool]:
    """What the account did, and what others did to its assessments."""
    own = select(DbOwnedAssessment.assessment_id).where(DbOwnedAssessment.user_id == user_id)
    return or_(
        DbAuditEntry.user_id == user_id,
        (DbAuditEntry.subject_kind == ASSESSMENT) & DbAuditEntry.subject_id.in_(own),
    )
