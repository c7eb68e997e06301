"""How a batch of mails is written down: one commit a mail, and nothing forgotten between two of them."""

from __future__ import annotations

import itertools
from datetime import datetime

import pytest
from sqlalchemy import Connection, event

from assessment.store import mails as store
from assessment.store.database import DatabaseUnavailable, db
from assessment.use_cases.mails import StoredMail
from assessment.use_cases.send_mails import BATCH, HANDING_OVER, send_waiting, tidy_outbox
from tests.factories.assessments import FixedClock
from tests.factories.mail_servers import Post, mail_server
from tests.factories.mails import parts_to, put_mails, states


def test_a_mail_takes_one_commit_and_a_batch_two_more() -> None:
    put_mails(BATCH)
    commits = itertools.count()

    def note(_: object) -> None:
        next(commits)

    event.listen(db.engine, "commit", note)
    try:
        with mail_server() as (_, server):
            assert send_waiting(parts_to(server)) == BATCH
    finally:
        event.remove(db.engine, "commit", note)

    assert next(commits) <= BATCH + 3  # claimed, each handed over, the last one noted, and nothing left to claim


def test_what_the_server_has_taken_is_noted_whatever_becomes_of_the_next_mail() -> None:
    recipients = put_mails(2)
    post = Post({recipients[1]: "550 5.1.1 nobody here"})
    with mail_server(post) as (_, server):
        send_waiting(parts_to(server))

    assert states() == {recipients[0]: "sent", recipients[1]: "refused"}


def test_what_the_server_has_taken_is_in_doubt_when_it_cannot_be_noted(
    monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> None:
    """As when a worker dies between two mails: the first may not go out again, the second has not gone out."""
    recipients = put_mails(2)
    begin = store.begin_handing_over

    def fails_at_the_second(connection: Connection, mail: StoredMail, *, until: datetime) -> bool:
        if mail.recipient == recipients[1]:
            raise DatabaseUnavailable("away")
        return begin(connection, mail, until=until)

    with mail_server() as (post, server):
        monkeypatch.setattr(store, "begin_handing_over", fails_at_the_second)
        with pytest.raises(DatabaseUnavailable):
            send_waiting(parts_to(server))
        monkeypatch.setattr(store, "begin_handing_over", begin)
        assert states() == {recipients[0]: "handing_over", recipients[1]: "claimed"}
        tidy_outbox(clock.advance(HANDING_OVER.total_seconds()))
        send_waiting(parts_to(server))

    assert post.recipients == recipients
    assert states() == {recipients[0]: "in_doubt", recipients[1]: "sent"}
