"""Mails in words, of every kind and in both languages."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from assessment.domain.mail import MailKind
from assessment.languages import LOCALES, get_language
from assessment.wording.mails.accounts import account_words
from assessment.wording.mails.words import MailWords, plain_text

LINK = "https://wheel.test/x/" + "t" * 200
ABOUT_ACCOUNTS = [
    MailKind.CONFIRM_ADDRESS,
    MailKind.ADDRESS_TAKEN,
    MailKind.RESET_PASSWORD,
    MailKind.PASSWORD_CHANGED,
    MailKind.CHANGE_ADDRESS,
    MailKind.ADDRESS_CHANGED,
    MailKind.ACCOUNT_DELETED,
]
WITH_A_TOKEN = [MailKind.CONFIRM_ADDRESS, MailKind.RESET_PASSWORD, MailKind.CHANGE_ADDRESS]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", ABOUT_ACCOUNTS)
def test_a_mail_says_what_happened_and_why_one_gets_it(kind: MailKind, locale: str) -> None:
    language = get_language(locale)
    words = account_words(language, kind, timedelta(days=5) if kind in WITH_A_TOKEN else None)
    text = plain_text(language, words, link=LINK, site="https://wheel.test")

    assert words.subject
    assert "%(" not in text
    assert text.rstrip().splitlines()[-2:] == [words.reason, "CX Wheel: https://wheel.test"]
    assert bool(words.button) == (LINK in text.splitlines())


@pytest.mark.parametrize(
    ("locale", "valid", "said"),
    [
        ("en", timedelta(days=5), "5 days"),
        ("en", timedelta(hours=1), "1 hour."),
        ("ru", timedelta(days=5), "5 дней"),
        ("ru", timedelta(hours=24), "24 часа"),
        ("ru", timedelta(hours=2), "2 часа"),
    ],
)
@pytest.mark.parametrize("kind", WITH_A_TOKEN)
def test_a_link_that_ends_says_when(kind: MailKind, locale: str, valid: timedelta, said: str) -> None:
    words = account_words(get_language(locale), kind, valid)

    assert said in words.after[0].replace("\u00a0", " ")


def test_a_link_stands_on_a_line_of_its_own_so_that_mail_programs_find_its_end() -> None:
    words = MailWords("Subject", ("Before.",), "Reason.", "Open", ("After.",))
    text = plain_text(get_language("en"), words, link=LINK, site="https://wheel.test")

    assert text == f"Hello!\n\nBefore.\n\nOpen:\n{LINK}\n\nAfter.\n\n-- \nReason.\nCX Wheel: https://wheel.test\n"
    assert re.search(r"\n-- \n", text)  # the mark of a signature, which programs fold away
