"""The respondents' side of a campaign: what a personal link shows, and beginning to answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from assessment.domain.audience import AudienceLine, describe_audience
from assessment.domain.campaign import Campaign, CampaignKind, takes_answers
from assessment.domain.campaign_refusals import (
    BegunElsewhere,
    CampaignNotFound,
    InvitationNotFound,
    InvitationRevoked,
)
from assessment.domain.suppression.cells import Cell, Group, build_structure
from assessment.store import assessments, campaigns, ownership, respondents
from assessment.store.assessments import StoredAssessment
from assessment.store.campaigns import CampaignAnswers, StoredCampaign
from assessment.store.database import reading, transaction
from assessment.store.respondents import StoredRespondent
from assessment.use_cases.campaign_gate import moment_of_answers, require_open
from assessment.use_cases.campaign_records import CampaignRecord, level_of, to_record
from assessment.use_cases.invitations import add_link
from assessment.use_cases.kept_frameworks import get_framework
from assessment.use_cases.records import Status
from assessment.use_cases.tokens import ID_BYTES, TOKEN_BYTES, TokenSource, hash_token

_KEY = re.compile(r"[A-Za-z0-9_-]{40,64}")


class Standing(StrEnum):
    """How somebody stands to a campaign that asks them.

    ``elsewhere``: begun in an anonymous campaign, which does not know the answers. ``ended``: it takes no more answers
    and there are none of this person's that it knows; ``unfinished``: there are, and they were not submitted in time.
    """

    TO_BEGIN = "to_begin"
    TO_GO_ON = "to_go_on"
    ELSEWHERE = "elsewhere"
    SUBMITTED = "submitted"
    UNFINISHED = "unfinished"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a campaign asks of one person. ``audience`` are the facts of who will see what."""

    record: CampaignRecord
    team: str
    name: str
    locale: str
    standing: Standing
    audience: AudienceLine


@dataclass(frozen=True, slots=True)
class Begun:
    """Answers that were begun. ``token`` opens them; ``is_new`` unless they had been begun before.

    The token of an anonymous campaign's answers is known to nobody else and must be kept by the person.
    """

    assessment_id: str
    token: str
    is_new: bool
    keep_token: bool


def describe_to(campaign: Campaign) -> AudienceLine:
    """Who will see what, computed from the rules that will decide."""
    return describe_audience(campaign, build_structure({"team": Group(Cell(campaign.members, frozenset()))}, {}))


def look_at_invitation(token: str, *, now: datetime) -> Asked:
    """What the personal link shows before anything is begun. Raises InvitationNotFound, InvitationRevoked."""
    with reading() as connection:
        return _describe(connection, _by_link(connection, token), now)


def is_invitation(token: str) -> bool:
    """Whether it is the token of a personal link, revoked or not."""
    with reading() as connection:
        return respondents.find_link(connection, hash_token(token)) is not None


def look_as_member(campaign_id: str, user_id: int, *, now: datetime) -> Asked:
    """The same for a signed-in person. Raises CampaignNotFound for everybody who is not asked."""
    with reading() as connection:
        return _describe(connection, _by_account(connection, campaign_id, user_id), now)


def list_asked(user_id: int, *, now: datetime) -> tuple[Asked, ...]:
    """Campaigns that are open and ask this account, the newest first; with how it stands to each."""
    with reading() as connection:
        found = (_describe(connection, one, now) for one in respondents.list_of_account(connection, user_id))
        return tuple(asked for asked in found if takes_answers(asked.record.campaign, now))


def find_asking(assessment_id: str) -> CampaignRecord | None:
    """The campaign that these answers are for, None for answers of one's own."""
    with reading() as connection:
        found = campaigns.find_answers(connection, assessment_id)
        stored = None if found is None else campaigns.find_campaign(connection, found.campaign_id)
        return None if stored is None else to_record(connection, stored)


def begin(token: str, *, locale: str, now: datetime, token_source: TokenSource, key: str | None = None) -> Begun:
    """Begin the answers of a personal link, or find those that were begun with it.

    ``key``: the token of an anonymous campaign's answers, made beforehand, so that the same form sent twice begins
    once; made here unless given. Raises InvitationNotFound, InvitationRevoked, BegunElsewhere and, when there is
    nothing to come back to, AnsweringEnded.
    """
    with transaction() as connection:
        respondent = _by_link(connection, token)
        return _begin(connection, respondent, token, _Wish(locale, now, token_source, key))


