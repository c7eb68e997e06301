"""``cx-wheel serve`` as people and their servers start it."""

from __future__ import annotations

import json
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.factories.live_people import Person, expect
from tests.factories.live_site import LiveSite, running_site
from tests.factories.wire import HOST, Wire

NAME = "Somebody Particular"
LEVELS = ("debug", "info", "warning", "error")


@pytest.fixture(params=LEVELS)
def talkative_site(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[LiveSite]:
    with running_site(tmp_path, workers=1, options=(f"--log-level={request.param}",)) as site:
        yield site


def test_no_log_line_holds_a_token_an_answer_or_a_name(talkative_site: LiveSite) -> None:
    site = talkative_site
    with closing(Person(site.port)) as person:
        person.start()
        item, answer = "ind.culture.knowledge.elements", "not_applicable"
        expect(person.wire.post_json(f"{person.assessment}/answers", {"answers": {item: answer}}, person.csrf), 200)
        expect(person.submit(), 303)
        expect(person.wire.post(f"{person.assessment}/plan/name", {"csrf_token": person.csrf, "name": NAME}), 303)
        link = person.private_link()
        token = link.rsplit("/", 1)[1]

        meet_every_kind_of_trouble(site, link)
        with closing(sqlite3.connect(site.folder / "cx_wheel.sqlite3")) as database, database:
            database.execute("UPDATE assessments SET started_at = ?", (f"{NAME} {token}",))
        crash = person.wire.get(link)

    site.stop()
    log = site.read_log()
    assert crash.status == 500
    assert "Exception on /link/(hidden) [GET]" in log
    assert "(message hidden)" in log
    for secret in (token, token[:20], NAME, answer, person.wire.cookies["cx_wheel"][:40]):
        assert secret not in log


def test_the_address_of_a_request_or_a_proxy_never_gets_into_a_page(tmp_path: Path) -> None:
    forged = (
        "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n"
        "Forwarded: host=evil.example\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Prefix: /evil.example\r\n"
        "Script-Name: /evil.example\r\nConnection: close\r\n\r\n"
    )
    with running_site(tmp_path, workers=1, env={"CX_WHEEL_BASE_URL": "https://wheel.test/cx"}) as site:
        page = ask_bare(site, forged.encode())
        with closing(Person(site.port)) as person:
            person.start()
            link = expect(person.wire.get(f"{person.assessment}/link"), 200).text

    assert page.startswith(b"HTTP/1.1 200")
    assert b"evil.example" not in page
    assert "https://wheel.test/cx/link/" in link


def test_slow_and_silent_connections_hold_up_nobody_else(tmp_path: Path) -> None:
    with running_site(tmp_path, workers=1, options=("--threads=3",)) as site, ExitStack() as connections:
        slow, silent = [connections.enter_context(connect(site)) for _ in range(2)], 40
        for connection in slow:
            connection.sendall(b"POST /continue HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nlink=")
        for _ in range(silent):
            connections.enter_context(connect(site))

        with Wire(site.port) as quick:
            assert expect(quick.get("/"), 200)


def test_a_save_under_way_is_finished_when_the_site_is_asked_to_stop(tmp_path: Path) -> None:
    item = "ind.culture.knowledge.elements"
    with (
        running_site(tmp_path, workers=1, options=("--log-level=info",)) as site,
        connect(site) as connection,
        closing(Person(site.port)) as person,
    ):
        person.start()
        body = json.dumps({"answers": {item: 4}}).encode()
        head = (
            f"POST {person.assessment}/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            f"Cookie: cx_wheel={person.wire.cookies['cx_wheel']}\r\nX-CSRFToken: {person.csrf}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        connection.sendall(head.encode() + body[:5])
        expect(person.wire.get("/"), 200)

        site.ask_to_stop()
        connection.sendall(body[5:])
        answer = connection.recv(10_000)
        site.wait_until_ended()

        site.start()
        stored = {one["item"]: one["value"] for one in person.stored()["answers"]}  # type: ignore[attr-defined]

    assert answer.startswith(b"HTTP/1.1 200")
    assert stored == {item: 4}


def connect(site: LiveSite) -> socket.socket:
    return socket.create_connection((HOST, site.port), timeout=30)


def meet_every_kind_of_trouble(site: LiveSite, link: str) -> None:
    """The link and its token in requests that are right, wrong, and broken."""
    token = link.rsplit("/", 1)[1]
    with Wire(site.port) as stranger:
        assert stranger.get(link).status == 303
        assert stranger.get(f"{link}x").status == 404
        assert stranger.get(f"//link//{token}").status in {301, 308, 404}
        assert stranger.post(link, {"link": token}).status in {400, 405}
        assert stranger.get(f"/language/ru?next={link}").status == 303
    for broken in (
        f"GET {link}",
        f"GET {link} {token} HTTP/1.1",
        f"G@T {link} HTTP/1.1",
        f"GET {link} HTTP/9.9",
        f"GET {link} HTTP/1.1\r\nHost: x\r\nCookie {token}",
        f"GET {link} HTTP/1.1\r\nHost: x\r\nContent-Length: {token}",
        f"POST {link} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: {token}",
        f"GET {link}{'y' * 9000} HTTP/1.1",
    ):
        ask_bare(site, broken.encode() + b"\r\n\r\n")


def ask_bare(site: LiveSite, request: bytes) -> bytes:
    """All that comes back for these bytes until the connection ends."""
    with connect(site) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while more := connection.recv(65_536):
            received += more
        return received
