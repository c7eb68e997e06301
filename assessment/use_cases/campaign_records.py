"""Reading campaigns: the record that others build on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assessment.domain.campaign import Campaign, CampaignKind, CampaignState
from assessment.domain.campaign_refusals import CampaignNotFound
from assessment.domain.framework import Level
from assessment.store import campaigns
from assessment.store.campaigns import StoredCampaign
from assessment.store.database import reading
from assessment.store.respondents import list_persons


@dataclass(frozen=True, slots=True)
class CampaignRecord:
    """One round of asking a team.

    ``campaign.members`` are the ``person`` hashes of everybody asked, empty for a draft. ``snapshot`` is the digest of
    the framework version it asks with, ``previous_id`` the campaign it continues, ``reminded_at`` when reminders went
    out last.
    """

    campaign: Campaign
    team_id: str
    title: str
    time_zone: str
    framework_id: str
    version: str
    snapshot: str
    previous_id: str | None
    created_at: datetime
    reminded_at: datetime | None

    @property
    def id(self) -> str:
        return self.campaign.id

    @property
    def level(self) -> Level:
        """The level whose statements it asks."""
        return level_of(self.campaign.kind)


def level_of(kind: CampaignKind) -> Level:
    """The level whose statements a campaign of that kind asks."""
    return Level.INDIVIDUAL if kind is CampaignKind.THEMSELVES else Level.TEAM


def get_campaign(campaign_id: str) -> CampaignRecord:
    """Raises CampaignNotFound."""
    with reading() as connection:
        return read_campaign(connection, campaign_id)


def list_campaigns(team_id: str) -> tuple[CampaignRecord, ...]:
    """All campaigns of a team, the newest first; archived ones too."""
    with reading() as connection:
        return tuple(to_record(connection, stored) for stored in campaigns.list_of_team(connection, team_id))


def read_campaign(connection: Connection, campaign_id: str, *, lock: bool = False) -> CampaignRecord:
    """The campaign; with ``lock`` nobody else changes or answers it meanwhile. Raises CampaignNotFound."""
    find = campaigns.lock_campaign if lock else campaigns.find_campaign
    stored = find(connection, campaign_id)
    if stored is None:
        raise CampaignNotFound
    return to_record(connection, stored)


def to_record(connection: Connection, stored: StoredCampaign) -> CampaignRecord:
    framework_id, version = campaigns.find_version(connection, stored.snapshot)
    return CampaignRecord(
        campaign=to_campaign(stored, list_persons(connection, stored.id)),
        team_id=stored.team_id,
        title=stored.title,
        time_zone=stored.time_zone,
        framework_id=framework_id,
        version=version,
        snapshot=stored.snapshot,
        previous_id=stored.previous_id,
        created_at=stored.created_at,
        reminded_at=stored.reminded_at,
    )


def to_campaign(stored: StoredCampaign, members: frozenset[str]) -> Campaign:
    return Campaign(
        id=stored.id,
        kind=CampaignKind(stored.kind),
        closes_at=stored.closes_at,
        k=stored.k,
        anonymous=stored.anonymous,
        remind_before=tuple(timedelta(seconds=seconds) for seconds in stored.remind_before),
        state=CampaignState(stored.state),
        members=members,
        opened_at=stored.opened_at,
        closed_at=stored.closed_at,
    )


def save_record(connection: Connection, record: CampaignRecord) -> None:
    """Store a changed record; the caller has locked it."""
    campaigns.save_campaign(connection, to_stored(record))


def with_campaign(record: CampaignRecord, campaign: Campaign) -> CampaignRecord:
    """The record after a transition."""
    return replace(record, campaign=campaign)


def to_stored(record: CampaignRecord) -> StoredCampaign:
    campaign = record.campaign
    return StoredCampaign(
        id=campaign.id,
        team_id=record.team_id,
        previous_id=record.previous_id,
        snapshot=record.snapshot,
        kind=campaign.kind.value,
        title=record.title,
        k=campaign.k,
        anonymous=campaign.anonymous,
        time_zone=record.time_zone,
        closes_at=campaign.closes_at,
        remind_before=[round(before.total_seconds()) for before in campaign.remind_before],
        reminded_at=record.reminded_at,
        state=campaign.state.value,
        created_at=record.created_at,
        opened_at=campaign.opened_at,
        closed_at=campaign.closed_at,
    )