def begin_as_member(
    campaign_id: str, user_id: int, *, locale: str, now: datetime, token_source: TokenSource, key: str | None = None
) -> Begun:
    """The same for a signed-in person, who gets a personal link of their own for it, and the answers into the account.

    An anonymous campaign, which must not know whose answers they are, does neither.
    Raises CampaignNotFound, InvitationRevoked, BegunElsewhere, AnsweringEnded.
    """
    with transaction() as connection:
        respondent = _by_account(connection, campaign_id, user_id)
        if respondents.is_shut_out(connection, respondent.id):
            raise InvitationRevoked
        stored = _hold(connection, campaign_id)
        # In an anonymous campaign the moment of a new link would tell when this person began, and nothing needs one.
        linked = stored is not None and not stored.anonymous
        token = add_link(connection, respondent.id, now=now, token_source=token_source) if linked else ""
        begun = _begin(connection, respondent, token, _Wish(locale, now, token_source, key))
        if linked and begun.is_new:
            ownership.add_owner(connection, begun.assessment_id, user_id, now)
        return begun


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a call to begin brings along."""

    locale: str
    now: datetime
    token_source: TokenSource
    key: str | None

    def own_token(self, *, anonymous: bool) -> str:
        """The token of the answers: the key where it is one and may be used, else a new one that nobody gets."""
        given = self.key if anonymous and self.key is not None and _KEY.fullmatch(self.key) else None
        return given or self.token_source(TOKEN_BYTES)


def _begin(connection: Connection, respondent: StoredRespondent, token: str, wish: _Wish) -> Begun:
    stored = _hold(connection, respondent.campaign_id)
    locked = respondents.lock_respondent(connection, respondent.id)
    if stored is None or locked is None:
        raise InvitationNotFound
    own = wish.own_token(anonymous=stored.anonymous)
    opens = own if stored.anonymous else token
    known = _find_begun(connection, stored, respondent.id, own)
    if known is not None:
        return Begun(known, opens, is_new=False, keep_token=stored.anonymous)
    require_open(stored, wish.now)
    if stored.anonymous and locked.begun:
        raise BegunElsewhere
    assessment = _new_assessment(connection, stored, own, wish)
    assessments.add_assessment(connection, assessment)
    link = None if stored.anonymous else respondent.id
    campaigns.add_answers(connection, CampaignAnswers(assessment.id, stored.id, link))
    if stored.anonymous:
        respondents.mark_begun_among(connection, stored.id, respondent.id)
    else:
        respondents.mark_begun(connection, respondent.id)
    return Begun(assessment.id, opens, is_new=True, keep_token=stored.anonymous)


def _hold(connection: Connection, campaign_id: str) -> StoredCampaign | None:
    """The campaign as it stays until the transaction ends; of an anonymous one no two people begin at once."""
    found = campaigns.find_campaign(connection, campaign_id)
    if found is not None and found.anonymous:
        return campaigns.lock_campaign(connection, campaign_id)
    return campaigns.hold_campaign(connection, campaign_id)


def _find_begun(connection: Connection, stored: StoredCampaign, respondent_id: str, own: str) -> str | None:
    if not stored.anonymous:
        return campaigns.find_assessment_of(connection, respondent_id)
    found = assessments.find_by_token_hash(connection, hash_token(own))
    answers = None if found is None else campaigns.find_answers(connection, found.id)
    return answers.assessment_id if answers is not None and answers.campaign_id == stored.id else None


def _new_assessment(connection: Connection, stored: StoredCampaign, own: str, wish: _Wish) -> StoredAssessment:
    framework = get_framework(connection, stored.snapshot)
    # In a team with one speaker of a language, that language would tell whose anonymous answers these are.
    spoken = None if stored.anonymous else wish.locale
    return StoredAssessment(
        id=wish.token_source(ID_BYTES),
        token_hash=hash_token(own),
        snapshot=stored.snapshot,
        level=level_of(CampaignKind(stored.kind)).value,
        locale=spoken if spoken in framework.locales else framework.locales[0],
        channel="web",
        status=Status.OPEN.value,
        revision=0,
        name="",
        started_at=moment_of_answers(stored, wish.now),
        last_saved_at=None,
        submitted_at=None,
        kept_despite_flags=None,
        answered=0,
    )


def _by_link(connection: Connection, token: str) -> StoredRespondent:
    link = respondents.find_link(connection, hash_token(token))
    respondent = None if link is None else respondents.find_respondent(connection, link.respondent_id)
    if link is None or respondent is None:
        raise InvitationNotFound
    if link.revoked_at is not None:
        raise InvitationRevoked
    return respondent


def _by_account(connection: Connection, campaign_id: str, user_id: int) -> StoredRespondent:
    respondent = respondents.find_by_account(connection, campaign_id, user_id)
    if respondent is None:
        raise CampaignNotFound
    return respondent


def _describe(connection: Connection, respondent: StoredRespondent, now: datetime) -> Asked:
    stored = campaigns.find_campaign(connection, respondent.campaign_id)
    if stored is None:
        raise CampaignNotFound
    record = to_record(connection, stored)
    return Asked(
        record=record,
        team=campaigns.get_team_name(connection, stored.team_id),
        name=respondent.name,
        locale=respondent.locale,
        standing=_standing(connection, record, respondent, now),
        audience=describe_to(record.campaign),
    )


def _standing(connection: Connection, record: CampaignRecord, respondent: StoredRespondent, now: datetime) -> Standing:
    open_now = takes_answers(record.campaign, now)
    assessment_id = campaigns.find_assessment_of(connection, respondent.id)
    found = None if assessment_id is None else assessments.find_assessment(connection, assessment_id)
    if found is not None and found.status == Status.SUBMITTED:
        return Standing.SUBMITTED
    if found is not None:
        return Standing.TO_GO_ON if open_now else Standing.UNFINISHED
    if not open_now:
        return Standing.ENDED
    return Standing.ELSEWHERE if record.campaign.anonymous and respondent.begun else Standing.TO_BEGIN
