"""Page value of an invitation: what is asked, until when, and who will see what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessment.domain.campaign import CampaignKind, takes_answers
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.use_cases.answer_campaign import Asked, Standing
from assessment.wording.audience import AudienceWords, audience_words, viewers_sentence
from assessment.wording.campaigns import time_left, until_words
from assessment.wording.duration import length_words

_OVER = (Standing.ENDED, Standing.UNFINISHED)


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """``button`` is empty where there is nothing to begin or go on with; ``sentence`` says why, or what is kept. When
    all is over ``lead`` says it.

    ``asks_for_link``: the answers can be opened with a private link that the person noted. ``is_promised`` as long as
    answers are taken: then the page says who will see what.
    """

    title: str
    team: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    words: AudienceWords
    viewers: str
    sentence: str
    button: str
    asks_for_link: bool
    is_promised: bool


def build_invitation_page(
    language: Language,
    asked: Asked,
    framework: Framework,
    *,
    now: datetime,
    signed_in: bool,
) -> InvitationPage:
    """The page of one person, who came by a mail's link or is signed in."""
    standing, record = asked.standing, asked.record
    kind = record.campaign.kind
    return InvitationPage(
        title=_title(language, standing, kind),
        team=asked.team,
        lead=_sentence(language, asked, signed_in=signed_in) if standing in _OVER else _lead(language, asked),
        facts=_facts(language, asked, framework, now),
        words=audience_words(language, asked.audience, kind),
        viewers="" if kind is CampaignKind.LEAD_ALONE else viewers_sentence(language),
        sentence="" if standing in _OVER else _sentence(language, asked, signed_in=signed_in),
        button=_button(language, standing),
        asks_for_link=standing is Standing.ELSEWHERE or (standing is Standing.ENDED and record.campaign.anonymous),
        is_promised=standing in {Standing.TO_BEGIN, Standing.TO_GO_ON, Standing.ELSEWHERE},
    )


def _title(language: Language, standing: Standing, kind: CampaignKind) -> str:
    if standing in _OVER:
        return language.gettext("This campaign is closed")
    return {
        CampaignKind.THEMSELVES: language.gettext("You are asked about your own work"),
        CampaignKind.TEAM: language.gettext("You are asked about your team"),
        CampaignKind.LEAD_ALONE: language.gettext("Your own view of the team"),
    }[kind]


def _lead(language: Language, asked: Asked) -> str:
    kind = asked.record.campaign.kind
    if kind is CampaignKind.LEAD_ALONE:
        return language.gettext("Rate how your team works with customer experience, as you see it.")
    if kind is CampaignKind.TEAM:
        return language.gettext(
            "Hello, %(name)s. Your team wants to know how it works with customer experience. You rate the team, not "
            "yourself.",
            name=asked.name,
        )
    return language.gettext(
        "Hello, %(name)s. Your team wants to know what it can do for customer experience. You rate your own work.",
        name=asked.name,
    )


def _facts(language: Language, asked: Asked, framework: Framework, now: datetime) -> tuple[tuple[str, str], ...]:
    record = asked.record
    closes_at = record.campaign.closes_at
    facts = [(language.gettext("Team"), asked.team)]
    if record.title:
        facts.append((language.gettext("Campaign"), record.title))
    if closes_at is not None and takes_answers(record.campaign, now):
        moment = until_words(language, closes_at, record.time_zone)
        facts.append((language.gettext("Answers are taken until"), f"{moment}, {time_left(language, closes_at, now)}"))
    if asked.standing not in {*_OVER, Standing.SUBMITTED}:
        facts.append((language.gettext("Takes"), length_words(language, len(framework.items_of(record.level)))))
    return tuple(facts)


def _button(language: Language, standing: Standing) -> str:
    return {
        Standing.TO_BEGIN: language.gettext("Start answering"),
        Standing.TO_GO_ON: language.gettext("Go on answering"),
        Standing.SUBMITTED: language.gettext("To my result"),
        Standing.UNFINISHED: language.gettext("What is kept of my answers"),
    }.get(standing, "")


def _sentence(language: Language, asked: Asked, *, signed_in: bool) -> str:
    """What else the person has to know, by how they stand to the campaign."""
    if asked.standing is Standing.TO_BEGIN:
        if asked.record.campaign.anonymous:
            return language.gettext(
                "This campaign is anonymous: when you begin you get a private link of your own. Keep it, or stay in "
                "this browser: this invitation will not lead back to your answers."
            )
        if signed_in:
            return language.gettext(
                "You can stop at any time. This page leads you back, on any device where you sign in."
            )
        return language.gettext("You can stop at any time. The link in your email leads you back, on any device.")
    return {
        Standing.TO_GO_ON: language.gettext("You have begun. Everything you answered is saved."),
        Standing.SUBMITTED: language.gettext("You have answered. Thank you. Your own result is here for you alone."),
        Standing.ELSEWHERE: language.gettext(
            "You have begun to answer already. The campaign is anonymous, so nothing here knows which answers are "
            "yours: go on in the browser where you began, or with the private link you noted there."
        ),
        Standing.UNFINISHED: language.gettext(
            "The campaign has closed and takes no more answers. What you had answered was not submitted, so it is part "
            "of nothing. It is kept for you: take it along, or erase it."
        ),
        Standing.ENDED: language.gettext(
            "The campaign has closed and takes no more answers. Thank you for stopping by."
        ),
    }[asked.standing]
