"""What happens to a campaign: it opens, is given more time, closes with its results published, is put away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from assessment.bank.shelf import Shelf
from assessment.domain.audience import AudienceLine
from assessment.domain.audit import AuditAction
from assessment.domain.campaign import (
    Campaign,
    CampaignKind,
    CampaignState,
    archive_campaign,
    close_campaign,
    close_when_due,
    extend_campaign,
)
from assessment.domain.campaign import open_campaign as open_for_answers
from assessment.domain.campaign_refusals import CampaignNotIn, DeadlinePassed, GroupTooSmall, NotAMember
from assessment.domain.people import TeamRole
from assessment.domain.refusals import Refusal
from assessment.store import campaigns
from assessment.store.database import reading, transaction
from assessment.store.respondents import StoredRespondent, add_respondents
from assessment.store.teams import lock_team
from assessment.use_cases.answer_campaign import describe_to
from assessment.use_cases.campaign_audit import note_campaign
from assessment.use_cases.campaign_mails import tell_leads, write_invitations
from assessment.use_cases.campaign_records import (
    CampaignRecord,
    get_campaign,
    read_campaign,
    save_record,
    with_campaign,
)
from assessment.use_cases.draft_campaign import check_deadline, require_level
from assessment.use_cases.mails import wake
from assessment.use_cases.one_by_one import do_for_each
from assessment.use_cases.person_hashes import person_of
from assessment.use_cases.teams import MemberRecord, read_members
from assessment.use_cases.tokens import ID_BYTES, TokenSource

_FORESIGHTS = 2
"""How often figures are computed before the transaction that closes; once more, and they are computed in it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What would happen if the campaign were opened now. ``refusal`` is why it cannot be, None when it can.

    ``asked`` are those who would be asked, by name, ``unconfirmed`` those who are left out because nobody knows that
    the address is theirs. ``audience`` are the facts of the line that everybody asked would read.
    """

    asked: tuple[MemberRecord, ...]
    unconfirmed: tuple[MemberRecord, ...]
    audience: AudienceLine
    refusal: Refusal | None


def look_ahead(record: CampaignRecord, *, opened_by: int, now: datetime) -> Opening:
    """A draft before it is opened by that account."""
    with reading() as connection:
        people = read_members(connection, record.team_id)
    refusal: Refusal | None = None
    try:
        asked = _to_ask(people, record, opened_by)
        open_for_answers(_in_own_zone(record), frozenset(person.id for person in asked), now)
    except NotAMember as not_theirs:
        asked, refusal = (), not_theirs
    except (CampaignNotIn, GroupTooSmall, DeadlinePassed) as cannot:
        refusal = cannot
    members = frozenset(person.id for person in asked)
    unconfirmed = tuple(one for one in people if one.role is TeamRole.MEMBER and not one.confirmed)
    return Opening(asked, unconfirmed, describe_to(replace(record.campaign, members=members)), refusal)


def open_campaign(
    shelf: Shelf, campaign_id: str, *, opened_by: int, now: datetime, token_source: TokenSource
) -> CampaignRecord:
    """The campaign open: membership frozen, framework fixed, every invitation written down, all or nothing.

    ``opened_by`` is the account that opens it; where the lead answers alone, the lead who is asked. Raises
    CampaignNotFound, CampaignNotIn, GroupTooSmall, DeadlinePassed, UnknownLevel, NotAMember.
    """
    with transaction() as connection:
        lock_team(connection, read_campaign(connection, campaign_id).team_id)
        draft = read_campaign(connection, campaign_id, lock=True)
        people = _to_ask(read_members(connection, draft.team_id), draft, opened_by)
        respondents = [_respondent(campaign_id, person, token_source) for person in people]
        members = frozenset(one.person for one in respondents)
        checked = shelf.get(draft.framework_id)
        require_level(draft, checked)
        record = replace(
            with_campaign(draft, open_for_answers(_in_own_zone(draft), members, now)),
            version=checked.framework.version,
            snapshot=checked.digest,
        )
        save_record(connection, record)
        add_respondents(connection, respondents)
        if draft.campaign.kind is not CampaignKind.LEAD_ALONE:
            write_invitations(connection, record, respondents, now=now)
        note_campaign(connection, AuditAction.CAMPAIGN_OPENED, record, by=opened_by, now=now)
    wake()
    return record


def close_now(campaign_id: str, *, now: datetime, by: int | None = None) -> CampaignRecord:
    """The campaign closed by hand, or as of its deadline where that has gone by; its results are published.

    ``by`` is the account that closes it, here and below: it is written down.
    Raises CampaignNotFound, CampaignNotIn.
    """

    def closed(campaign: Campaign) -> Campaign:
        after = close_when_due(campaign, now)
        return close_campaign(campaign, now) if after == campaign else after

    return _close(campaign_id, closed, now=now, by=by)


def close_due_campaigns(now: datetime) -> int:
    """Close every campaign whose deadline has come, each in a transaction of its own; how many were closed here.

    One that cannot be closed keeps no other open; what was raised is raised after all have had their turn.
    """
    with reading() as connection:
        due = campaigns.list_due(connection, now)
    return do_for_each(due, lambda campaign_id: _close_when_due(campaign_id, now))


def extend(campaign_id: str, closes_at: datetime, *, now: datetime, by: int | None = None) -> CampaignRecord:
    """The campaign with more time.

    Raises CampaignNotFound, CampaignNotIn, DeadlinePassed, DeadlineNotLater, OutOfRange (``day``).
    """
    with transaction() as connection:
        record = read_campaign(connection, campaign_id, lock=True)
        longer = with_campaign(record, extend_campaign(_in_own_zone(record), closes_at, now))
        check_deadline(closes_at, now)
        save_record(connection, longer)
        note_campaign(connection, AuditAction.CAMPAIGN_EXTENDED, longer, by=by, now=now)
    return longer


def archive(campaign_id: str, *, now: datetime, by: int | None = None) -> CampaignRecord:
    """The campaign put away; what was published stays. Raises CampaignNotFound, CampaignNotIn."""
    with transaction() as connection:
        record = read_campaign(connection, campaign_id, lock=True)
        away = with_campaign(record, archive_campaign(record.campaign))
        save_record(connection, away)
        note_campaign(connection, AuditAction.CAMPAIGN_ARCHIVED, away, by=by, now=now)
    return away


def _in_own_zone(record: CampaignRecord) -> Campaign:
    """The campaign with its deadline as the organiser reads it, so that refusals name it so."""
    closes_at = record.campaign.closes_at
    return replace(record.campaign, closes_at=closes_at and closes_at.astimezone(ZoneInfo(record.time_zone)))


def _close_when_due(campaign_id: str, now: datetime) -> bool:
    """False when somebody else closed it, or gave it more time, meanwhile."""

    def closed(campaign: Campaign) -> Campaign:
        after = close_when_due(campaign, now)
        if after == campaign:
            raise CampaignNotIn(campaign.state, (CampaignState.OPEN,))
        return after

    try:
        _close(campaign_id, closed, now=now, by=None)
    except CampaignNotIn:
        return False
    return True


def _close(
    campaign_id: str, closed: Callable[[Campaign], Campaign], *, now: datetime, by: int | None
) -> CampaignRecord:
    """Close and publish in one short transaction what was computed before it.

    The figures of a thousand people take seconds, in which nobody is to wait. Where answers came in meanwhile they
    are computed again, and the last time while everybody waits. Of two campaigns of a team that close at once the
    second waits for the first, because it may tell less after it. Raises what ``closed`` raises.
    """
    from assessment.use_cases.publish_result import foresee, holds, publish  # needs NumPy, which answering does not

    for foresights_left in reversed(range(_FORESIGHTS + 1)):
        before = get_campaign(campaign_id)
        foreseen = foresee(with_campaign(before, closed(before.campaign)), now) if foresights_left else None
        with transaction() as connection:
            lock_team(connection, before.team_id)
            record = read_campaign(connection, campaign_id, lock=True)
            after = with_campaign(record, closed(record.campaign))
            if foreseen is not None and not holds(connection, after, now, foreseen):
                continue
            save_record(connection, after)
            publish(connection, after, now, foreseen)
            tell_leads(connection, after, now=now)
            note_campaign(connection, AuditAction.CAMPAIGN_CLOSED, after, by=by, now=now)
            break
    wake()
    return after


def _to_ask(people: tuple[MemberRecord, ...], record: CampaignRecord, opened_by: int) -> tuple[MemberRecord, ...]:
    if record.campaign.kind is not CampaignKind.LEAD_ALONE:
        return tuple(person for person in people if person.is_asked)
    lead = next((one for one in people if one.role is TeamRole.LEAD and one.user_id == opened_by), None)
    if lead is None:
        raise NotAMember
    return (lead,)


def _respondent(campaign_id: str, member: MemberRecord, token_source: TokenSource) -> StoredRespondent:
    return StoredRespondent(
        id=token_source(ID_BYTES),
        campaign_id=campaign_id,
        member_id=member.id,
        user_id=member.user_id,
        person=person_of(member.email),
        email=member.email,
        name=member.name or member.email,
        locale=member.locale,
        begun=False,
        withdrawn=False,
    )
