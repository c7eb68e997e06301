"""One button pressed many times at once, on the running site with both databases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.factories.live_people import Person, expect
from tests.factories.live_site import LiveSite, running_site
from tests.factories.wire import Reply

TIMES = 30


def test_thirty_identical_submits_at_once_give_one_result(site_on_both: LiveSite, items: Sequence[str]) -> None:
    person = Person(site_on_both.port)
    person.start()
    expect(person.save({item: place % 6 for place, item in enumerate(items)}), 200)
    ready = Barrier(TIMES)

    def press(_turn: int) -> Reply:
        with person.on_another_connection() as same:
            ready.wait(60)
            return same.submit()

    with ThreadPoolExecutor(TIMES) as pool:
        replies = list(pool.map(press, range(TIMES)))
    once = person.stored()
    expect(person.submit(), 303)

    assert {(reply.status, reply.place) for reply in replies} == {(303, f"{person.assessment}/result")}
    assert once["status"] == "submitted"
    assert once["result"] is not None
    assert person.stored() == once
    person.close()


@pytest.fixture
def site_on_both(database: str, tmp_path: Path) -> Iterator[LiveSite]:
    with running_site(tmp_path, env={"CX_WHEEL_DATABASE_URL": database}) as site:
        yield site
