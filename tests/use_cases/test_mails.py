"""Mails are written down once, in the transaction of their reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from assessment.store.database import reading, transaction
from assessment.use_cases.mails import Mail, MailKind, MailState, enqueue, register_waker, wake
from tests.factories.assessments import START
from tests.factories.mails import list_mails


def a_mail(key: str = "confirm/1", **changes: object) -> Mail:
    return Mail(
        **{"key": key, "kind": MailKind.CONFIRM_ADDRESS, "recipient": "a@example.org", "locale": "ru"} | changes
    )


def test_a_mail_waits_for_its_moment() -> None:
    later = START + timedelta(hours=2)
    with transaction() as connection:
        assert enqueue(connection, a_mail(facts={"name": "Анна"}, due_at=later), now=START)
    with reading() as connection:
        (stored,) = list_mails(connection)
    assert (stored.state, stored.attempts, stored.due_at) == (MailState.WAITING, 0, later)
    assert stored.facts == {"name": "Анна"}


def test_the_same_occasion_makes_no_second_mail() -> None:
    with transaction() as connection:
        assert enqueue(connection, a_mail(), now=START)
        assert not enqueue(connection, a_mail(recipient="b@example.org"), now=START)
        assert enqueue(connection, a_mail("confirm/2"), now=START)
    with reading() as connection:
        assert [mail.recipient for mail in list_mails(connection)] == ["a@example.org", "a@example.org"]


def test_a_transaction_that_fails_leaves_no_mail() -> None:
    with pytest.raises(ZeroDivisionError), transaction() as connection:
        assert enqueue(connection, a_mail(), now=START) / 0
    with reading() as connection:
        assert list_mails(connection) == ()


def test_a_queue_that_is_away_fails_nobody(site: Flask, caplog: pytest.LogCaptureFixture) -> None:
    def away() -> None:
        raise ConnectionRefusedError

    wake()  # no queue is joined at all
    register_waker(site, away)
    wake()
    assert "next sweep" in caplog.text
