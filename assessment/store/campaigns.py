"""Rows of campaigns and of the assessments that answer them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from assessment.domain.campaign import CampaignState
from assessment.store.keys import is_key
from assessment.store.tables import (
    DbAssessment,
    DbCampaign,
    DbCampaignAssessment,
    DbFrameworkSnapshot,
    DbTeam,
)


@dataclass(frozen=True, slots=True)
class StoredCampaign:
    """A campaign as stored. ``remind_before`` are seconds before ``closes_at``."""

    id: str
    team_id: str
    previous_id: str | None
    snapshot: str
    kind: str
    title: str
    k: int
    anonymous: bool
    time_zone: str
    closes_at: datetime | None
    remind_before: list[int]
    reminded_at: datetime | None
    state: str
    created_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class CampaignAnswers:
    """An assessment that answers a campaign; an anonymous one keeps no ``respondent_id``."""

    assessment_id: str
    campaign_id: str
    respondent_id: str | None


_ALL = select(*DbCampaign.__table__.columns)
_BY_ID = _ALL.where(DbCampaign.id == bindparam("key"))
_OF_TEAM = _ALL.where(DbCampaign.team_id == bindparam("key")).order_by(DbCampaign.created_at.desc(), DbCampaign.id)
_OPEN = _ALL.where(DbCampaign.state == CampaignState.OPEN).order_by(DbCampaign.closes_at, DbCampaign.id)
_VERSION = select(DbFrameworkSnapshot.framework_id, DbFrameworkSnapshot.version).where(
    DbFrameworkSnapshot.digest == bindparam("key")
)
_TEAM_NAME = select(DbTeam.name).where(DbTeam.id == bindparam("key"))
_ANSWERING = select(*DbCampaignAssessment.__table__.columns).where(
    DbCampaignAssessment.assessment_id == bindparam("key")
)
_OF_RESPONDENT = select(DbCampaignAssessment.assessment_id).where(
    DbCampaignAssessment.respondent_id == bindparam("key")
)
_SUBMITTED = (
    select(DbCampaignAssessment.assessment_id)
    .join(DbAssessment, DbAssessment.id == DbCampaignAssessment.assessment_id)
    .where(DbCampaignAssessment.campaign_id == bindparam("key"), DbAssessment.status == "submitted")
    .order_by(DbCampaignAssessment.assessment_id)
)


def add_campaign(connection: Connection, stored: StoredCampaign) -> None:
    connection.execute(insert(DbCampaign), asdict(stored))


def save_campaign(connection: Connection, stored: StoredCampaign) -> None:
    """Store every column anew; the caller has locked the row."""
    values = {name: value for name, value in asdict(stored).items() if name != "id"}
    connection.execute(update(DbCampaign).where(DbCampaign.id == stored.id).values(**values))


def delete_campaign(connection: Connection, campaign_id: str) -> None:
    """The campaign and everything that hangs on it; assessments that answered it stay with their people."""
    connection.execute(delete(DbCampaign).where(DbCampaign.id == campaign_id))


def find_campaign(connection: Connection, campaign_id: str) -> StoredCampaign | None:
    return _find(connection, _BY_ID, campaign_id)


def lock_campaign(connection: Connection, campaign_id: str) -> StoredCampaign | None:
    """Like find_campaign, and until the transaction ends nobody else changes it, and nobody answers it."""
    return _find(connection, _BY_ID.with_for_update(of=DbCampaign), campaign_id)


def hold_campaign(connection: Connection, campaign_id: str) -> StoredCampaign | None:
    """Like find_campaign, and it stays as it is until the transaction ends. Many may hold one at once."""
    return _find(connection, _BY_ID.with_for_update(of=DbCampaign, read=True), campaign_id)


def list_of_team(connection: Connection, team_id: str) -> tuple[StoredCampaign, ...]:
    """All campaigns of a team, the newest first."""
    return tuple(StoredCampaign(*row) for row in connection.execute(_OF_TEAM, {"key": team_id}))


def list_open(connection: Connection) -> tuple[StoredCampaign, ...]:
    """Open campaigns, in the order in which they close."""
    return tuple(StoredCampaign(*row) for row in connection.execute(_OPEN))


def list_due(connection: Connection, now: datetime) -> tuple[str, ...]:
    """Ids of open campaigns whose deadline has come, the oldest deadline first."""
    return tuple(row.id for row in connection.execute(_OPEN.where(DbCampaign.closes_at <= now)))


def find_version(connection: Connection, snapshot: str) -> tuple[str, str]:
    """Id and version of the framework of a snapshot. Every campaign's snapshot has one."""
    framework_id, version = connection.execute(_VERSION, {"key": snapshot}).one()
    return framework_id, version


def get_team_name(connection: Connection, team_id: str) -> str:
    """Every campaign's team has one."""
    return connection.execute(_TEAM_NAME, {"key": team_id}).scalar_one()


def add_answers(connection: Connection, answers: CampaignAnswers) -> None:
    """Let an assessment answer a campaign."""
    connection.execute(insert(DbCampaignAssessment), asdict(answers))


def find_answers(connection: Connection, assessment_id: str) -> CampaignAnswers | None:
    """Which campaign the assessment answers, if any."""
    row = connection.execute(_ANSWERING, {"key": assessment_id}).one_or_none()
    return None if row is None else CampaignAnswers(*row)


def find_assessment_of(connection: Connection, respondent_id: str) -> str | None:
    """The assessment of a respondent; always None in an anonymous campaign."""
    return connection.execute(_OF_RESPONDENT, {"key": respondent_id}).scalar_one_or_none()


def list_submitted(connection: Connection, campaign_id: str) -> tuple[str, ...]:
    """Ids of the submitted assessments, in an order that tells nothing: ids are random."""
    return tuple(connection.execute(_SUBMITTED, {"key": campaign_id}).scalars())


def _find(connection: Connection, statement: Select[Any], key: str) -> StoredCampaign | None:
    if not is_key(key):
        return None
    row = connection.execute(statement, {"key": key}).one_or_none()
    return None if row is None else StoredCampaign(*row)
