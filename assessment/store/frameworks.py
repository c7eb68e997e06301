"""Snapshots of published framework versions."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.store.tables import DbFrameworkSnapshot

_CONTENT = select(DbFrameworkSnapshot.content).where(DbFrameworkSnapshot.digest == bindparam("digest"))
_DIGESTS = select(DbFrameworkSnapshot.framework_id, DbFrameworkSnapshot.version, DbFrameworkSnapshot.digest)

_ADD = {
    "sqlite": sqlite.insert(DbFrameworkSnapshot).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(DbFrameworkSnapshot).on_conflict_do_nothing(),
}


def get_snapshot(connection: Connection, digest: str) -> str:
    """Canonical JSON of the framework with that digest. Every assessment's digest has one."""
    return connection.execute(_CONTENT, {"digest": digest}).scalar_one()


def list_digests(connection: Connection) -> dict[tuple[str, str], str]:
    """Digest by (framework id, version) of everything ever published here."""
    return {(framework_id, version): digest for framework_id, version, digest in connection.execute(_DIGESTS)}


def add_snapshot(connection: Connection, framework_id: str, version: str, *, digest: str, content: str) -> None:
    """Keep a snapshot; where another process was first with this version, what it kept stays."""
    row = {"digest": digest, "framework_id": framework_id, "version": version, "content": content}
    connection.execute(_ADD[connection.dialect.name], row)
