from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.mail import Letter
from assessment.mailing.message import Envelope, build_envelope, one_line
from assessment.mailing.outcomes import MailRefused
from tests.factories.assessments import START

LETTER = Letter(
    "Вас просят ответить", "Здравствуйте!\n\nСсылка: https://wheel.test/x\n", "<p>Здравствуйте!</p>", "Анна Ёлкина"
)


def an_envelope(letter: Letter = LETTER, **changes: Any) -> Envelope:
    arguments = {
        "mail_id": "0" * 32,
        "domain": "wheel.test",
        "sender": Address("Колесо", "no-reply", "wheel.test"),
        "recipient": "anna@example.org",
        "now": START,
    }
    return build_envelope(letter, **arguments | changes)


def read(envelope: Envelope) -> EmailMessage:
    return cast("EmailMessage", message_from_bytes(envelope.content, policy=default))


def test_headers_say_who_when_and_that_no_answer_is_wanted_from_a_machine() -> None:
    message = read(an_envelope())

    assert message["From"] == "Колесо <no-reply@wheel.test>"
    assert message["To"] == "Анна Ёлкина <anna@example.org>"
    assert message["Subject"] == "Вас просят ответить"
    assert message["Date"] == "Sat, 21 Nov 2026 09:00:00 +0000"
    assert message["Message-ID"] == f"<{'0' * 32}@wheel.test>"
    assert message["Auto-Submitted"] == "auto-generated"


def test_the_text_comes_before_the_same_as_html() -> None:
    parts = [part.get_content_type() for part in read(an_envelope()).walk()]
    text = read(an_envelope()).get_body(("plain",))

    assert parts == ["multipart/alternative", "text/plain", "text/html"]
    assert text is not None
    assert text.get_content().replace("\r\n", "\n") == LETTER.text


def test_everything_on_the_wire_is_ascii_and_the_same_arguments_give_the_same_bytes() -> None:
    first, again = an_envelope(), an_envelope()

    assert first.content.isascii()
    assert first == again


BREAKS = st.text(alphabet=st.sampled_from('\r\n\x00\x0b\x0c\x1c\x85\u2028\u2029\u202eab: <>,"Ё'), max_size=30)


@given(name=BREAKS, subject=BREAKS)
def test_no_name_or_title_ever_makes_a_header_of_its_own(name: str, subject: str) -> None:
    letter = Letter(f"x {subject}\r\nBcc: thief@example.org", "t", "h")
    envelope = an_envelope(replace(letter, name=f"{name}\nBcc: thief@example.org"))
    message = read(envelope)

    assert sorted(message.keys()) == sorted(read(an_envelope()).keys())
    assert [address.addr_spec for address in message["To"].addresses] == ["anna@example.org"]
    assert not message.defects


def test_a_long_name_is_cut() -> None:
    assert read(an_envelope(replace(LETTER, name="x" * 500)))["To"].addresses[0].display_name == "x" * 80


@given(subject=st.text(alphabet="абв xyz,.:«»—\u00a0", min_size=1, max_size=300))
def test_a_subject_of_any_length_keeps_every_space(subject: str) -> None:
    assert read(an_envelope(Letter(subject, "t", "h")))["Subject"].split(" ") == one_line(subject).split(" ")


def test_no_line_is_longer_than_mail_servers_take() -> None:
    letter = Letter("Очень длинная тема " * 30, "слово" * 800, "<p>" + "x" * 5000, "Имя " * 30)
    assert max(map(len, an_envelope(letter).content.split(b"\r\n"))) <= 998


@pytest.mark.parametrize("name", ['"Anna"', "Ann, a", "Anna <x@y.org>", "Anna\\", "(Anna)"])
def test_marks_in_a_name_are_part_of_it(name: str) -> None:
    (only,) = read(an_envelope(replace(LETTER, name=name)))["To"].addresses

    assert (only.display_name, only.addr_spec) == (name, "anna@example.org")


@pytest.mark.parametrize(
    ("recipient", "address", "international"),
    [
        ("Anna@Example.org", "Anna@example.org", False),
        ("anna@пример.рф", "anna@xn--e1afmkfd.xn--p1ai", False),
        ("анна@пример.рф", "анна@пример.рф", True),
    ],
)
def test_addresses_go_out_as_servers_take_them(recipient: str, address: str, international: bool) -> None:
    envelope = an_envelope(recipient=recipient)

    assert (envelope.recipient, envelope.international) == (address, international)
    assert f" <{address}>\r\nSubject:".encode() in envelope.content


@pytest.mark.parametrize("recipient", ["", "anna", "a@b@c.org", "anna@example.org\r\nBcc: x@y.org", "a b@example.org"])
def test_what_is_no_address_is_refused_before_any_server_sees_it(recipient: str) -> None:
    with pytest.raises(MailRefused, match="not an address"):
        an_envelope(recipient=recipient)
