"""What an assessment belongs to: a campaign, an account, and the addresses it is or was shared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from assessment.store.tables import DbCampaign, DbCampaignAssessment, DbOwnedAssessment, DbShare, DbTeam


@dataclass(frozen=True, slots=True)
class AnsweredCampaign:
    """The campaign that an assessment answers; an anonymous one keeps no ``respondent_id``."""

    campaign_id: str
    title: str
    team: str
    respondent_id: str | None


@dataclass(frozen=True, slots=True)
class EveryShare:
    """A share, whether it holds or was taken back."""

    id: str
    recipient: str
    with_plan: bool
    shared_at: datetime
    revoked_at: datetime | None


_CAMPAIGN = (
    select(DbCampaign.id, DbCampaign.title, DbTeam.name, DbCampaignAssessment.respondent_id)
    .join(DbCampaign, DbCampaign.id == DbCampaignAssessment.campaign_id)
    .join(DbTeam, DbTeam.id == DbCampaign.team_id)
    .where(DbCampaignAssessment.assessment_id == bindparam("key"))
)
_OWNER = select(DbOwnedAssessment.user_id, DbOwnedAssessment.taken_at).where(
    DbOwnedAssessment.assessment_id == bindparam("key")
)
_SHARES = (
    select(DbShare.id, DbShare.recipient, DbShare.with_plan, DbShare.shared_at, DbShare.revoked_at)
    .where(DbShare.assessment_id == bindparam("key"))
    .order_by(DbShare.shared_at, DbShare.id)
)


def find_answered(connection: Connection, assessment_id: str) -> AnsweredCampaign | None:
    row = connection.execute(_CAMPAIGN, {"key": assessment_id}).one_or_none()
    return None if row is None else AnsweredCampaign(*row)


def find_taken(connection: Connection, assessment_id: str) -> tuple[int, datetime] | None:
    """The account that the assessment was taken into, and when."""
    row = connection.execute(_OWNER, {"key": assessment_id}).one_or_none()
    return None if row is None else (row[0], row[1])


def list_every_share(connection: Connection, assessment_id: str) -> tuple[EveryShare, ...]:
    """Shares in the order they were made, those taken back too."""
    return tuple(EveryShare(*row) for row in connection.execute(_SHARES, {"key": assessment_id}))
