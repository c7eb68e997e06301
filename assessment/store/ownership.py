"""Which account an assessment belongs to, and what an account holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.profile import Profile
from assessment.store.assessments import EVERY_ASSESSMENT, StoredAssessment
from assessment.store.profile_json import profile_from_json
from assessment.store.tables import (
    DbAssessment,
    DbCampaign,
    DbCampaignAssessment,
    DbFrameworkSnapshot,
    DbOwnedAssessment,
    DbResult,
)


@dataclass(frozen=True, slots=True)
class StoredResult:
    """A submitted assessment with its profile."""

    assessment: StoredAssessment
    profile: Profile


@dataclass(frozen=True, slots=True)
class StoredHistory:
    """How many results of one questionnaire at one level an account holds."""

    framework_id: str
    level: str
    count: int


_OWNER = select(DbOwnedAssessment.user_id).where(DbOwnedAssessment.assessment_id == bindparam("key"))
_ADD = {
    "sqlite": sqlite.insert(DbOwnedAssessment).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(DbOwnedAssessment).on_conflict_do_nothing(),
}
_ANONYMOUS = (
    select(DbCampaignAssessment.assessment_id)
    .join(DbCampaign, DbCampaign.id == DbCampaignAssessment.campaign_id)
    .where(DbCampaign.anonymous)
)
_OWNED = (
    DbAssessment.id.in_(
        select(DbOwnedAssessment.assessment_id).where(DbOwnedAssessment.user_id == bindparam("of_user"))
    ),
)
_OPEN = EVERY_ASSESSMENT.where(*_OWNED, DbAssessment.status == "open").order_by(
    DbAssessment.started_at.desc(), DbAssessment.id
)
_RESULTS = (
    EVERY_ASSESSMENT.add_columns(DbResult.profile)
    .join(DbResult, DbResult.assessment_id == DbAssessment.id)
    .join(DbFrameworkSnapshot, DbFrameworkSnapshot.digest == DbAssessment.snapshot)
    .where(
        *_OWNED,
        DbFrameworkSnapshot.framework_id == bindparam("framework_id"),
        DbAssessment.level == bindparam("level"),
    )
    .order_by(DbAssessment.submitted_at.desc(), DbAssessment.started_at.desc(), DbAssessment.id)
)
_HISTORIES = (
    select(DbFrameworkSnapshot.framework_id, DbAssessment.level, func.count())
    .join(DbFrameworkSnapshot, DbFrameworkSnapshot.digest == DbAssessment.snapshot)
    .join(DbResult, DbResult.assessment_id == DbAssessment.id)
    .where(*_OWNED)
    .group_by(DbFrameworkSnapshot.framework_id, DbAssessment.level)
    .order_by(func.max(DbAssessment.submitted_at).desc(), DbFrameworkSnapshot.framework_id, DbAssessment.level)
)
_MOMENTS = _RESULTS.with_only_columns(DbAssessment.id, DbAssessment.submitted_at)


def find_owner(connection: Connection, assessment_id: str) -> int | None:
    """The account an assessment is in."""
    owner: int | None = connection.execute(_OWNER, {"key": assessment_id}).scalar_one_or_none()
    return owner


def add_owner(connection: Connection, assessment_id: str, user_id: int, at: datetime) -> None:
    """Put an assessment into an account; one that is in an account already stays there."""
    row = {"assessment_id": assessment_id, "user_id": user_id, "taken_at": at}
    connection.execute(_ADD[connection.dialect.name], row)


def list_without_owner(connection: Connection, assessment_ids: Collection[str]) -> frozenset[str]:
    """Those of the assessments that could be taken into an account: in none yet, and not answered anonymously."""
    found = select(DbAssessment.id).where(
        DbAssessment.id.in_(assessment_ids),
        DbAssessment.id.not_in(select(DbOwnedAssessment.assessment_id)),
        DbAssessment.id.not_in(_ANONYMOUS),
    )
    return frozenset(connection.execute(found).scalars())


def is_anonymous(connection: Connection, assessment_id: str) -> bool:
    """Whether it answers a campaign that keeps no link between person and answers."""
    found = _ANONYMOUS.where(DbCampaignAssessment.assessment_id == assessment_id)
    return connection.execute(found).first() is not None


def list_open(
    connection: Connection, user_id: int, *, limit: int, offset: int
) -> tuple[tuple[StoredAssessment, ...], int]:
    """Assessments of an account that are not submitted, newest first, and how many there are."""
    values: dict[str, object] = {"of_user": user_id}
    rows = connection.execute(_OPEN.limit(limit).offset(offset), values)
    return tuple(StoredAssessment(*columns) for columns in map(tuple, rows)), _count(connection, _OPEN, values)


def list_histories(connection: Connection, user_id: int) -> tuple[StoredHistory, ...]:
    """Results of an account by questionnaire and level, those with the newest result first."""
    return tuple(StoredHistory(*row) for row in connection.execute(_HISTORIES, {"of_user": user_id}))


def list_results(
    connection: Connection, user_id: int, framework_id: str, level: str, *, limit: int, offset: int
) -> tuple[StoredResult, ...]:
    """Results of an account with any version of one questionnaire at one level, newest first."""
    values = {"of_user": user_id, "framework_id": framework_id, "level": level}
    rows = connection.execute(_RESULTS.limit(limit).offset(offset), values)
    return tuple(StoredResult(StoredAssessment(*row[:-1]), profile_from_json(row[-1])) for row in rows)


def list_moments(
    connection: Connection, user_id: int, framework_id: str, level: str, *, limit: int
) -> tuple[tuple[str, datetime], ...]:
    """Ids of the same results, newest first, with the moments they were submitted."""
    values = {"of_user": user_id, "framework_id": framework_id, "level": level}
    return tuple((found, at) for found, at in connection.execute(_MOMENTS.limit(limit), values) if at is not None)


def count_results(connection: Connection, user_id: int, framework_id: str, level: str) -> int:
    values: dict[str, object] = {"of_user": user_id, "framework_id": framework_id, "level": level}
    return _count(connection, _RESULTS, values)


def _count(connection: Connection, statement: Select[Any], values: dict[str, object]) -> int:
    counted = select(func.count()).select_from(statement.order_by(None).subquery())
    return int(connection.execute(counted, values).scalar_one())
