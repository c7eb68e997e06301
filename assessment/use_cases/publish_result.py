"""Publishing: from the answers of a campaign that closes to the one result everybody sees, once and for all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from assessment.domain.answers import AnswerSheet
from assessment.domain.campaign import CampaignKind
from assessment.domain.change import is_too_soon
from assessment.domain.released_changes import Wave
from assessment.domain.releasing import Closed, Publication, release_result
from assessment.domain.team_result import TeamResult
from assessment.store.campaigns import list_submitted
from assessment.store.database import reading
from assessment.store.published import (
    StoredPublication,
    add_publication,
    find_publication,
    list_earlier,
    read_submitted,
)
from assessment.use_cases.campaign_records import CampaignRecord, level_of, read_campaign
from assessment.use_cases.kept_frameworks import get_framework


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is published of a campaign if nothing that it is made of changes until it closes.

    ``ground`` is all of that but the sheets, ``submitted`` the ids of their assessments: submitted answers never
    change, and an id is never used again, so the same ids have the same sheets.
    """

    ground: _Ground
    submitted: frozenset[str]
    publication: Publication


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a result rests on beside the sheets; ``closed`` has none."""

    closed: Closed
    previous: Wave | None


def foresee(record: CampaignRecord, now: datetime) -> Foreseen:
    """Compute what would be published, while answers and other writers go on. ``record`` is as it would be closed."""
    with reading() as connection:
        ground = _read_ground(connection, record, now)
        sheets = _read_sheets(connection, record)
    publication = release_result(replace(ground.closed, sheets=sheets), ground.previous)
    return Foreseen(ground, frozenset(sheets), publication)


def holds(connection: Connection, record: CampaignRecord, now: datetime, foreseen: Foreseen) -> bool:
    """Whether what was foreseen is what would be computed now, in the transaction that closes the campaign."""
    if foreseen.submitted != frozenset(list_submitted(connection, record.id)):
        return False
    return foreseen.ground == _read_ground(connection, record, now)


def publish(
    connection: Connection, record: CampaignRecord, now: datetime, foreseen: Foreseen | None = None
) -> TeamResult:
    """Publish the result of a campaign in the transaction that closes it; again → the same result.

    ``record`` is the campaign as it closed, ``now`` stands for a closing moment it does not have. The answers are
    read here for the last time for the group; whatever is erased later, the result stays. ``foreseen`` is what was
    computed before, of which the caller knows that it ``holds``.
    """
    published = find_publication(connection, record.id)
    if published is not None:
        return published.result
    if foreseen is None:
        ground, sheets = _read_ground(connection, record, now), _read_sheets(connection, record)
        publication = release_result(replace(ground.closed, sheets=sheets), ground.previous)
    else:
        publication = foreseen.publication
    stored = StoredPublication(record.id, publication.result, publication.basis, publication.memberships)
    add_publication(connection, stored)
    return publication.result


def _read_ground(connection: Connection, record: CampaignRecord, now: datetime) -> _Ground:
    level = level_of(record.campaign.kind)
    kinds = [kind.value for kind in CampaignKind if level_of(kind) is level]
    earlier = list_earlier(connection, record.team_id, record.framework_id, kinds=kinds, but=record.id)
    opened_on = _day(record.campaign.opened_at or now, record.time_zone)
    told_soon = [one for one in earlier if one.memberships and is_too_soon(one.result.closed_on, opened_on)]
    closed = Closed(
        framework=get_framework(connection, record.snapshot),
        kind=record.campaign.kind,
        sheets={},
        members=record.campaign.members,
        policy=record.campaign.policy,
        closed_on=_day(record.campaign.closed_at or now, record.time_zone),
        earlier=tuple(dict.fromkeys(people for one in earlier for people in one.memberships)),
        soon_after=tuple(one.basis.complete for one in told_soon),
    )
    return _Ground(closed, _find_previous(connection, record))


def _read_sheets(connection: Connection, record: CampaignRecord) -> dict[str, AnswerSheet]:
    """What was submitted, by the ids of the assessments."""
    level = level_of(record.campaign.kind)
    return {key: AnswerSheet(level, values) for key, values in read_submitted(connection, record.id).items()}


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
