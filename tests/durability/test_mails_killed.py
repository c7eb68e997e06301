"""Workers that are killed in the middle of sending: every mail goes out once, or it is known to be in doubt."""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from flask import Flask
from sqlalchemy import select, update

from assessment.domain.mail import MailState
from assessment.mail_settings import MailServer
from assessment.store.database import transaction
from assessment.store.tables import DbMail
from assessment.use_cases.send_mails import tidy_outbox
from tests.factories.live_mails import LiveWorker
from tests.factories.mail_servers import Post, mail_server
from tests.factories.mails import outbox, put_mails, states

PATIENCE_S = 120
KILLS = int(os.environ.get("CX_WHEEL_KILLS", "3"))
ENDED = {"sent", "in_doubt"}


class DeadlyPost(Post):
    """A mail server during whose work workers die: ``deadly`` is asked at every step and may kill one.

    For a recipient in ``hang`` it takes the text and never answers.
    """

    def __init__(self, hang: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.deadly: Callable[[], None] = lambda: None
        self.hang = hang
        self.hanging: list[str] = []

    async def handle_RCPT(  # noqa: N802  the server calls it so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.deadly()
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  as above
        if self.hang & set(envelope.rcpt_tos):
            self.hanging += envelope.rcpt_tos
            await asyncio.sleep(3600)
        self.deadly()
        taken = await super().handle_DATA(server, session, envelope)
        self.deadly()
        return taken


@pytest.fixture
def start_worker(site: Flask, database: str, tmp_path: Path) -> Iterator[Callable[[MailServer], LiveWorker]]:
    """Starts workers on the database of the test; none is left after it."""
    started: list[LiveWorker] = []
    folder = tmp_path / "worker"
    folder.mkdir()

    def start(server: MailServer) -> LiveWorker:
        route = f"smtp://{server.host}:{server.port}?tls=none"
        started.append(LiveWorker(folder, {"CX_WHEEL_DATABASE_URL": database, "CX_WHEEL_MAIL": route}))
        return started[-1]

    with site.app_context():
        yield start
    for worker in started:
        with suppress(ProcessLookupError):
            worker.kill()
        print(worker.log.read_text(encoding="utf-8"))  # shown with a failure


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = monotonic() + PATIENCE_S
    while not is_so():
        if monotonic() > deadline:
            raise TimeoutError(f"it does not come about; mails are {Counter(states().values())}")
        sleep(0.02)


def let_claims_run_out() -> None:
    """As if the minutes had gone by after which a dead worker's mails are looked at again."""
    past = datetime.now(UTC) - timedelta(seconds=1)
    claimed = select(DbMail.id).where(DbMail.claimed_until.is_not(None))
    with transaction() as connection:  # rows in the order in which workers take them, so that nobody waits in a circle
        ids = list(connection.execute(claimed.order_by(DbMail.due_at, DbMail.id).with_for_update()).scalars())
        connection.execute(update(DbMail).where(DbMail.id.in_(ids)).values(claimed_until=past))
    tidy_outbox(datetime.now(UTC))


def check(post: DeadlyPost, kills: int, found: Mapping[str, str]) -> None:
    """No mail was delivered twice; each one that counts as sent was delivered; few are in doubt."""
    delivered = Counter(post.recipients)
    assert set(found.values()) <= ENDED
    assert max(delivered.values()) == 1
    assert [recipient for recipient, state in found.items() if state == "sent" and not delivered[recipient]] == []
    assert Counter(found.values())["in_doubt"] <= kills


def test_workers_killed_at_any_step_send_no_mail_twice_and_forget_none(
    start_worker: Callable[[MailServer], LiveWorker],
) -> None:
    chance = random.Random(7)  # noqa: S311  a test's dice
    put_mails(40, now=datetime.now(UTC))
    post = DeadlyPost()
    kills = 0
    with mail_server(post) as (_, server):
        while not set(states().values()) <= ENDED:
            worker = start_worker(server)
            steps = iter(range(chance.randint(5, 50), -1, -1))

            def die(worker: LiveWorker = worker, steps: Iterator[int] = steps) -> None:
                if next(steps, 1) == 0:
                    worker.kill()

            post.deadly = die
            wait_until(lambda worker=worker: not worker.is_running() or set(states().values()) <= ENDED)
            kills += not worker.is_running()
            worker.kill()
            let_claims_run_out()

    assert kills > 1
    check(post, kills, states())


def test_workers_killed_at_any_moment_beside_each_other_send_no_mail_twice(
    start_worker: Callable[[MailServer], LiveWorker],
) -> None:
    """Claims of the living run out as well, as they do for a worker that the machine held up."""
    chance = random.Random(11)  # noqa: S311  a test's dice
    put_mails(max(60, 10 * KILLS), now=datetime.now(UTC))
    post = DeadlyPost()
    with mail_server(post) as (_, server):
        workers = [start_worker(server) for _ in range(2)]
        for _ in range(KILLS):
            before = len(post.delivered)
            wait_until(lambda before=before: len(post.delivered) > before)
            sleep(chance.random() / 10)
            workers.pop(0).kill()
            let_claims_run_out()
            workers.append(start_worker(server))
        wait_until(lambda: not {"waiting", "claimed", "handing_over"} & set(states().values()))
        for worker in workers:
            worker.stop()  # it may still have to say that what counted as in doubt went out

    check(post, KILLS, states())


def test_a_server_that_hangs_with_the_text_leaves_one_mail_in_doubt_when_its_worker_is_killed(
    start_worker: Callable[[MailServer], LiveWorker],
) -> None:
    recipients = put_mails(12, now=datetime.now(UTC))
    post = DeadlyPost(hang=frozenset(recipients[4:5]))
    with mail_server(post) as (_, server):
        worker = start_worker(server)
        wait_until(lambda: bool(post.hanging))
        assert states()[recipients[4]] == "handing_over"
        worker.kill()
        let_claims_run_out()
        start_worker(server)
        wait_until(lambda: set(states().values()) <= ENDED)

    assert post.hanging == [recipients[4]]
    assert sorted(post.recipients) == sorted(set(recipients) - {recipients[4]})
    assert outbox()[recipients[4]].state is MailState.IN_DOUBT
