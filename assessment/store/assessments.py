"""Rows of assessments."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from assessment.store.keys import is_key
from assessment.store.tables import DbAnswer, DbAssessment


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """An assessment as stored. ``answered`` counts its answers, special ones included."""

    id: str
    token_hash: str
    snapshot: str
    level: str
    locale: str
    channel: str
    status: str
    revision: int
    name: str
    started_at: datetime
    last_saved_at: datetime | None
    submitted_at: datetime | None
    kept_despite_flags: bool | None
    answered: int


WITHDRAWN = "withdrawn."
"""Stands in place of the fingerprint of a link that was withdrawn: no token has such a fingerprint."""

_ANSWERED = (
    select(func.count()).where(DbAnswer.assessment_id == DbAssessment.id).correlate(DbAssessment).scalar_subquery()
)
EVERY_ASSESSMENT = select(*DbAssessment.__table__.columns, _ANSWERED.label("answered"))
"""All assessments in the columns of StoredAssessment, to be narrowed down."""

_BY_ID = EVERY_ASSESSMENT.where(DbAssessment.id == bindparam("key"))
_BY_ID_LOCKED = _BY_ID.with_for_update(of=DbAssessment)
_BY_TOKEN = EVERY_ASSESSMENT.where(DbAssessment.token_hash == bindparam("key"))
_INSERT = insert(DbAssessment)
_THIS = DbAssessment.id == bindparam("key")
_NOTE_SAVE = update(DbAssessment).where(_THIS).values(revision=bindparam("now_revision"), last_saved_at=bindparam("at"))
_SUBMIT = (
    update(DbAssessment)
    .where(_THIS)
    .values(status="submitted", submitted_at=bindparam("at"), kept_despite_flags=bindparam("kept"))
)
_NAME = update(DbAssessment).where(_THIS).values(name=bindparam("new_name"))
_TOKEN = update(DbAssessment).where(_THIS).values(token_hash=bindparam("new_hash"))
_LOCALE = update(DbAssessment).where(_THIS).values(locale=bindparam("new_locale"))
_DELETE = delete(DbAssessment).where(_THIS)


def find_assessment(connection: Connection, assessment_id: str) -> StoredAssessment | None:
    return _find(connection, _BY_ID, assessment_id)


def find_by_token_hash(connection: Connection, token_hash: str) -> StoredAssessment | None:
    return _find(connection, _BY_TOKEN, token_hash)


def lock_assessment(connection: Connection, assessment_id: str) -> StoredAssessment | None:
    """Like find_assessment, and no other writer touches this assessment until the transaction ends."""
    return _find(connection, _BY_ID_LOCKED, assessment_id)


def add_assessment(connection: Connection, stored: StoredAssessment) -> None:
    """A new row. ``answered`` is not stored; answers are counted."""
    row = asdict(stored)
    del row["answered"]
    connection.execute(_INSERT, row)


def note_save(connection: Connection, assessment_id: str, *, revision: int, at: datetime) -> None:
    """Answers were changed."""
    connection.execute(_NOTE_SAVE, {"key": assessment_id, "now_revision": revision, "at": at})


def mark_submitted(connection: Connection, assessment_id: str, *, at: datetime, kept_despite_flags: bool) -> None:
    connection.execute(_SUBMIT, {"key": assessment_id, "at": at, "kept": kept_despite_flags})


def set_name(connection: Connection, assessment_id: str, name: str) -> None:
    connection.execute(_NAME, {"key": assessment_id, "new_name": name})


def set_token_hash(connection: Connection, assessment_id: str, token_hash: str) -> None:
    """From now on another token opens the assessment, or none."""
    connection.execute(_TOKEN, {"key": assessment_id, "new_hash": token_hash})


def set_locale(connection: Connection, assessment_id: str, locale: str) -> None:
    connection.execute(_LOCALE, {"key": assessment_id, "new_locale": locale})


def delete_assessment(connection: Connection, assessment_id: str) -> None:
    """The assessment and everything that hangs on it."""
    connection.execute(_DELETE, {"key": assessment_id})


def _find(connection: Connection, statement: Select[Any], key: str) -> StoredAssessment | None:
    """Keys are URL-safe text; anything else (databases refuse a NUL, say) is a key of nothing."""
    if not is_key(key):
        return None
    row = connection.execute(statement, {"key": key}).one_or_none()
    return None if row is None else StoredAssessment(*row)
