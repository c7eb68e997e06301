"""The outbox and a real mail server: each mail once, whoever is away, unwilling, or dies."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask

from assessment.domain.mail import MailState
from assessment.mail_settings import Encryption, MailServer
from assessment.mailing.smtp import Patience
from assessment.store import mails as store
from assessment.store.database import DatabaseUnavailable, transaction
from assessment.use_cases import mails
from assessment.use_cases.mails import Composing, Letter, MailKind, StoredMail
from assessment.use_cases.send_mails import (
    CLAIM,
    HANDING_OVER,
    MOST_ATTEMPTS,
    pause_after,
    send_waiting,
    tidy_outbox,
)
from tests.factories.assessments import START, FixedClock
from tests.factories.mail_servers import Post, mail_server, scripted_server, talk
from tests.factories.mails import outbox, parts_to, put_mail, put_mails, send_into_folder, states, text_of
from tests.factories.ports import HOST, free_port

QUICK = Patience(opening=0.3, offering=0.3)
QUICK_AFTERWARDS = Patience(handing=0.3)


def test_what_is_due_goes_out_once_and_what_is_not_due_waits() -> None:
    recipients = put_mails(25)
    put_mail("later@example.org", due_at=START + timedelta(seconds=1))
    with mail_server() as (post, server):
        assert send_waiting(parts_to(server)) == 25
        assert send_waiting(parts_to(server)) == 0

    assert sorted(post.recipients) == recipients
    assert states() == dict.fromkeys(recipients, "sent") | {"later@example.org": "waiting"}


def test_a_mail_arrives_in_its_language_with_links_to_the_configured_address() -> None:
    put_mail(locale="ru")
    with mail_server() as (post, server):
        send_waiting(parts_to(server))

    (letter,) = post.letters()
    assert letter["Subject"] == "Ваш пароль изменён"
    assert letter["Message-ID"] == f"<{outbox()['anna@example.org'].id}@localhost>"
    assert "http://127.0.0.1:8000/account/reset\n" in text_of(letter)
    assert text_of(letter).startswith("Здравствуйте!\n")


def test_several_workers_share_the_work_and_no_mail_is_sent_twice(site: Flask) -> None:
    recipients = put_mails(120)
    with mail_server() as (post, server):
        parts = parts_to(server)

        def work(_: int) -> int:
            with site.app_context():
                return send_waiting(parts)

        with ThreadPoolExecutor(4) as workers:
            sent = list(workers.map(work, range(4)))

    assert sorted(post.recipients) == recipients
    assert sum(sent) == 120


def test_a_server_that_is_away_makes_mails_wait_longer_and_longer(clock: FixedClock) -> None:
    put_mail()
    parts = parts_to(MailServer(HOST, free_port(), Encryption.NONE))
    pauses = []
    for _ in range(MOST_ATTEMPTS - 1):
        assert send_waiting(parts) == 0
        mail = outbox()["anna@example.org"]
        assert mail.state is MailState.WAITING
        assert "refused" in mail.trouble
        pauses.append(mail.due_at - clock())
        clock.now = mail.due_at
    send_waiting(parts)

    assert pauses[:4] == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert max(pauses) == timedelta(hours=4)
    assert timedelta(days=2) < sum(pauses, timedelta()) < timedelta(days=3)
    assert outbox()["anna@example.org"].state is MailState.GIVEN_UP


def test_a_server_that_is_away_is_asked_once_a_round_and_the_rest_keeps_its_turn() -> None:
    put_mails(30)
    connections = itertools.count()

    def closing(connection: socket.socket) -> None:
        next(connections)
        talk(connection, b"421 closing down")

    with scripted_server(closing) as server:
        assert send_waiting(parts_to(server)) == 0

    tried = [mail for mail in outbox().values() if mail.attempts]
    assert next(connections) == 1
    assert [mail.trouble for mail in tried] == ["421 closing down"]
    assert {mail.state for mail in outbox().values()} == {MailState.WAITING}


def test_what_the_server_refuses_keeps_its_words_and_holds_up_nobody() -> None:
    for recipient in ("gone@example.org", "full@example.org", "spam@example.org", "not an address", "z@example.org"):
        put_mail(recipient)
    post = Post(
        {"gone@example.org": "550 5.1.1 nobody here", "full@example.org": "452 4.2.2 mailbox full"},
        after={"spam@example.org": "554 5.7.1 unwanted"},
    )
    with mail_server(post) as (_, server):
        assert send_waiting(parts_to(server)) == 1

    troubles = {recipient: (mail.state.value, mail.trouble.split(":")[0]) for recipient, mail in outbox().items()}
    assert troubles == {
        "gone@example.org": ("refused", "550 5.1.1 nobody here"),
        "full@example.org": ("waiting", "452 4.2.2 mailbox full"),
        "spam@example.org": ("refused", "554 5.7.1 unwanted"),
        "not an address": ("refused", "not an address"),
        "z@example.org": ("sent", ""),
    }


TAKES = (b"220 here", b"250 hello", b"250 reset", b"250 from", b"250 to", b"354 go on")
HANGS = {
    "greeting": (TAKES[:0], QUICK, "waiting"),
    "hello": (TAKES[:1], QUICK, "waiting"),
    "before the text": (TAKES[:-1], QUICK, "waiting"),
    "after the text": (TAKES, QUICK_AFTERWARDS, "in_doubt"),
}


@pytest.mark.parametrize(("answers", "patience", "state"), HANGS.values(), ids=HANGS)
def test_a_server_that_hangs_ends_the_round_and_only_an_unanswered_text_is_in_doubt(
    answers: tuple[bytes, ...], patience: Patience, state: str
) -> None:
    put_mails(3)
    with scripted_server(lambda connection: talk(connection, *answers)) as server:
        assert send_waiting(parts_to(server), patience=patience) == 0

    assert sorted(states().values()) == sorted([state, "waiting", "waiting"])


def test_a_mail_in_doubt_is_not_sent_again_by_itself(clock: FixedClock) -> None:
    put_mail()
    with scripted_server(lambda connection: talk(connection, *TAKES)) as server:
        send_waiting(parts_to(server), patience=QUICK_AFTERWARDS)
    clock.advance(86_400)
    with mail_server() as (post, server):
        assert send_waiting(parts_to(server)) == 0

    assert post.delivered == []
    assert states() == {"anna@example.org": "in_doubt"}


def claim_one() -> StoredMail:
    """Take one mail as a worker does that dies right after."""
    with transaction() as connection:
        (mail,) = store.claim_mails(connection, now=START, until=START + CLAIM, most=1)
    return mail


def test_a_mail_claimed_by_a_dead_worker_is_sent_when_the_claim_has_run_out(clock: FixedClock) -> None:
    put_mail()
    claim_one()
    with mail_server() as (post, server):
        assert send_waiting(parts_to(server)) == 0
        clock.advance(CLAIM.total_seconds())
        assert send_waiting(parts_to(server)) == 1

    assert post.recipients == ["anna@example.org"]


def test_a_mail_whose_worker_died_handing_it_over_is_in_doubt(clock: FixedClock) -> None:
    put_mail()
    mail = claim_one()
    with transaction() as connection:
        assert store.begin_handing_over(connection, mail, until=START + HANDING_OVER)
    tidy_outbox(clock())
    assert states() == {"anna@example.org": "handing_over"}
    tidy_outbox(clock.advance(HANDING_OVER.total_seconds()))
    assert states() == {"anna@example.org": "in_doubt"}

    with transaction() as connection:  # its worker was only slow
        store.finish_mail(connection, mail, MailState.SENT, at=clock())
    assert states() == {"anna@example.org": "sent"}


def test_a_slow_worker_hands_nothing_over_that_another_one_has_taken(clock: FixedClock) -> None:
    put_mail()
    slow = claim_one()
    clock.advance(CLAIM.total_seconds())
    with mail_server() as (_, server):
        send_waiting(parts_to(server))
    with transaction() as connection:
        assert not store.begin_handing_over(connection, slow, until=clock.advance(60))
        assert not store.postpone_mail(connection, slow, due_at=clock(), trouble="late")

    assert states() == {"anna@example.org": "sent"}


def test_a_worker_that_is_to_stop_gives_back_what_it_has_not_begun() -> None:
    put_mails(10)
    answers = itertools.chain([False] * 4, itertools.repeat(True))
    with mail_server() as (post, server):
        assert send_waiting(parts_to(server), stopping=lambda: next(answers)) == 3

    assert len(post.delivered) == 3
    assert (
        sorted((mail.state.value, mail.attempts) for mail in outbox().values())
        == [("sent", 1)] * 3 + [("waiting", 0)] * 7
    )


Composed = Callable[[Callable[[], Letter | None]], None]


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> Composed:
    """Lets a test write mails of a kind of its own."""

    def use(write: Callable[[], Letter | None]) -> None:
        def compose(mail: StoredMail, composing: Composing) -> Letter | None:
            return write()

        monkeypatch.setitem(mails._COMPOSERS, MailKind.RESET_PASSWORD, compose)

    return use


def test_a_mail_with_nothing_to_say_any_more_is_cancelled(composed: Composed) -> None:
    composed(lambda: None)
    put_mail(kind=MailKind.RESET_PASSWORD)
    assert send_into_folder() == []
    assert states() == {"anna@example.org": "cancelled"}


def test_a_mail_that_cannot_be_written_holds_up_nobody(composed: Composed, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Letter:
        raise ZeroDivisionError("secret words")

    composed(broken)
    put_mail("a@example.org", kind=MailKind.RESET_PASSWORD)
    put_mail("b@example.org")
    assert len(send_into_folder()) == 1
    assert states() == {"a@example.org": "waiting", "b@example.org": "sent"}
    assert outbox()["a@example.org"].trouble == "the mail could not be written (ZeroDivisionError)"


def test_a_database_that_is_away_ends_the_round_and_loses_nothing(composed: Composed, clock: FixedClock) -> None:
    def away() -> Letter:
        raise DatabaseUnavailable("away")

    composed(away)
    put_mail(kind=MailKind.RESET_PASSWORD)
    with pytest.raises(DatabaseUnavailable):
        send_into_folder()
    composed(lambda: Letter("s", "t", "h"))
    clock.advance(CLAIM.total_seconds())
    assert len(send_into_folder()) == 1


def test_what_ended_long_ago_is_forgotten(clock: FixedClock) -> None:
    put_mail("old@example.org")
    send_into_folder()
    clock.advance(29 * 86_400)
    put_mail("new@example.org", now=clock())
    send_into_folder()
    tidy_outbox(clock.advance(2 * 86_400))

    assert list(states()) == ["new@example.org"]


def test_the_mail_about_a_deleted_account_is_forgotten_once_it_is_sent() -> None:
    put_mail("gone@example.org", kind=MailKind.ACCOUNT_DELETED)
    tidy_outbox(START)
    assert states() == {"gone@example.org": "waiting"}
    send_into_folder()
    tidy_outbox(START)

    assert states() == {}


def test_pauses_never_overflow() -> None:
    assert pause_after(10_000) == timedelta(hours=4)
