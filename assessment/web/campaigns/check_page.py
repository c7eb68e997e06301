"""Page value of a draft: everything that opening it will do, to be looked at first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.campaign import CampaignKind
from assessment.domain.campaign_refusals import GroupTooSmall
from assessment.languages import Language
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.run_campaign import Opening
from assessment.use_cases.teams import MemberRecord, TeamRecord
from assessment.web.campaigns.facts import Facts, campaign_facts, reminder_words
from assessment.web.locale import LOCALE_NAMES
from assessment.wording.audience import AudienceWords, audience_words, viewers_sentence
from assessment.wording.refusals import refusal_sentence

_MOST_NAMES = 40
"""So many names are shown at once; more are folded away, so that the way to the button stays short."""


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A draft. ``refusal`` is why it cannot be opened, empty when it can; ``button`` what the button says."""

    campaign_id: str
    team_id: str
    team: str
    title: str
    facts: Facts
    asked_heading: str
    asked: tuple[str, ...]
    folds_names: bool
    left_out: tuple[str, ...]
    words: AudienceWords
    viewers: str
    mails: tuple[str, ...]
    refusal: str
    adds_people: bool
    button: str
    alone: bool


def build_check_page(
    language: Language, record: CampaignRecord, team: TeamRecord, opening: Opening, *, now: datetime
) -> CheckPage:
    """The page of one draft."""
    kind = record.campaign.kind
    alone = kind is CampaignKind.LEAD_ALONE
    return CheckPage(
        campaign_id=record.id,
        team_id=team.id,
        team=team.name,
        title=record.title,
        facts=campaign_facts(language, record, now),
        asked_heading=_asked_heading(language, len(opening.asked)),
        asked=tuple(person.name or person.email for person in opening.asked),
        folds_names=len(opening.asked) > _MOST_NAMES,
        left_out=() if alone else _left_out(language, opening),
        words=audience_words(language, opening.audience, kind),
        viewers="" if alone else viewers_sentence(language),
        mails=() if alone else _mails(language, record, opening, now),
        refusal="" if opening.refusal is None else refusal_sentence(language, opening.refusal),
        adds_people=isinstance(opening.refusal, GroupTooSmall),
        button=_button(language, record, len(opening.asked)),
        alone=alone,
    )


def _asked_heading(language: Language, people: int) -> str:
    if not people:
        return language.gettext("Nobody will be asked")
    return language.ngettext("%(n)s person will be asked", "%(n)s people will be asked", people)


def _left_out(language: Language, opening: Opening) -> tuple[str, ...]:
    leads = language.gettext(
        "The lead of the team is not asked: knowing their own answers, they could work out more about the others than "
        "the figures are meant to show."
    )
    if not opening.unconfirmed:
        return (leads,)
    names = ", ".join(person.name or person.email for person in opening.unconfirmed)
    waiting = language.gettext("Not asked, because they have not confirmed their address yet: %(names)s.", names=names)
    return leads, waiting


def _mails(language: Language, record: CampaignRecord, opening: Opening, now: datetime) -> tuple[str, ...]:
    invitations = language.ngettext(
        "%(n)s invitation goes out as soon as you open the campaign, with a personal link: %(languages)s.",
        "%(n)s invitations go out as soon as you open the campaign, each with a personal link: %(languages)s.",
        len(opening.asked),
        languages=_languages(language, opening.asked),
    )
    times = reminder_words(language, record, now)
    reminders = language.gettext("No reminders go out.")
    if times:
        reminders = _reminders(language, anonymous=record.campaign.anonymous, times=times)
    told = language.gettext("The lead of the team gets an email when the result is ready.")
    return invitations, reminders, told


def _languages(language: Language, people: tuple[MemberRecord, ...]) -> str:
    """How many in which language: English – 5, Русский – 3."""
    counts = Counter(person.locale for person in people)
    return ", ".join(
        language.gettext("%(language)s – %(n)s", language=LOCALE_NAMES.get(locale, locale), n=counts[locale])
        for locale in sorted(counts)
    )


def _button(language: Language, record: CampaignRecord, people: int) -> str:
    if record.campaign.kind is CampaignKind.LEAD_ALONE:
        return language.gettext("Open it and answer")
    return language.ngettext("Open it and send %(n)s invitation", "Open it and send %(n)s invitations", people)


def _reminders(language: Language, *, anonymous: bool, times: str) -> str:
    if anonymous:
        return language.gettext(
            "Reminders, to those who have not begun by then, and to nobody else: %(times)s.", times=times
        )
    return language.gettext(
        "Reminders, to those who have not answered by then, and to nobody else: %(times)s.", times=times
    )
