"""Rows of results and of the files drawn from them."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.profile import Profile
from assessment.store.profile_json import profile_from_json, profile_to_json
from assessment.store.tables import DbResult, DbResultFile

_FIND = select(DbResult.profile).where(DbResult.assessment_id == bindparam("key"))
_ADD = insert(DbResult)
_FIND_FILE = select(DbResultFile.content).where(
    DbResultFile.assessment_id == bindparam("key"),
    DbResultFile.kind == bindparam("of_kind"),
    DbResultFile.locale == bindparam("in_locale"),
)
_LIST_FILES = (
    select(DbResultFile.kind, DbResultFile.locale, func.length(DbResultFile.content))
    .where(DbResultFile.assessment_id == bindparam("key"))
    .order_by(DbResultFile.kind, DbResultFile.locale)
)
_ADD_FILE = {
    "sqlite": sqlite.insert(DbResultFile).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(DbResultFile).on_conflict_do_nothing(),
}


def add_result(connection: Connection, assessment_id: str, profile: Profile) -> None:
    connection.execute(_ADD, {"assessment_id": assessment_id, "profile": profile_to_json(profile)})


def find_result(connection: Connection, assessment_id: str) -> Profile | None:
    stored = connection.execute(_FIND, {"key": assessment_id}).scalar_one_or_none()
    return None if stored is None else profile_from_json(stored)


def find_file(connection: Connection, assessment_id: str, kind: str, locale: str) -> bytes | None:
    parameters = {"key": assessment_id, "of_kind": kind, "in_locale": locale}
    return connection.execute(_FIND_FILE, parameters).scalar_one_or_none()


def add_file(connection: Connection, assessment_id: str, kind: str, locale: str, content: bytes) -> None:
    """Keep a drawing; one that is there already stays."""
    connection.execute(
        _ADD_FILE[connection.dialect.name],
        {"assessment_id": assessment_id, "kind": kind, "locale": locale, "content": content},
    )


def list_files(connection: Connection, assessment_id: str) -> tuple[tuple[str, str, int], ...]:
    """Kind, locale and size in bytes of every drawing kept."""
    rows = connection.execute(_LIST_FILES, {"key": assessment_id})
    return tuple((kind, locale, size) for kind, locale, size in rows)
