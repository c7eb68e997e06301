"""The audit log: what people did that others may ask about. It never holds an answer or a score."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction, Unnamed
from assessment.domain.paging import Paged, Paging
from assessment.store import audit
from assessment.store.audit import StoredEntry
from assessment.store.database import reading

ENTRIES_AT_ONCE = 50
_BY_NO_ACCOUNT = "by_no_account"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry. ``email`` and ``name`` are of who did it, so far as the reader is told; ``own``: the reader did it.

    Without either, ``unnamed`` says why. ``action`` is a value of AuditAction, or one that an older version knew.
    ``facts`` are words and numbers to tell.
    """

    at: datetime
    email: str | None
    own: bool
    action: str
    subject_kind: str
    subject_id: str
    facts: Mapping[str, Any]
    name: str
    unnamed: Unnamed


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
    plain JSON and hold no answer, no score and no secret: site administrators read them. Of teams, campaigns and
    organisations ``organisation_id`` tells whose administrators read them too. ``user_id`` is None where nobody who was
    signed in did it.
    """
    unsigned = {_BY_NO_ACCOUNT: True} if user_id is None else {}
    audit.add_entry(
        connection,
        at=now,
        user_id=user_id,
        organisation_id=organisation_id,
        action=action.value,
        subject_kind=subject_kind,
        subject_id=subject_id,
        facts={**(facts or {}), **unsigned},
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
    return Paged(tuple(to_entry(row, reader_id) for row in rows), count, paging)


def to_entry(row: StoredEntry, reader_id: int, present: Collection[int] | None = None) -> AuditEntry:
    """The entry for a reader, who is told addresses. With ``present`` names are told as well, and addresses of these
    accounts alone: others may have taken another one since, which is none of the reader's business."""
    known = present is None or row.user_id in present
    return AuditEntry(
        at=row.at,
        email=row.email if known else None,
        own=row.user_id == reader_id,
        action=row.action,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        facts=row.facts,
        name="" if present is None else row.name or "",
        unnamed=_unnamed(row),
    )


def _unnamed(row: StoredEntry) -> Unnamed:
    if row.user_id is not None:
        return Unnamed.LEFT
    if not row.facts.get(_BY_NO_ACCOUNT):
        return Unnamed.GONE
    return Unnamed.GUEST if row.action == AuditAction.MEMBER_JOINED else Unnamed.SITE
