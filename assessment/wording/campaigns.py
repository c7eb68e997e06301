"""Campaigns in words: kinds, states, deadlines, and how invitations fare."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.domain.mail import MailState
from assessment.languages import Language
from assessment.languages.time_zones import city_of, distance_from_utc

_HOUR = timedelta(hours=1)


def kind_name(language: Language, kind: CampaignKind) -> str:
    """What is asked, in a few words."""
    return {
        CampaignKind.THEMSELVES: language.gettext("Each member about themselves"),
        CampaignKind.TEAM: language.gettext("Each member about the team"),
        CampaignKind.LEAD_ALONE: language.gettext("You alone about the team"),
    }[kind]


def kind_explained(language: Language, kind: CampaignKind) -> str:
    """What one gets from it."""
    return {
        CampaignKind.THEMSELVES: language.gettext(
            "Shows what people of the team can do, and what nobody covers. Every member gets a wheel and a plan of "
            "their own."
        ),
        CampaignKind.TEAM: language.gettext(
            "Shows how the team works as its members see it, and where their opinions differ."
        ),
        CampaignKind.LEAD_ALONE: language.gettext(
            "Your own view of the team. Only you see it; later it is shown next to your members’ result."
        ),
    }[kind]


def state_name(language: Language, state: CampaignState) -> str:
    return {
        CampaignState.DRAFT: language.gettext("Draft"),
        CampaignState.OPEN: language.gettext("Open for answers"),
        CampaignState.CLOSED: language.gettext("Closed"),
        CampaignState.ARCHIVED: language.gettext("Archived"),
    }[state]


def linking_name(language: Language, *, anonymous: bool) -> str:
    """Whether the service keeps whose answers are whose."""
    return language.gettext("Anonymous") if anonymous else language.gettext("With personal links")


def linking_explained(language: Language, *, anonymous: bool) -> str:
    """What that means for those who answer."""
    if anonymous:
        return language.gettext(
            "The service keeps no link between a person and the answers. Whoever has begun can go on only on the same "
            "device or with a private link of their own; reminders go to those who have not begun."
        )
    return language.gettext(
        "A personal link leads its owner back to the answers on any device. The service knows whose they are and shows "
        "it to nobody; reminders go to those who have not finished."
    )


def moment_words(language: Language, moment: datetime, time_zone: str) -> str:
    """A moment as the clocks of the zone show it: 30 November 2026, 18:00 (Berlin, UTC+1); no-break spaces."""
    local = moment.astimezone(ZoneInfo(time_zone))
    return language.gettext(
        "%(day)s, %(time)s (%(zone)s)",
        day=language.date(local.date()).replace(" ", "\u00a0"),
        time=language.time(local),
        zone=zone_words(language, moment, time_zone),
    )


def until_words(language: Language, moment: datetime, time_zone: str) -> str:
    """The same after "until": Monday, 30 November 2026, 18:00 (Berlin, UTC+1); in the case that Russian asks for."""
    local = moment.astimezone(ZoneInfo(time_zone))
    weekday = (
        language.gettext("Monday"),
        language.gettext("Tuesday"),
        language.gettext("Wednesday"),
        language.gettext("Thursday"),
        language.gettext("Friday"),
        language.gettext("Saturday"),
        language.gettext("Sunday"),
    )[local.weekday()]
    return f"{weekday}, {moment_words(language, moment, time_zone)}"


def zone_words(language: Language, moment: datetime, time_zone: str) -> str:
    """The zone with its distance from UTC at that moment: Berlin, UTC+1."""
    if time_zone == "UTC":
        return time_zone
    offset = moment.astimezone(ZoneInfo(time_zone)).utcoffset() or timedelta()
    return f"{city_of(time_zone, language.locale)}, {distance_from_utc(offset)}"


def time_left(language: Language, closes_at: datetime, now: datetime) -> str:
    """How long from now: 9 days, 5 hours, less than an hour. Whole days and hours, rounded down."""
    left = closes_at - now
    if left >= timedelta(days=2):
        return language.ngettext("in %(n)s day", "in %(n)s days", left.days)
    if left >= _HOUR:
        return language.ngettext("in %(n)s hour", "in %(n)s hours", left // _HOUR)
    return language.gettext("in less than an hour")


def mail_state_advice(language: Language, state: MailState) -> str:
    """What to know about a state that is not what it should be; empty for the others."""
    return {
        MailState.IN_DOUBT: language.gettext(
            "The connection broke while it was handed over. Ask the person, or send it again."
        ),
        MailState.GIVEN_UP: language.gettext("The mail server has not taken it for about three days. Send it again."),
    }.get(state, "")


def next_attempt_words(language: Language, moment: datetime, time_zone: str) -> str:
    """About an invitation that the mail server has not taken so far."""
    return language.gettext(
        "The mail server has not taken it yet. Next attempt: %(moment)s.",
        moment=moment_words(language, moment, time_zone),
    )


def mail_state_words(language: Language, state: MailState, *, shut_out: bool) -> str:
    """How an invitation fares, in a few words; states that come and go quickly are told as waiting."""
    if shut_out:
        return language.gettext("Link revoked")
    return {
        MailState.SENT: language.gettext("Sent"),
        MailState.REFUSED: language.gettext("Refused by the mail server"),
        MailState.BOUNCED: language.gettext("Came back"),
        MailState.IN_DOUBT: language.gettext("Perhaps sent"),
        MailState.GIVEN_UP: language.gettext("Given up after many attempts"),
        MailState.CANCELLED: language.gettext("Not sent: the campaign closed first"),
    }.get(state, language.gettext("Waiting to be sent"))
