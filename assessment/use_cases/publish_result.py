"""Publishing: from the answers of a campaign that closes to the one result everybody sees, once and for all."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from assessment.domain.answers import AnswerSheet
from assessment.domain.campaign import CampaignKind
from assessment.domain.released_changes import Wave
from assessment.domain.releasing import Closed, release_result
from assessment.domain.team_result import TeamResult
from assessment.store.published import (
    StoredPublication,
    add_publication,
    find_publication,
    list_memberships,
    read_submitted,
)
from assessment.use_cases.campaign_records import CampaignRecord, level_of, read_campaign
from assessment.use_cases.kept_frameworks import get_framework


def publish(connection: Connection, record: CampaignRecord, now: datetime) -> TeamResult:
    """Publish the result of a campaign in the transaction that closes it; again → the same result.

    ``record`` is the campaign as it closed, ``now`` stands for a closing moment it does not have. The answers are
    read here for the last time for the group; whatever is erased later, the result stays.
    """
    published = find_publication(connection, record.id)
    if published is not None:
        return published.result
    level = level_of(record.campaign.kind)
    sheets = {key: AnswerSheet(level, values) for key, values in read_submitted(connection, record.id).items()}
    closed = Closed(
        framework=get_framework(connection, record.snapshot),
        kind=record.campaign.kind,
        sheets=sheets,
        members=record.campaign.members,
        policy=record.campaign.policy,
        closed_on=_day(record.campaign.closed_at or now, record.time_zone),
        earlier=list_memberships(
            connection,
            record.team_id,
            record.framework_id,
            kinds=[kind.value for kind in CampaignKind if level_of(kind) is level],
            but=record.id,
        ),
    )
    publication = release_result(closed, _find_previous(connection, record))
    stored = StoredPublication(record.id, publication.result, publication.basis, publication.memberships)
    add_publication(connection, stored)
    return publication.result


def _find_previous(connection: Connection, record: CampaignRecord) -> Wave | None:
    """The wave that the campaign continues, if anything was published of it."""
    if record.previous_id is None:
        return None
    published = find_publication(connection, record.previous_id)
    if published is None:
        return None
    members = read_campaign(connection, record.previous_id).campaign.members
    return Wave(published.basis, members, published.result.closed_on, published.result.hidden)


def _day(moment: datetime, time_zone: str) -> date:
    """The day on the organiser's calendar."""
    return moment.astimezone(ZoneInfo(time_zone)).date()
