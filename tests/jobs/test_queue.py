"""The same calls through every kind of queue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import create_engine, make_url, text

from assessment.app import join_parts
from assessment.bank.shelf import Shelf
from assessment.jobs.queue import Doorbell, open_queue
from assessment.mail_settings import Queue
from assessment.settings import Settings
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.ports import free_port
from tests.factories.redis_server import redis_server


@pytest.fixture(params=["sqlite", "postgresql", "redis"])
def queue(request: pytest.FixtureRequest) -> Iterator[Queue]:
    if request.param == "sqlite":
        yield Queue()
    elif request.param == "redis":
        with redis_server() as url:
            yield Queue(url)
    else:
        address = make_url(request.getfixturevalue("postgresql_database"))
        yield Queue(address.set(drivername="postgresql").render_as_string(hide_password=False))
        engine = create_engine(address)
        with engine.begin() as connection:
            for table in ("kv", "schedule", "task", "counter"):
                connection.execute(text(f"DROP TABLE IF EXISTS huey_{table}"))
        engine.dispose()


@pytest.fixture
def joined(settings: Settings, queue: Queue, shelf: Shelf) -> Flask:
    return joined_with(queue, settings, shelf)


def joined_with(queue: Queue, settings: Settings, shelf: Shelf) -> Flask:
    """The app without pages: whoever rings needs none."""
    return join_parts(replace(settings, queue=queue), clock=FixedClock(), token_source=SeededTokens(), shelf=shelf)


def hear(app: Flask, work: Callable[[], object]) -> int:
    """Do the work of every call that waits; how many there were."""
    bell = open_queue(app, work)
    heard = 0
    try:
        while (task := bell.huey.dequeue()) is not None:
            bell.huey.execute(task)
            heard += 1
    finally:
        bell.huey.storage.close()
    return heard


@pytest.fixture
def doorbell(joined: Flask) -> Iterator[Doorbell]:
    doorbell = Doorbell(joined)
    yield doorbell
    doorbell.close()


def test_a_ring_here_is_heard_by_the_worker(joined: Flask, doorbell: Doorbell) -> None:
    done: list[str] = []
    doorbell.ring()

    assert hear(joined, lambda: done.append("work")) == 1
    assert done == ["work"]


def test_ringing_on_and_on_does_not_fill_the_queue(joined: Flask, doorbell: Doorbell) -> None:
    for _ in range(50):
        doorbell.ring()

    assert 1 <= hear(joined, list) <= 5


def test_a_call_that_somebody_else_put_there_is_not_done(joined: Flask, doorbell: Doorbell) -> None:
    done: list[str] = []
    doorbell.ring()
    joined.config["SECRET_KEY"] = "another secret that is long enough"

    with pytest.raises(ValueError, match="Signature"):
        hear(joined, lambda: done.append("work"))
    assert done == []


@pytest.mark.parametrize("scheme", ["redis", "postgresql"])
def test_a_queue_that_is_away_is_left_in_peace_for_a_while(settings: Settings, shelf: Shelf, scheme: str) -> None:
    nowhere = Queue(f"{scheme}://127.0.0.1:{free_port()}/0")
    doorbell = Doorbell(joined_with(nowhere, settings, shelf))
    with pytest.raises(Exception, match="refused"):
        doorbell.ring()

    doorbell.ring()  # says nothing, and asks nobody
