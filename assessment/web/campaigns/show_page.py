"""Page value of a campaign that is open, closed or archived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.domain.mail import MailState
from assessment.languages import Language
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.invitations import Invited
from assessment.use_cases.teams import TeamRecord
from assessment.web.campaigns.facts import Facts, campaign_facts, reminder_words
from assessment.web.campaigns.fields import deadline_fields
from assessment.web.fields import FieldView
from assessment.web.forms import RefusableForm
from assessment.web.locale import LOCALE_NAMES
from assessment.wording.campaigns import (
    mail_state_advice,
    mail_state_words,
    moment_words,
    next_attempt_words,
    state_name,
    zone_words,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody asked and how the invitation fares. ``is_bad``: the mail needs a look."""

    id: str
    name: str
    email: str
    locale: str
    language: str
    mail: str
    trouble: str
    is_bad: bool


@dataclass(frozen=True, slots=True)
class CampaignPage:
    """``extension`` are the fields that give more time, empty unless it is open; ``answers_here`` for a lead alone.

    ``people`` whose mail needs a look come first; ``trouble`` says how many they are, empty when there is none.
    ``delay``: that the mail server has not taken all invitations so far.
    """

    campaign_id: str
    team_id: str
    team: str
    title: str
    state: str
    is_open: bool
    is_closed: bool
    answers_here: bool
    has_result: bool
    lead: str
    promise: str
    facts: Facts
    people: tuple[Person, ...]
    trouble: str
    delay: str
    extension: tuple[FieldView, ...]
    zone: str


def build_campaign_page(
    language: Language,
    record: CampaignRecord,
    team: TeamRecord,
    invited: tuple[Invited, ...],
    *,
    now: datetime,
    again: RefusableForm | None = None,
) -> CampaignPage:
    """The page of one campaign; ``again`` is the form for more time when it was refused."""
    campaign = record.campaign
    is_open = campaign.state is CampaignState.OPEN
    alone = campaign.kind is CampaignKind.LEAD_ALONE
    people = () if alone else tuple(_person(language, one, record.time_zone) for one in invited)
    bad = sum(person.is_bad for person in people)
    extension: tuple[FieldView, ...] = ()
    zone = ""
    if is_open and campaign.closes_at is not None:
        extension = deadline_fields(language, campaign.closes_at, record.time_zone, again)
        zone = zone_words(language, campaign.closes_at, record.time_zone)
    return CampaignPage(
        campaign_id=record.id,
        team_id=team.id,
        team=team.name,
        title=record.title,
        state=state_name(language, campaign.state),
        is_open=is_open,
        is_closed=campaign.state is CampaignState.CLOSED,
        answers_here=alone and is_open,
        has_result=not is_open and not alone,
        lead=_lead(language, record),
        promise="" if alone else _promise(language, record, now),
        facts=campaign_facts(language, record, now),
        people=tuple(sorted(people, key=lambda person: not person.is_bad)),
        trouble=_trouble(language, bad, is_open=is_open) if bad else "",
        delay=_delay(language) if any(one.next_attempt for one in invited) else "",
        extension=extension,
        zone=zone,
    )


def _lead(language: Language, record: CampaignRecord) -> str:
    campaign = record.campaign
    if campaign.closed_at is not None:
        moment = moment_words(language, campaign.closed_at, record.time_zone)
        return language.gettext("Closed on %(moment)s. No more answers are taken.", moment=moment)
    if campaign.kind is CampaignKind.LEAD_ALONE:
        return language.gettext("You alone are asked, and nobody else sees your answers.")
    people = len(campaign.members)
    return language.ngettext(
        "%(n)s person is asked. Anyone who joins or leaves the team from now on counts from the next campaign.",
        "%(n)s people are asked. Anyone who joins or leaves the team from now on counts from the next campaign.",
        people,
    )


def _promise(language: Language, record: CampaignRecord, now: datetime) -> str:
    if record.campaign.state is not CampaignState.OPEN:
        return language.gettext(
            "Nobody sees who has answered. The result says how many have, where that points at nobody."
        )
    unseen = language.gettext(
        "While the campaign is open, nobody sees who has answered, how many have, or any figures – not even you."
    )
    if not reminder_words(language, record, now):
        return unseen
    reminded = (
        language.gettext("The system reminds those who have not begun.")
        if record.campaign.anonymous
        else language.gettext("The system reminds those who have not answered.")
    )
    return f"{unseen} {reminded}"


def _trouble(language: Language, people: int, *, is_open: bool) -> str:
    if not is_open:
        return language.ngettext("%(n)s invitation did not arrive.", "%(n)s invitations did not arrive.", people)
    return language.ngettext(
        "%(n)s invitation may not have arrived; the reason stands beside it. You can send it again; the address cannot "
        "be changed while the campaign is open.",
        "%(n)s invitations may not have arrived; the reasons stand beside them. You can send them again; addresses "
        "cannot be changed while the campaign is open.",
        people,
    )


def _delay(language: Language) -> str:
    return language.gettext(
        "The mail server has not taken all invitations yet. The system keeps trying, for about three days, and starts "
        "at once with those that you send again."
    )


def _person(language: Language, invited: Invited, time_zone: str) -> Person:
    return Person(
        id=invited.respondent_id,
        name=invited.name or language.gettext("Somebody who erased their data"),
        email=invited.email or "",
        locale=invited.locale,
        language=LOCALE_NAMES.get(invited.locale, invited.locale),
        mail=mail_state_words(language, invited.mail, shut_out=invited.shut_out),
        trouble=_why(language, invited, time_zone),
        is_bad=not invited.shut_out and invited.mail not in {MailState.SENT, MailState.WAITING},
    )


def _why(language: Language, invited: Invited, time_zone: str) -> str:
    """What to do, and what the mail server said; where the connection broke, it said nothing that helps."""
    if invited.next_attempt is not None:
        return next_attempt_words(language, invited.next_attempt, time_zone)
    said = "" if invited.mail is MailState.IN_DOUBT else invited.trouble
    return " ".join(filter(None, (mail_state_advice(language, invited.mail), said)))
