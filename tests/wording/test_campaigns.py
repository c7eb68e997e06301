"""Campaigns in words: moments in the organiser's zone, time left, refusals, mails."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assessment.domain import campaign_refusals as refused
from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.domain.local_moment import TimeDoesNotExist
from assessment.domain.mail import MailState
from assessment.domain.refusals import Refusal
from assessment.languages import LOCALES, Language, get_language
from assessment.wording.campaign_refusals import CAMPAIGN_SENTENCES
from assessment.wording.campaigns import (
    kind_explained,
    kind_name,
    mail_state_advice,
    mail_state_words,
    moment_words,
    state_name,
    time_left,
    until_words,
)
from assessment.wording.refusals import refusal_sentence

ENGLISH, RUSSIAN = get_language("en"), get_language("ru")
MOMENT = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 17, 0, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("moment", "zone", "said"),
    [
        (MOMENT, "Europe/Berlin", "30 November 2026, 18:00 (Berlin, UTC+1)"),
        (SUMMER, "Europe/Berlin", "1 July 2026, 19:00 (Berlin, UTC+2)"),
        (MOMENT, "America/New_York", "30 November 2026, 12:00 (New York, UTC−5)"),
        (MOMENT, "America/St_Johns", "30 November 2026, 13:30 (St. John’s, UTC−3:30)"),
        (MOMENT, "Asia/Kathmandu", "30 November 2026, 22:45 (Kathmandu, UTC+5:45)"),
        (MOMENT, "Europe/London", "30 November 2026, 17:00 (London, UTC+0)"),
        (MOMENT, "UTC", "30 November 2026, 17:00 (UTC)"),
    ],
)
def test_a_moment_is_told_on_the_clocks_of_the_zone(moment: datetime, zone: str, said: str) -> None:
    assert plain(moment_words(ENGLISH, moment, zone)) == said


def test_a_moment_in_russian() -> None:
    assert plain(moment_words(RUSSIAN, MOMENT, "Europe/Moscow")) == "30 ноября 2026, 20:00 (Москва, UTC+3)"


def test_the_two_times_of_a_repeated_hour_differ_in_words() -> None:
    first, second = (datetime(2027, 10, 31, hour, 30, tzinfo=UTC) for hour in (0, 1))

    assert plain(moment_words(ENGLISH, first, "Europe/Berlin")) == "31 October 2027, 02:30 (Berlin, UTC+2)"
    assert plain(moment_words(ENGLISH, second, "Europe/Berlin")) == "31 October 2027, 02:30 (Berlin, UTC+1)"


@pytest.mark.parametrize(
    ("left", "english", "russian"),
    [
        (timedelta(days=14), "in 14 days", "через 14 дней"),
        (timedelta(days=2), "in 2 days", "через 2 дня"),
        (timedelta(days=2) - timedelta(seconds=1), "in 47 hours", "через 47 часов"),
        (timedelta(hours=1), "in 1 hour", "через 1 час"),
        (timedelta(minutes=59), "in less than an hour", "меньше чем через час"),
    ],
)
def test_the_time_left_is_never_said_to_be_more_than_it_is(left: timedelta, english: str, russian: str) -> None:
    assert plain(time_left(ENGLISH, MOMENT, MOMENT - left)) == english
    assert plain(time_left(RUSSIAN, MOMENT, MOMENT - left)) == russian


EXAMPLES: dict[type[Refusal], Refusal] = {
    refused.CampaignNotIn: refused.CampaignNotIn("open", ("draft",)),
    refused.GroupTooSmall: refused.GroupTooSmall(4, 5),
    refused.DeadlinePassed: refused.DeadlinePassed(MOMENT),
    refused.DeadlineNotLater: refused.DeadlineNotLater(MOMENT.astimezone(ZoneInfo("Europe/Berlin"))),
    refused.AnsweringEnded: refused.AnsweringEnded(MOMENT),
    TimeDoesNotExist: TimeDoesNotExist(
        datetime(2027, 3, 28, 2, 30),  # noqa: DTZ001  clocks on the wall
        datetime(2027, 3, 28, 2, 0),  # noqa: DTZ001  as above
        datetime(2027, 3, 28, 3, 0),  # noqa: DTZ001  as above
    ),
}


@pytest.mark.parametrize("kind", CAMPAIGN_SENTENCES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_refusal_has_words_of_its_own(kind: type[Refusal], locale: str) -> None:
    language = get_language(locale)
    general = refusal_sentence(language, Refusal())

    said = refusal_sentence(language, EXAMPLES[kind] if kind in EXAMPLES else kind())

    assert said != general
    assert "%(" not in said


@pytest.mark.parametrize("state", CampaignState)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_campaign_in_any_state_can_say_so(state: CampaignState, locale: str) -> None:
    language = get_language(locale)

    assert refusal_sentence(language, refused.CampaignNotIn(state, ()))
    assert state_name(language, state)


def test_deadlines_are_told_in_the_zone_they_carry() -> None:
    not_later = plain(refusal_sentence(ENGLISH, EXAMPLES[refused.DeadlineNotLater]))

    assert "30 November 2026, 18:00 (Berlin, UTC+1)" in not_later
    assert "30 November 2026, 17:00 (UTC)" in plain(refusal_sentence(ENGLISH, EXAMPLES[refused.DeadlinePassed]))


@pytest.mark.parametrize(("language", "friday"), [(ENGLISH, "Friday, 27 November"), (RUSSIAN, "пятницы, 27 ноября")])
def test_after_until_the_day_of_the_week_is_said(language: Language, friday: str) -> None:
    closes_at = datetime(2026, 11, 27, 17, tzinfo=UTC)
    days = [plain(until_words(language, closes_at + timedelta(days=day), "Europe/Berlin")) for day in range(7)]

    assert days[0].startswith(f"{friday} 2026, 18:00 (")
    assert len({said.split(",")[0] for said in days}) == 7


def test_it_is_the_day_of_the_week_of_the_zone() -> None:
    assert plain(until_words(ENGLISH, datetime(2026, 11, 27, 23, 30, tzinfo=UTC), "Asia/Tokyo")).startswith(
        "Saturday, 28"
    )


def test_the_leap_of_the_clocks_is_named() -> None:
    said = plain(refusal_sentence(ENGLISH, EXAMPLES[TimeDoesNotExist]))

    assert said == (
        "There is no 02:30 on 28 March 2027: the clocks go from 02:00 straight to 03:00. Choose another time."
    )


def test_kinds_differ_in_name_and_explanation() -> None:
    for say in (kind_name, kind_explained):
        assert len({say(ENGLISH, kind) for kind in CampaignKind}) == len(CampaignKind)


def test_states_of_mails_differ_and_a_revoked_link_goes_before_them() -> None:
    shown = [MailState.WAITING, MailState.SENT, MailState.REFUSED, MailState.BOUNCED, MailState.IN_DOUBT]
    shown += [MailState.GIVEN_UP, MailState.CANCELLED]

    assert len({mail_state_words(ENGLISH, state, shut_out=False) for state in shown}) == len(shown)
    assert {mail_state_words(ENGLISH, state, shut_out=True) for state in shown} == {"Link revoked"}
    assert [bool(mail_state_advice(ENGLISH, state)) for state in shown] == [
        False,
        False,
        False,
        False,
        True,
        True,
        False,
    ]
