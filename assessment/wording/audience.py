"""Who will see what of a campaign, in the words a respondent reads before the first question."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.audience import AudienceLine
from assessment.domain.campaign import CampaignKind
from assessment.languages import Language


@dataclass(frozen=True, slots=True)
class AudienceWords:
    """``line`` is what every respondent reads; ``seen``, ``unseen`` and ``own`` spell it out."""

    line: str
    seen: tuple[str, ...]
    unseen: tuple[str, ...]
    own: str


def audience_words(language: Language, audience: AudienceLine, kind: CampaignKind) -> AudienceWords:
    """The line, what others get to see once the campaign is closed, what nobody sees, and what the person gets."""
    if audience.lead_alone:
        return AudienceWords(
            line=language.gettext(
                "These answers are yours alone: nobody but you sees them, or any figure made of them."
            ),
            seen=(),
            unseen=(),
            own=language.gettext(
                "You get the wheel of the team as you see it. Later it is shown next to the result of your team, for "
                "your eyes only."
            ),
        )
    return AudienceWords(
        line=_line(language, audience),
        seen=_seen(language, audience, kind) if audience.can_be_shown else (),
        unseen=_unseen(language, audience),
        own=_own(language, kind),
    )


def _line(language: Language, audience: AudienceLine) -> str:
    if not audience.can_be_shown:
        return language.ngettext(
            "Only you see your answers. %(n)s person is asked, and figures are shown from %(people)s on: nobody will "
            "be shown anything.",
            "Only you see your answers. %(n)s people are asked, and figures are shown from %(people)s on: nobody will "
            "be shown anything.",
            audience.members,
            people=audience.shown_from,
        )
    return language.ngettext(
        "Only you see your answers. Figures are about all %(n)s of you together, and are shown once the campaign has "
        "closed, if at least %(people)s answer.",
        "Only you see your answers. Figures are about all %(n)s of you together, and are shown once the campaign has "
        "closed, if at least %(people)s answer.",
        audience.members,
        people=audience.shown_from,
    )


def viewers_sentence(language: Language) -> str:
    """Who can open the result of a team."""
    return language.gettext(
        "Your team, its leads, the administrators of its organisation and the trainers assigned to it can open the "
        "result once the campaign has closed."
    )


def _seen(language: Language, audience: AudienceLine, kind: CampaignKind) -> tuple[str, ...]:
    spread = "" if audience.spread_from is None else _spread(language, kind, audience.spread_from)
    sentences = (
        language.gettext(
            "The mean of the group for competencies, topics and statements, to one decimal; where all of you agree, a "
            "level instead of a number."
        ),
        _coverage(language) if audience.coverage_told else "",
        _opinions(language) if kind is CampaignKind.TEAM else "",
        spread,
        language.gettext("How many of you answered, unless that points at the few who did not."),
        language.gettext("If the team is asked again: how the means have changed, where that points at nobody."),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _coverage(language: Language) -> str:
    """Rule 11: told before the first question."""
    return language.gettext(
        "What the team covers, in words alone: each competency is “covered”, “depends on one person” or is “not "
        "covered”, each facet and topic is “covered” or “thin”. Never how many of you, and never who."
    )


def _opinions(language: Language) -> str:
    return language.gettext("Where your opinions about the team differ, and what many of you cannot judge, in words.")


def _spread(language: Language, kind: CampaignKind, people: int) -> str:
    if kind is CampaignKind.TEAM:
        return language.gettext(
            "If at least %(people)s answer: how many of you chose each answer, and how far apart your means lie.",
            people=people,
        )
    return language.gettext("If at least %(people)s answer: how far apart your means lie.", people=people)


def _unseen(language: Language, audience: AudienceLine) -> tuple[str, ...]:
    if audience.nobody_linked:
        kept = language.gettext(
            "Which answers are yours: no link between you and them is kept, and none of them carries the day or hour "
            "they were given."
        )
    else:
        kept = language.gettext(
            "Which answers are yours: the service knows it, so that your personal link leads you back to them, and "
            "shows it to nobody."
        )
    return (
        language.gettext("Your answers, your scores, your result and your plan."),
        kept,
        language.gettext("Whether you have answered. Reminders are sent by the system, not by a person."),
        language.gettext("Any figure about fewer than %(people)s people.", people=audience.shown_from),
    )


def _own(language: Language, kind: CampaignKind) -> str:
    if kind is CampaignKind.THEMSELVES:
        return language.gettext(
            "You get your own wheel, your weakest link and a development plan at once, and decide yourself who "
            "sees them."
        )
    return language.gettext("You get the wheel of the team as you see it at once, and decide yourself who sees it.")
