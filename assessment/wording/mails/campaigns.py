"""Mails of campaigns. They quote the team's name, its leads' names and the campaign's title, which its leads gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.audience import AudienceLine
from assessment.domain.campaign import CampaignKind
from assessment.languages import Language
from assessment.wording.audience import audience_words, viewers_sentence
from assessment.wording.campaigns import until_words
from assessment.wording.duration import length_words
from assessment.wording.mails.words import MailWords


@dataclass(frozen=True, slots=True)
class AskingFacts:
    """What everybody asked is told alike.

    ``leads`` are the names of those who lead the team, so far as they gave one; ``statements`` how many there are to
    answer; ``closes_at`` is told as the clocks of ``time_zone`` show it.
    """

    team: str
    leads: Sequence[str]
    title: str
    kind: CampaignKind
    anonymous: bool
    statements: int
    closes_at: datetime | None
    time_zone: str
    audience: AudienceLine


def invitation_words(language: Language, asking: AskingFacts) -> MailWords:
    """To somebody asked: by whom and what for, how long it takes, until when, who will see what."""
    return MailWords(
        subject=language.gettext("Please answer: %(title)s", title=asking.title),
        before=(_asked(language, asking.team, asking.kind), _promise(language, asking)),
        facts=_facts(language, asking),
        button=language.gettext("Open the questions"),
        after=(
            *_viewers(language, asking.kind),
            _coming_back(language, anonymous=asking.anonymous),
            _own_link(language),
        ),
        reason=_member(language, asking.team, asking.kind),
    )


def reminder_words(language: Language, asking: AskingFacts) -> MailWords:
    """To somebody who has not answered, which only the system knows."""
    team = asking.team
    left = (
        language.gettext(
            "The team “%(team)s” is waiting for your answers: nothing was begun with your link.", team=team
        )
        if asking.anonymous
        else language.gettext("The team “%(team)s” is waiting for your answers: they are not submitted yet.", team=team)
    )
    return MailWords(
        subject=language.gettext("There is still time to answer: %(title)s", title=asking.title),
        before=(left, _promise(language, asking)),
        facts=_facts(language, asking),
        button=language.gettext("Open the questions"),
        after=(
            language.gettext("The system sends this reminder by itself. It tells nobody who has not answered."),
            *_viewers(language, asking.kind),
            _coming_back(language, anonymous=asking.anonymous),
            _own_link(language),
        ),
        reason=_member(language, team, asking.kind),
    )


def campaign_closed_words(language: Language, *, team: str, title: str) -> MailWords:
    """To those who lead the team: no figure, and not whether there is any."""
    return MailWords(
        subject=language.gettext("The campaign is closed: %(title)s", title=title),
        before=(
            language.gettext(
                "The campaign “%(title)s” of your team “%(team)s” is closed, and its result is published: everything "
                "that can be shown about the team without pointing at anybody. It also says what is hidden, and why.",
                title=title,
                team=team,
            ),
        ),
        button=language.gettext("Open the result"),
        reason=language.gettext("You get this email because you lead the team “%(team)s”.", team=team),
    )


def _asked(language: Language, team: str, kind: CampaignKind) -> str:
    return {
        CampaignKind.THEMSELVES: language.gettext(
            "The team “%(team)s” wants to know what it is able to do for its customers, and asks each member to answer "
            "about themselves.",
            team=team,
        ),
        CampaignKind.TEAM: language.gettext(
            "The team “%(team)s” wants to know how it works for its customers, and asks each member to say how they "
            "see it.",
            team=team,
        ),
        CampaignKind.LEAD_ALONE: language.gettext(
            "You wanted to rate how your team “%(team)s” works for its customers. Here are the questions.", team=team
        ),
    }[kind]


def _facts(language: Language, asking: AskingFacts) -> tuple[tuple[str, str], ...]:
    who = language.gettext("the team “%(team)s”", team=asking.team)
    if asking.leads:
        names = ", ".join(asking.leads)
        who = language.gettext("%(names)s, for the team “%(team)s”", names=names, team=asking.team)
    facts = [
        (language.gettext("Who asks"), who),
        (language.gettext("Takes"), length_words(language, asking.statements)),
    ]
    if asking.closes_at is not None:
        moment = until_words(language, asking.closes_at, asking.time_zone)
        facts.append((language.gettext("Answers are taken until"), moment))
    return tuple(facts)


def _promise(language: Language, asking: AskingFacts) -> str:
    return audience_words(language, asking.audience, asking.kind).line


def _viewers(language: Language, kind: CampaignKind) -> tuple[str, ...]:
    return () if kind is CampaignKind.LEAD_ALONE else (viewers_sentence(language),)


def _coming_back(language: Language, *, anonymous: bool) -> str:
    if anonymous:
        return language.gettext(
            "You can stop at any point and go on later on the same device. Which answers are yours is kept nowhere."
        )
    return language.gettext("You can stop at any point: the same link leads you back to your answers.")


def _own_link(language: Language) -> str:
    return language.gettext(
        "The link is yours alone: anyone who has it can answer in your place. Please do not pass it on."
    )


def _member(language: Language, team: str, kind: CampaignKind) -> str:
    if kind is CampaignKind.LEAD_ALONE:
        return language.gettext("You get this email because you lead the team “%(team)s”.", team=team)
    return language.gettext(
        "You get this email because you were named as a member of the team “%(team)s”, which asks all its members.",
        team=team,
    )
