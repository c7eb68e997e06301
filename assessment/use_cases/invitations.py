"""Personal links of respondents: made when a mail is composed, opened by their people, revoked by the organiser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.domain.campaign import CampaignState, takes_answers
from assessment.domain.campaign_refusals import CampaignNotIn, RespondentNotFound
from assessment.domain.mail import MailKind, MailState
from assessment.store import campaigns, respondents
from assessment.store.campaigns import StoredCampaign
from assessment.store.database import reading, transaction
from assessment.store.invitation_mails import (
    InvitationMail,
    cancel_mails,
    hurry_invitation,
    list_invitations,
    list_newest,
)
from assessment.store.respondents import StoredLink, StoredRespondent
from assessment.use_cases.campaign_audit import note_campaign
from assessment.use_cases.campaign_mails import campaign_facts, write_mail
from assessment.use_cases.campaign_records import CampaignRecord, read_campaign, to_campaign, to_record
from assessment.use_cases.mails import wake
from assessment.use_cases.tokens import TOKEN_BYTES, TokenSource, hash_token

_NOT_HANDED_OVER = {MailState.WAITING, MailState.CLAIMED}
_ON_THE_WAY = {*_NOT_HANDED_OVER, MailState.HANDING_OVER}
_TROUBLES = {MailState.REFUSED, MailState.BOUNCED, MailState.IN_DOUBT, MailState.GIVEN_UP}


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody asked and how the mail with the invitation fares; nothing here depends on answers.

    ``mail`` is waiting, sent, refused, bounced, in_doubt, given_up or, when the campaign closed before it could be
    sent, cancelled. ``trouble`` is what the mail server said; ``next_attempt`` when it is asked again, None unless it
    has not taken the mail so far. ``shut_out``: the link was revoked and no new one was sent.
    """

    respondent_id: str
    name: str
    email: str | None
    locale: str
    mail: MailState
    trouble: str
    next_attempt: datetime | None
    shut_out: bool


def new_personal_link(
    respondent_id: str, *, now: datetime, token_source: TokenSource, reminder: bool = False
) -> str | None:
    """The token of a new link for this respondent, stored at once; None as for ``store_link``."""
    token = make_token(token_source)
    with transaction() as connection:
        return token if store_link(connection, respondent_id, token, now=now, reminder=reminder) else None


def make_token(token_source: TokenSource) -> str:
    """The token of a personal link that is not stored yet."""
    return token_source(TOKEN_BYTES)


def find_to_write(respondent_id: str, *, now: datetime, reminder: bool) -> StoredRespondent | None:
    """The respondent, if there is anything to write just now; see ``store_link``.

    An invitation to somebody who has withdrawn is written and offered to the mail server like any other, and let go
    only then: as long as the server is away it waits with the others, and nobody sees who has withdrawn.
    """
    with reading() as connection:
        found = respondents.find_respondent(connection, respondent_id)
        stored = None if found is None else campaigns.find_campaign(connection, found.campaign_id)
        asked = found if found is None or reminder else replace(found, withdrawn=False)
        return found if _is_wanted(connection, asked, stored, now, reminder=reminder) else None


def store_link(connection: Connection, respondent_id: str, token: str, *, now: datetime, reminder: bool) -> bool:
    """Store the link of a mail to this respondent. False, and there is none, when nothing is to be written any more.

    That is when the campaign has closed, the person has withdrawn or was shut out, or, for a ``reminder``, has answered
    meanwhile. An invitation goes out whether or not the person has answered: its fate is shown to the organiser.
    """
    found = respondents.find_respondent(connection, respondent_id)
    stored = None if found is None else campaigns.hold_campaign(connection, found.campaign_id)
    locked = None if stored is None else respondents.lock_respondent(connection, respondent_id)
    if not _is_wanted(connection, locked, stored, now, reminder=reminder):
        return False
    respondents.add_link(connection, StoredLink(hash_token(token), respondent_id, now, None))
    return True


def add_link(connection: Connection, respondent_id: str, *, now: datetime, token_source: TokenSource) -> str:
    """The token of a new link, which is stored nowhere."""
    token = make_token(token_source)
    respondents.add_link(connection, StoredLink(hash_token(token), respondent_id, now, None))
    return token


