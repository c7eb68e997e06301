from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.mailing.bounces import Bounce, read_bounce
from tests.factories.bounces import notification

OURS = "0123456789abcdef" * 2


@pytest.mark.parametrize("whole", [True, False], ids=["the whole mail", "its headers"])
def test_a_notification_tells_which_mail_failed_and_why(*, whole: bool) -> None:
    assert read_bounce(notification(OURS, whole=whole)) == Bounce(
        OURS, failed=True, words="550 5.1.1 <anna@example.org>: user unknown"
    )


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_a_mail_that_is_late_has_not_failed(action: str) -> None:
    bounce = read_bounce(notification(OURS, action=action, status="4.4.1", words=""))

    assert bounce == Bounce(OURS, failed=False, words="4.4.1")


def test_words_of_any_length_are_one_short_line() -> None:
    bounce = read_bounce(notification(OURS, words="550 no\n such" + " person" * 500))

    assert bounce is not None
    assert "\n" not in bounce.words
    assert len(bounce.words) == 500


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"From: somebody@example.org\r\nSubject: Re: Hello\r\n\r\nI am on holiday.\r\n",
        notification("not-one-of-ours"),
        notification(OURS).replace(b"message/delivery-status", b"text/plain"),
        notification(OURS).replace(b"Message-ID", b"X-Message-ID"),
        notification(OURS).replace(b"message/rfc822", b"application/octet-stream"),
        notification(OURS)[:400],
    ],
    ids=["nothing", "holiday", "another site's", "no status", "no name", "no mail", "cut off"],
)
def test_what_is_no_notification_about_our_mail_is_none(content: bytes) -> None:
    assert read_bounce(content) is None


@given(st.binary(max_size=300), st.integers(0, 900), st.integers(0, 900))
def test_no_message_breaks_the_reader(noise: bytes, begin: int, end: int) -> None:
    content = notification(OURS)
    found = read_bounce(content[:begin] + noise + content[end:])

    assert found is None or found.mail_id
