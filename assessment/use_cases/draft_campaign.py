"""Drafts of campaigns: made, changed, thrown away, and cloned into the next wave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from assessment.bank.reader import CheckedFramework
from assessment.bank.shelf import Shelf
from assessment.domain.audit import AuditAction
from assessment.domain.campaign import Campaign, CampaignKind, CampaignState, clone_campaign
from assessment.domain.campaign_refusals import CampaignNotIn, DeadlinePassed
from assessment.domain.campaign_titles import next_title
from assessment.domain.next_deadline import next_deadline
from assessment.domain.refusals import OutOfRange, UnknownLevel
from assessment.domain.suppression.policy import FLOOR
from assessment.store import campaigns
from assessment.store.database import transaction
from assessment.use_cases.campaign_audit import note_campaign
from assessment.use_cases.campaign_records import CampaignRecord, read_campaign, save_record, to_record, to_stored
from assessment.use_cases.own_words import clean_line
from assessment.use_cases.tokens import ID_BYTES, TokenSource

LONGEST_TITLE = 120
HIGHEST_K = 1000
LONGEST_CAMPAIGN = timedelta(days=366)
REMINDERS = (timedelta(days=7), timedelta(days=1))
"""How long before the end those who have not answered can be reminded."""


@dataclass(frozen=True, slots=True)
class CampaignDraft:
    """What its organiser decides. ``closes_at`` is aware; ``time_zone`` the IANA name it was chosen in."""

    title: str
    kind: CampaignKind
    closes_at: datetime
    time_zone: str
    k: int = FLOOR
    anonymous: bool = False
    remind_before: tuple[timedelta, ...] = REMINDERS


def draft_campaign(
    shelf: Shelf,
    *,
    framework_id: str,
    team_id: str,
    draft: CampaignDraft,
    now: datetime,
    token_source: TokenSource,
    by: int | None = None,
) -> CampaignRecord:
    """A new draft with the latest version of the framework.

    ``by`` is the account that makes it, here and below: it is written down.
    Raises UnknownFramework, UnknownLevel, TextMissing, TextTooLong, OutOfRange (``k``, ``day``), DeadlinePassed.
    """
    checked = shelf.get(framework_id)
    campaign = Campaign(token_source(ID_BYTES), draft.kind, draft.closes_at)
    record = CampaignRecord(
        campaign=campaign,
        team_id=team_id,
        title="",
        time_zone=draft.time_zone,
        framework_id=checked.framework.id,
        version=checked.framework.version,
        snapshot=checked.digest,
        previous_id=None,
        created_at=now,
        reminded_at=None,
    )
    filled = _fill(record, draft, now)
    require_level(filled, checked)
    with transaction() as connection:
        campaigns.add_campaign(connection, to_stored(filled))
        note_campaign(connection, AuditAction.CAMPAIGN_DRAFTED, filled, by=by, now=now)
    return filled


def change_draft(campaign_id: str, draft: CampaignDraft, *, now: datetime, by: int | None = None) -> CampaignRecord:
    """The draft with all that its organiser decides set anew. Raises CampaignNotFound, CampaignNotIn, and as above."""
    with transaction() as connection:
        before = _lock_draft(connection, campaign_id)
        changed = _fill(before, draft, now)
        save_record(connection, changed)
        _note_change(connection, before, changed, by=by, now=now)
    return changed


def delete_draft(campaign_id: str, *, now: datetime, by: int | None = None) -> None:
    """Throw a draft away. Raises CampaignNotFound, CampaignNotIn."""
    with transaction() as connection:
        record = _lock_draft(connection, campaign_id)
        campaigns.delete_campaign(connection, campaign_id)
        note_campaign(connection, AuditAction.CAMPAIGN_DISCARDED, record, by=by, now=now)


def clone(campaign_id: str, *, now: datetime, token_source: TokenSource, by: int | None = None) -> CampaignRecord:
    """A draft of the next wave: asked the same way, as long as the last one was open, and continuing it.

    Its title is the last one's with a number of its own, which can be changed like everything else in a draft.
    The framework becomes the latest when it opens. A campaign that was cloned and not opened yet is given again, so
    that pressing twice makes one. Raises CampaignNotFound, and CampaignNotIn unless it is closed or archived.
    """
    with transaction() as connection:
        last = read_campaign(connection, campaign_id, lock=True)
        campaign = last.campaign
        if campaign.state not in {CampaignState.CLOSED, CampaignState.ARCHIVED}:
            raise CampaignNotIn(campaign.state, (CampaignState.CLOSED, CampaignState.ARCHIVED))
        others = campaigns.list_of_team(connection, last.team_id)
        for other in others:
            if other.previous_id == campaign_id and other.state == CampaignState.DRAFT:
                return to_record(connection, other)
        wave = replace(
            last,
            campaign=clone_campaign(campaign, token_source(ID_BYTES), _next_deadline(last, now)),
            title=next_title(last.title, [other.title for other in others], LONGEST_TITLE),
            previous_id=campaign_id,
            created_at=now,
            reminded_at=None,
        )
        campaigns.add_campaign(connection, to_stored(wave))
        note_campaign(connection, AuditAction.CAMPAIGN_CLONED, wave, by=by, now=now, previous=last.title)
    return wave


def check_deadline(closes_at: datetime, now: datetime) -> None:
    """Raises DeadlinePassed, and OutOfRange for more than a year ahead."""
    if closes_at <= now:
        raise DeadlinePassed(closes_at)
    if closes_at > now + LONGEST_CAMPAIGN:
        raise OutOfRange("day", now.date(), (now + LONGEST_CAMPAIGN).date())


def check_threshold(k: int) -> None:
    """Raises OutOfRange."""
    if not FLOOR <= k <= HIGHEST_K:
        raise OutOfRange("k", FLOOR, HIGHEST_K)


def require_level(record: CampaignRecord, checked: CheckedFramework) -> None:
    """Raises UnknownLevel where the framework has no statements for the campaign."""
    if record.level not in checked.framework.levels:
        raise UnknownLevel(record.level, checked.framework.levels)


def _fill(record: CampaignRecord, draft: CampaignDraft, now: datetime) -> CampaignRecord:
    title = clean_line("title", draft.title, LONGEST_TITLE, required=True)
    check_threshold(draft.k)
    check_deadline(draft.closes_at, now)
    alone = draft.kind is CampaignKind.LEAD_ALONE
    campaign = replace(
        record.campaign,
        kind=draft.kind,
        closes_at=draft.closes_at,
        k=FLOOR if alone else draft.k,
        anonymous=draft.anonymous and not alone,
        remind_before=() if alone else draft.remind_before,
    )
    return replace(record, campaign=campaign, title=title, time_zone=draft.time_zone)


def _note_change(
    connection: Connection, before: CampaignRecord, after: CampaignRecord, *, by: int | None, now: datetime
) -> None:
    k, former = after.campaign.k, before.campaign.k
    if k != former:
        action = AuditAction.CAMPAIGN_THRESHOLD_SET
        note_campaign(connection, action, after, by=by, now=now, k=k, before=former)
    elif after != before:
        note_campaign(connection, AuditAction.CAMPAIGN_CHANGED, after, by=by, now=now)


def _lock_draft(connection: Connection, campaign_id: str) -> CampaignRecord:
    record = read_campaign(connection, campaign_id, lock=True)
    if record.campaign.state is not CampaignState.DRAFT:
        raise CampaignNotIn(record.campaign.state, (CampaignState.DRAFT,))
    return record


def _next_deadline(last: CampaignRecord, now: datetime) -> datetime | None:
    """None for a campaign that was asked without one."""
    opened_at, closes_at = last.campaign.opened_at, last.campaign.closes_at
    if opened_at is None or closes_at is None:
        return None
    return next_deadline(opened_at, closes_at, now, ZoneInfo(last.time_zone)).astimezone(UTC)