def list_invited(campaign_id: str) -> tuple[Invited, ...]:
    """Everybody asked, by name, with the state of the newest invitation. Reminders and answers leave no trace here.

    Who wants no more mails stands here as sent, like everybody whose mail went out; and as not sent, like everybody
    whose mail was still waiting, when the campaign closed. Raises CampaignNotFound.
    """
    with reading() as connection:
        closed_at = read_campaign(connection, campaign_id).campaign.closed_at
        newest = list_newest(connection, campaign_id)
        shut_out = respondents.list_shut_out(connection, campaign_id)
        return tuple(
            Invited(
                respondent_id=one.id,
                name=one.name,
                email=one.email,
                locale=one.locale,
                mail=_visible(newest.get(one.id), closed_at),
                trouble=_trouble(newest.get(one.id)),
                next_attempt=None if closed_at else _next_attempt(newest.get(one.id)),
                shut_out=one.id in shut_out,
            )
            for one in respondents.list_respondents(connection, campaign_id)
        )


def resend(campaign_id: str, respondent_id: str, *, now: datetime, by: int | None = None) -> bool:
    """One more invitation, with a link of its own. False while one is on its way: that one is tried at once instead.

    ``by`` is the account that asks for it, here and below: it is written down.
    Raises CampaignNotFound, RespondentNotFound, and CampaignNotIn unless the campaign is open.
    """
    with transaction() as connection:
        record, respondent = _lock(connection, campaign_id, respondent_id)
        sent = list_invitations(connection, respondent_id)
        if is_new := not any(mail.state in _ON_THE_WAY for mail in sent):
            facts = campaign_facts(connection, record)
            key = f"invitation/{respondent_id}/{len(sent) + 1}"
            write_mail(connection, respondent, kind=MailKind.INVITATION, key=key, facts=facts, now=now)
            note_campaign(connection, AuditAction.INVITATION_SENT_AGAIN, record, by=by, now=now)
        else:
            hurry_invitation(connection, respondent_id, now=now)
    wake()
    return is_new


def revoke(
    campaign_id: str, respondent_id: str, *, now: datetime, token_source: TokenSource, by: int | None = None
) -> None:
    """Let no link of this person open anything, and no mail to them go out, until a new one is sent.

    Raises CampaignNotFound, RespondentNotFound, and CampaignNotIn unless the campaign is open.
    """
    with transaction() as connection:
        record, _respondent = _lock(connection, campaign_id, respondent_id)
        cancel_mails(connection, respondent_id, at=now)
        respondents.revoke_links(connection, respondent_id, at=now)
        if not respondents.has_links(connection, respondent_id):
            # No mail has gone out yet. A link that nobody ever gets keeps the person shut out.
            never_sent = hash_token(token_source(TOKEN_BYTES))
            respondents.add_link(connection, StoredLink(never_sent, respondent_id, now, now))
        note_campaign(connection, AuditAction.INVITATION_REVOKED, record, by=by, now=now)


def _is_wanted(
    connection: Connection,
    respondent: StoredRespondent | None,
    stored: StoredCampaign | None,
    now: datetime,
    *,
    reminder: bool,
) -> bool:
    if respondent is None or stored is None or respondent.withdrawn:
        return False
    if not takes_answers(to_campaign(stored, frozenset()), now):
        return False
    if reminder:
        return respondents.is_to_remind(connection, respondent.id, anonymous=stored.anonymous)
    return not _is_shut_out(connection, respondent.id)


def _lock(connection: Connection, campaign_id: str, respondent_id: str) -> tuple[CampaignRecord, StoredRespondent]:
    stored = campaigns.hold_campaign(connection, campaign_id)
    respondent = respondents.lock_respondent(connection, respondent_id)
    if stored is None or respondent is None or respondent.campaign_id != campaign_id:
        raise RespondentNotFound
    record = to_record(connection, stored)
    if record.campaign.state is not CampaignState.OPEN:
        raise CampaignNotIn(record.campaign.state, (CampaignState.OPEN,))
    return record, respondent


def _is_shut_out(connection: Connection, respondent_id: str) -> bool:
    """Whether the links were revoked and no new invitation is on its way, be it that it was claimed before that."""
    if not respondents.is_shut_out(connection, respondent_id):
        return False
    return not any(mail.state in _ON_THE_WAY for mail in list_invitations(connection, respondent_id))


def _visible(mail: InvitationMail | None, closed_at: datetime | None) -> MailState:
    if mail is None:
        return MailState.SENT
    if closed_at is not None and mail.state in _NOT_HANDED_OVER:
        return MailState.CANCELLED
    if mail.state is MailState.CANCELLED:
        too_late = closed_at is not None and mail.finished_at is not None and mail.finished_at >= closed_at
        return MailState.CANCELLED if too_late else MailState.SENT
    return MailState.WAITING if mail.state in _ON_THE_WAY else mail.state


def _trouble(mail: InvitationMail | None) -> str:
    return mail.trouble if mail is not None and mail.state in _TROUBLES else ""


def _next_attempt(mail: InvitationMail | None) -> datetime | None:
    return mail.due_at if mail is not None and mail.state is MailState.WAITING and mail.trouble else None
