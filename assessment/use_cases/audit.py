"""The audit log: what people did that others may ask about. It never holds an answer or a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.domain.paging import Paged, Paging
from assessment.store import audit
from assessment.store.database import reading

ENTRIES_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry. ``email`` is the address of who did it, None once that account is gone; ``own``: the reader did it.

    ``action`` is a value of AuditAction, or one that an older version knew. ``facts`` are words and numbers to tell.
    """

    at: datetime
    email: str | None
    own: bool
    action: str
    subject_kind: str
    subject_id: str
    facts: Mapping[str, Any]


def note(
    connection: Connection,
    action: AuditAction,
    *,
    now: datetime,
    user_id: int | None,
    subject_kind: str,
    subject_id: str,
    organisation_id: str | None = None,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Write down in the caller's transaction that an account did something to a subject.

    ``subject_kind`` is a noun such as assessment, account, team, campaign, and ``subject_id`` its id. ``facts`` are
    plain JSON and hold no answer, no score and no secret: site administrators read them.
    """
    audit.add_entry(
        connection,
        at=now,
        user_id=user_id,
        organisation_id=organisation_id,
        action=action.value,
        subject_kind=subject_kind,
        subject_id=subject_id,
        facts=facts or {},
    )


def list_own_entries(user_id: int, *, page: int) -> Paged[AuditEntry]:
    """What an account did and what others did to its assessments, newest first. Pages count from 1."""
    return _list(user_id, user_id, page)


def list_all_entries(*, reader_id: int, page: int) -> Paged[AuditEntry]:
    """Everything that was written down here, newest first, for the site's administrator."""
    return _list(None, reader_id, page)


def _list(user_id: int | None, reader_id: int, page: int) -> Paged[AuditEntry]:
    paging = Paging(page, ENTRIES_AT_ONCE)
    with reading() as connection:
        rows, count = audit.list_entries(connection, user_id=user_id, limit=paging.size, offset=paging.offset)
    entries = (
        AuditEntry(
            at=row.at,
            email=row.email,
            own=row.user_id == reader_id,
            action=row.action,
            subject_kind=row.subject_kind,
            subject_id=row.subject_id,
            facts=row.facts,
        )
        for row in rows
    )
    return Paged(tuple(entries), count, paging)
