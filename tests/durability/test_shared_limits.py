"""Limits count for all processes together, on the running site with both databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.factories.banks import TINY
from tests.factories.live_site import LiveSite, running_site
from tests.factories.wire import Wire

SECRET = "the same secret on both machines of one site"


@pytest.fixture
def two_sites(database: str, tmp_path: Path) -> Iterator[tuple[LiveSite, LiveSite]]:
    """Two server processes with folders of their own, as on two machines, and one database."""
    env = {**TINY, "CX_WHEEL_DATABASE_URL": database, "CX_WHEEL_SECRET_KEY": SECRET}
    with ExitStack() as stack:
        folders = tmp_path / "one", tmp_path / "other"
        for folder in folders:
            folder.mkdir()
        one, other = (stack.enter_context(running_site(folder, workers=1, env=env)) for folder in folders)
        yield one, other


def test_wrong_links_count_together_in_two_processes(two_sites: tuple[LiveSite, LiveSite]) -> None:
    with Wire(two_sites[0].port) as one, Wire(two_sites[1].port) as other:
        answers = [(turn % 2, (one, other)[turn % 2].get(f"/link/guess{turn}")) for turn in range(80)]

    assert Counter(reply.status for _, reply in answers) == {404: 60, 429: 20}
    assert {place for place, reply in answers if reply.status == 429} == {0, 1}
    assert 0 < int(answers[-1][1].headers["retry-after"]) <= 3600
