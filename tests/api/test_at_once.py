"""The same call thirty times at once, against real processes, on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from tests.factories.api_callers import API, TOTALS
from tests.factories.frameworks import core_framework
from tests.factories.live_site import running_site
from tests.factories.sheets import sheet_of_totals
from tests.factories.wire import HOST

TIMES = 30
NEW = {"framework": "cx_competencies", "level": "individual", "locale": "en"}

Call = Callable[..., tuple[int, bytes]]


@pytest.fixture
def call(database: str, tmp_path: Path) -> Iterator[Call]:
    """One call to the running service over a connection of its own: status and body."""
    with running_site(tmp_path, env={"CX_WHEEL_DATABASE_URL": database}) as site:

        def send(method: str, path: str, body: object = None, **headers: str) -> tuple[int, bytes]:
            connection = HTTPConnection(HOST, site.port, timeout=60)
            try:
                given = {"Content-Type": "application/json"} | {key.replace("_", "-"): headers[key] for key in headers}
                text = None if body is None else json.dumps(body)
                connection.request(method, API + path, text, given)
                answer = connection.getresponse()
                return answer.status, answer.read()
            finally:
                connection.close()

        yield send


def started(call: Call) -> tuple[str, dict[str, str]]:
    """Path and key of a new assessment."""
    status, body = call("POST", "/assessments", NEW)
    assert status == 201
    created = json.loads(body)
    return f"/assessments/{created['id']}", {"Authorization": f"Bearer {created['token']}"}


def at_once(act: Callable[[int], Any]) -> list[Any]:
    ready = Barrier(TIMES)

    def run(turn: int) -> Any:
        ready.wait()
        return act(turn)

    with ThreadPoolExecutor(TIMES) as pool:
        return list(pool.map(run, range(TIMES)))


def test_thirty_submissions_at_once_give_one_result(call: Call) -> None:
    path, key = started(call)
    values = dict(sheet_of_totals(core_framework(), TOTALS).values)
    assert call("PATCH", f"{path}/answers", {"answers": values}, **key)[0] == 200

    answers = at_once(lambda _turn: call("POST", f"{path}/submission", {}, **key))

    assert Counter(status for status, _ in answers) == {200: TIMES}
    assert len({body for _, body in answers}) == 1
    assert call("GET", f"{path}/result", **key) == answers[0]


def test_of_thirty_changes_to_the_same_revision_one_goes_through(call: Call) -> None:
    path, key = started(call)
    items = [item.id for item in core_framework().items[:TIMES]]

    answers = at_once(
        lambda turn: call("PATCH", f"{path}/answers", {"answers": {items[turn]: 3}}, If_Match='"0"', **key)
    )

    assert Counter(status for status, _ in answers) == {200: 1, 412: TIMES - 1}
    won = items[[status for status, _ in answers].index(200)]
    assert json.loads(call("GET", f"{path}/answers", **key)[1]) == {"answers": {won: 3}, "revision": 1}
