"""A campaign: whom it asks, how long, and what may happen to it when. Values and pure transitions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from assessment.domain.campaign_refusals import (
    CampaignNotIn,
    DeadlineNotLater,
    DeadlinePassed,
    GroupTooSmall,
    NotAMember,
)
from assessment.domain.suppression.policy import FLOOR, Policy


class CampaignKind(StrEnum):
    """What is asked: members about themselves, members about the team, or the lead alone about the team."""

    THEMSELVES = "themselves"
    TEAM = "team"
    LEAD_ALONE = "lead_alone"


class CampaignState(StrEnum):
    """Draft, open with its membership frozen, closed with its results published, archived. There is no way back."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Campaign:
    """One round of asking. Moments are aware; the organiser's time zone has been applied before they come here.

    ``k``: fewest people any figure is about. ``closes_at``: when it closes by itself, None only for a campaign that is
    closed by hand. ``members``: opaque ids, empty until it opens and frozen from then on. ``anonymous``: no link
    between person and answers is kept. ``closed_at`` is the moment from which results may be seen.
    """

    id: str
    kind: CampaignKind
    closes_at: datetime | None
    k: int = FLOOR
    anonymous: bool = False
    remind_before: tuple[timedelta, ...] = (timedelta(days=7), timedelta(days=1))
    state: CampaignState = CampaignState.DRAFT
    members: frozenset[str] = frozenset()
    opened_at: datetime | None = None
    closed_at: datetime | None = None

    def __post_init__(self) -> None:
        Policy(self.k)
        if any(
            moment is not None and moment.tzinfo is None for moment in (self.closes_at, self.opened_at, self.closed_at)
        ):
            raise ValueError("a moment without a time zone means nothing")

    @property
    def policy(self) -> Policy:
        """The anonymity rules of this campaign."""
        return Policy(self.k)

    @property
    def fewest_members(self) -> int:
        """How many have to be asked so that a result is possible: k, or the lead alone."""
        return 1 if self.kind is CampaignKind.LEAD_ALONE else self.k


def open_campaign(campaign: Campaign, members: frozenset[str], now: datetime) -> Campaign:
    """The campaign open, with its membership frozen.

    Raises CampaignNotIn unless it is a draft, GroupTooSmall when nothing could ever be shown, DeadlinePassed when it
    would close at once.
    """
    _require(campaign, CampaignState.DRAFT)
    if len(members) < campaign.fewest_members:
        raise GroupTooSmall(len(members), campaign.fewest_members)
    if campaign.closes_at is not None and campaign.closes_at <= now:
        raise DeadlinePassed(campaign.closes_at)
    return replace(campaign, state=CampaignState.OPEN, members=members, opened_at=now)


def close_campaign(campaign: Campaign, now: datetime) -> Campaign:
    """The campaign closed by hand, its results published. Raises CampaignNotIn unless it is open."""
    _require(campaign, CampaignState.OPEN)
    return replace(campaign, state=CampaignState.CLOSED, closed_at=now)


def close_when_due(campaign: Campaign, now: datetime) -> Campaign:
    """The campaign, closed as of its deadline when that has come; otherwise as it is. May be asked any time."""
    if campaign.state is not CampaignState.OPEN or not _is_over(campaign, now):
        return campaign
    return replace(campaign, state=CampaignState.CLOSED, closed_at=campaign.closes_at)


def archive_campaign(campaign: Campaign) -> Campaign:
    """The campaign out of sight; what was published stays. Raises CampaignNotIn unless it is closed."""
    _require(campaign, CampaignState.CLOSED)
    return replace(campaign, state=CampaignState.ARCHIVED)


def extend_campaign(campaign: Campaign, closes_at: datetime, now: datetime) -> Campaign:
    """The campaign with a later deadline.

    Raises CampaignNotIn unless it is open, DeadlinePassed when it is over already, or the new deadline lies in the
    past, DeadlineNotLater when the new one is not later than the old one.
    """
    _require(campaign, CampaignState.OPEN)
    for moment in (campaign.closes_at, closes_at):
        if moment is not None and moment <= now:
            raise DeadlinePassed(moment)
    if campaign.closes_at is not None and closes_at <= campaign.closes_at:
        raise DeadlineNotLater(campaign.closes_at)
    return replace(campaign, closes_at=closes_at)


def takes_answers(campaign: Campaign, now: datetime) -> bool:
    """Whether answers may come in: from its opening until its deadline, whether or not somebody has closed it then."""
    return campaign.state is CampaignState.OPEN and not _is_over(campaign, now)


def check_may_answer(campaign: Campaign, member: str, now: datetime) -> None:
    """Nothing when the member may answer now.

    Raises CampaignNotIn unless it is open, DeadlinePassed from the very moment of the deadline even when nobody has
    closed it yet, NotAMember for whoever was not in the group when it opened.
    """
    _require(campaign, CampaignState.OPEN)
    if campaign.closes_at is not None and _is_over(campaign, now):
        raise DeadlinePassed(campaign.closes_at)
    if member not in campaign.members:
        raise NotAMember


def is_published(campaign: Campaign) -> bool:
    """Whether results may be seen: never while answers can still come in."""
    return campaign.state in {CampaignState.CLOSED, CampaignState.ARCHIVED}


def find_due_reminder(campaign: Campaign, last_sent: datetime | None, now: datetime) -> datetime | None:
    """The moment of the reminder that is due to those who have not answered, or None.

    Of several moments that have gone by only the latest counts, so nobody is reminded twice at once. A moment before
    the campaign opened, or not after the last reminder (``last_sent``, when it was sent), is spent.
    """
    if campaign.closes_at is None or not takes_answers(campaign, now):
        return None
    due = [campaign.closes_at - before for before in campaign.remind_before]
    gone_by = [
        moment for moment in due if moment <= now and (campaign.opened_at is None or moment > campaign.opened_at)
    ]
    latest = max(gone_by, default=None)
    return None if latest is None or (last_sent is not None and latest <= last_sent) else latest


def clone_campaign(campaign: Campaign, new_id: str, closes_at: datetime | None) -> Campaign:
    """A draft of the next wave: asked the same way, of whoever is in the group when it opens."""
    return replace(
        campaign,
        id=new_id,
        closes_at=closes_at,
        state=CampaignState.DRAFT,
        members=frozenset(),
        opened_at=None,
        closed_at=None,
    )


def _is_over(campaign: Campaign, now: datetime) -> bool:
    return campaign.closes_at is not None and campaign.closes_at <= now


def _require(campaign: Campaign, *states: CampaignState) -> None:
    if campaign.state not in states:
        raise CampaignNotIn(campaign.state, states)
