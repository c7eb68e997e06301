"""Mails of campaigns. They quote the team's name and the campaign's title, which its leads gave."""

from __future__ import annotations

from datetime import datetime

from assessment.domain.audience import AudienceLine
from assessment.domain.campaign import CampaignKind
from assessment.languages import Language
from assessment.wording.audience import audience_words
from assessment.wording.campaigns import moment_words
from assessment.wording.mails.words import MailWords


def invitation_words(
    language: Language,
    *,
    team: str,
    title: str,
    kind: CampaignKind,
    anonymous: bool,
    closes_at: datetime | None,
    time_zone: str,
    audience: AudienceLine,
) -> MailWords:
    """To somebody asked: what for, who will see what, until when."""
    return MailWords(
        subject=language.gettext("Please answer: %(title)s", title=title),
        before=(
            _asked(language, team, kind),
            audience_words(language, audience, kind).line,
            *_deadline(language, closes_at, time_zone),
        ),
        button=language.gettext("Open the questions"),
        after=(_coming_back(language, anonymous=anonymous), _own_link(language)),
        reason=_member(language, team, kind),
    )


def reminder_words(
    language: Language,
    *,
    team: str,
    title: str,
    kind: CampaignKind,
    anonymous: bool,
    closes_at: datetime | None,
    time_zone: str,
    audience: AudienceLine,
) -> MailWords:
    """To somebody who has not answered, which only the system knows."""
    left = (
        language.gettext(
            "The team “%(team)s” is waiting for your answers: nothing was begun with your link.", team=team
        )
        if anonymous
        else language.gettext("The team “%(team)s” is waiting for your answers: they are not submitted yet.", team=team)
    )
    return MailWords(
        subject=language.gettext("There is still time to answer: %(title)s", title=title),
        before=(left, *_deadline(language, closes_at, time_zone), audience_words(language, audience, kind).line),
        button=language.gettext("Open the questions"),
        after=(
            language.gettext("The system sends this reminder by itself. It tells nobody who has not answered."),
            _own_link(language),
        ),
        reason=_member(language, team, kind),
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


def _deadline(language: Language, closes_at: datetime | None, time_zone: str) -> tuple[str, ...]:
    if closes_at is None:
        return ()
    moment = moment_words(language, closes_at, time_zone)
    return (language.gettext("You can answer until %(moment)s.", moment=moment),)


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
