"""Sentences, plurals, numbers and dates of the interface's languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assessment.languages import LOCALES, get_language

ENGLISH, RUSSIAN = get_language("en"), get_language("ru")


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        get_language("tlh")
    assert LOCALES == ("en", "ru")


def test_a_sentence_without_a_translation_stays_english() -> None:
    assert RUSSIAN.gettext("No such sentence, %(name)s", name="X") == "No such sentence, X"


def test_russian_has_three_plural_forms() -> None:
    weeks = [RUSSIAN.ngettext("%(n)s week", "%(n)s weeks", n).replace("\u00a0", " ") for n in (1, 2, 5, 11, 21, 102)]
    assert weeks == ["1 неделя", "2 недели", "5 недель", "11 недель", "21 неделя", "102 недели"]


def test_english_has_two() -> None:
    assert [ENGLISH.ngettext("%(n)s week", "%(n)s weeks", n) for n in (1, 2)] == ["1 week", "2 weeks"]


def test_sentences_get_their_no_break_spaces_when_they_are_read() -> None:
    assert RUSSIAN.gettext("1 is a round wheel") == "1\u00a0— круглое колесо"
    assert ENGLISH.gettext("1 is a round wheel") == "1 is a round wheel"


def test_a_text_of_the_bank_is_picked_by_language_and_an_own_text_is_everybodys() -> None:
    assert RUSSIAN.pick({"en": "From it", "ru": "Из него"}) == "Из\u00a0него"
    assert ENGLISH.pick({"": "Mine"}) == RUSSIAN.pick({"": "Mine"}) == "Mine"
    with pytest.raises(KeyError):
        RUSSIAN.pick({"en": "Only English"})


@pytest.mark.parametrize(("number", "text"), [(61.66, "62"), (49.5, "50"), (49.49, "49"), (0, "0"), (100, "100")])
def test_scores_are_rounded_half_up(number: float, text: str) -> None:
    assert ENGLISH.whole(number) == text


def test_numbers_follow_the_language() -> None:
    assert (ENGLISH.decimal(0.6234), RUSSIAN.decimal(0.6234)) == ("0.62", "0,62")
    assert (ENGLISH.decimal(2.25, 1), RUSSIAN.decimal(6.5, 1)) == ("2.2", "6,5")
    assert (ENGLISH.number(6.0), ENGLISH.number(2.5), RUSSIAN.number(2.5)) == ("6", "2.5", "2,5")
    assert (ENGLISH.percent(0.889), RUSSIAN.percent(0.889)) == ("89%", "89\u00a0%")


def test_large_counts_have_their_thousands_apart() -> None:
    assert (ENGLISH.count(10_000), RUSSIAN.count(10_000), RUSSIAN.count(100)) == ("10,000", "10\u00a0000", "100")


def test_dates_follow_the_language() -> None:
    day = date(2026, 11, 21)
    assert (ENGLISH.date(day), RUSSIAN.date(day)) == ("21 November 2026", "21 ноября 2026")
    assert (ENGLISH.month_day(day), RUSSIAN.month_day(day)) == ("21 Nov", "21 нояб.")
    assert ENGLISH.time(datetime(2026, 11, 21, 14, 5, tzinfo=UTC)) == "14:05"
