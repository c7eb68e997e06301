"""Sites in processes of their own, and the databases they keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessment.domain.framework import Level
from tests.factories.frameworks import core_framework
from tests.factories.live_people import Person
from tests.factories.live_site import WRITES_NO_CODE, LiveSite


@pytest.fixture
def live_site(tmp_path: Path) -> Iterator[LiveSite]:
    """A running site with an SQLite database of its own; tests may kill and start it again."""
    site = LiveSite(tmp_path, env=WRITES_NO_CODE)
    try:
        site.start()
        yield site
    finally:
        site.stop()
        print(site.read_log())  # shown with a failure


@pytest.fixture
def newcomer(live_site: LiveSite) -> Iterator[Callable[[], Person]]:
    """Brings one more person to the live site, with an assessment just started."""
    came: list[Person] = []

    def come() -> Person:
        came.append(Person(live_site.port))
        came[-1].start()
        return came[-1]

    yield come
    for person in came:
        person.close()


@pytest.fixture(scope="session")
def items() -> tuple[str, ...]:
    """Ids of the statements about oneself."""
    return tuple(item.id for item in core_framework().items_of(Level.INDIVIDUAL))
