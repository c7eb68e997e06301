"""Rows of join links."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from assessment.store.tables import DbJoinLink


@dataclass(frozen=True, slots=True)
class StoredJoinLink:
    """A join link as stored; its token is known by its sha256 alone."""

    id: str
    team_id: str
    token_hash: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


_ALL = select(*DbJoinLink.__table__.columns)


def find_by_token_hash(connection: Connection, token_hash: str) -> StoredJoinLink | None:
    row = connection.execute(_ALL.where(DbJoinLink.token_hash == token_hash)).one_or_none()
    return None if row is None else StoredJoinLink(*row)


def find_live(connection: Connection, team_id: str, *, now: datetime) -> StoredJoinLink | None:
    """The link of a team that works now; a team has at most one."""
    live = _ALL.where(
        DbJoinLink.team_id == team_id, DbJoinLink.revoked_at.is_(None), DbJoinLink.expires_at > now
    ).order_by(DbJoinLink.created_at.desc())
    row = connection.execute(live).first()
    return None if row is None else StoredJoinLink(*row)


def add_link(connection: Connection, stored: StoredJoinLink) -> None:
    connection.execute(insert(DbJoinLink), asdict(stored))


def revoke_links(connection: Connection, team_id: str, *, at: datetime) -> int:
    """Let no link of the team work any more; how many did."""
    live = (DbJoinLink.team_id == team_id, DbJoinLink.revoked_at.is_(None))
    return connection.execute(update(DbJoinLink).where(*live).values(revoked_at=at)).rowcount
