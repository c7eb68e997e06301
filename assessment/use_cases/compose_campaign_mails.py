"""Mails of campaigns and of shared results, written at the moment they are sent from what holds then."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from assessment.domain.mail import Letter, MailKind
from assessment.languages import get_language
from assessment.store.campaigns import get_team_name
from assessment.store.database import reading
from assessment.store.mails import StoredMail
from assessment.store.shares import find_share
from assessment.use_cases.answer_campaign import describe_to
from assessment.use_cases.campaign_records import CampaignRecord, read_campaign
from assessment.use_cases.compose_mails import mail_locale, write_letter
from assessment.use_cases.invitations import find_to_write, make_token, store_link
from assessment.use_cases.kept_frameworks import get_framework
from assessment.use_cases.mails import Composing, register_composer
from assessment.use_cases.teams import TeamRole, read_members
from assessment.wording.mails.campaigns import AskingFacts, campaign_closed_words, invitation_words, reminder_words
from assessment.wording.mails.sharing import shared_words


def register_campaign_mails() -> None:
    """Have these kinds of mails written by this room."""
    register_composer(MailKind.INVITATION, _compose_for_respondent)
    register_composer(MailKind.REMINDER, _compose_for_respondent)
    register_composer(MailKind.CAMPAIGN_CLOSED, _compose_campaign_closed)
    register_composer(MailKind.RESULT_SHARED, _compose_result_shared)


def _compose_for_respondent(mail: StoredMail, composing: Composing) -> Letter | None:
    """With a new personal link; None when the person is not to answer any more."""
    if mail.respondent_id is None or mail.campaign_id is None:
        return None
    reminder = mail.kind is MailKind.REMINDER
    respondent = find_to_write(mail.respondent_id, now=composing.now, reminder=reminder)
    if respondent is None:
        return None
    token = _link_of(respondent.id, composing, reminder=reminder)
    asking = _asking(mail.campaign_id, composing)
    words = (reminder_words if reminder else invitation_words)(get_language(mail_locale(mail)), asking)
    letter = write_letter(mail, composing, words, link=f"{composing.settings.base_url}/invitation/{token}")
    return replace(letter, name=respondent.name)


def _link_of(respondent_id: str, composing: Composing, *, reminder: bool) -> str:
    """The token of a link that is stored when the mail goes out, unless there is nothing to write by then."""
    token = make_token(composing.token_source)

    def store(connection: Connection) -> bool:
        return store_link(connection, respondent_id, token, now=composing.now, reminder=reminder)

    composing.last_steps.append(store)
    return token


def _asking(campaign_id: str, composing: Composing) -> AskingFacts:
    """Read once for mails that are sent together: it takes all people of the campaign to say who will see what."""
    known = composing.remembered.get(campaign_id)
    if not isinstance(known, AskingFacts):
        with reading() as connection:
            known = _read_asking(connection, read_campaign(connection, campaign_id))
        composing.remembered[campaign_id] = known
    return known


def _read_asking(connection: Connection, record: CampaignRecord) -> AskingFacts:
    campaign = record.campaign
    people = read_members(connection, record.team_id)
    return AskingFacts(
        team=get_team_name(connection, record.team_id),
        leads=tuple(one.name for one in people if one.role is TeamRole.LEAD and not one.waits and one.name),
        title=record.title,
        kind=campaign.kind,
        anonymous=campaign.anonymous,
        statements=len(get_framework(connection, record.snapshot).items_of(record.level)),
        closes_at=campaign.closes_at,
        time_zone=record.time_zone,
        audience=describe_to(campaign),
    )


def _compose_campaign_closed(mail: StoredMail, composing: Composing) -> Letter:
    words = campaign_closed_words(
        get_language(mail_locale(mail)), team=str(mail.facts["team"]), title=str(mail.facts["title"])
    )
    return write_letter(
        mail, composing, words, link=f"{composing.settings.base_url}/campaigns/{mail.campaign_id}/result"
    )


def _compose_result_shared(mail: StoredMail, composing: Composing) -> Letter | None:
    """None when the share was taken back meanwhile, or its owner is gone."""
    with reading() as connection:
        share = find_share(connection, str(mail.facts["share"]))
    if share is None:
        return None
    words = shared_words(get_language(mail_locale(mail)), owner=share.owner_email)
    return write_letter(mail, composing, words, link=f"{composing.settings.base_url}/shared/{share.id}")
