"""A browser reduced to its wire: one connection, kept alive, and its cookies. It costs little, so many can run."""

from __future__ import annotations

import json
import select
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlencode, urlsplit

HOST = "127.0.0.1"
_TIMEOUT_S = 60


class Unanswered(ConnectionError):
    """The connection ended before the answer was whole: nobody knows what became of the request."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def place(self) -> str:
        """Path and query that a redirect leads to."""
        split = urlsplit(self.headers["location"])
        return f"{split.path}?{split.query}" if split.query else split.path


class Wire:
    """Requests to a port of this machine."""

    def __init__(self, port: int, *, languages: str = "ru") -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self._languages = languages
        self._socket: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, path: str) -> Reply:
        return self._ask(f"GET {path}", b"")

    def post(self, path: str, form: Mapping[str, str]) -> Reply:
        return self._ask(
            f"POST {path}", urlencode(form).encode(), "Content-Type: application/x-www-form-urlencoded\r\n"
        )

    def post_json(self, path: str, content: object, csrf: str) -> Reply:
        """As the scripts of a page do it."""
        headers = f"Content-Type: application/json\r\nX-CSRFToken: {csrf}\r\n"
        return self._ask(f"POST {path}", json.dumps(content).encode(), headers)

    def close(self) -> None:
        """End the connection; the next request opens another. Cookies stay."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _ask(self, what: str, body: bytes, headers: str = "") -> Reply:
        """Send and read; Unanswered, and the connection is closed, unless the whole answer came."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = (
            f"{what} HTTP/1.1\r\nHost: {HOST}:{self.port}\r\nAccept-Language: {self._languages}\r\n"
            f"Cookie: {cookies}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
        )
        try:
            if self._socket is None or _is_over(self._socket):
                self.close()
                self._socket = socket.create_connection((HOST, self.port), timeout=_TIMEOUT_S)
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.sendall(head.encode() + body)
            reply = self._read(self._socket)
        except OSError:
            self.close()
            raise
        if reply.headers.get("connection", "").lower() == "close":
            self.close()
        return reply

    def _read(self, connection: socket.socket) -> Reply:
        received = b""
        while (end := received.find(b"\r\n\r\n")) < 0:
            received += _receive(connection)
        status, *lines = received[:end].decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in lines:
            name, _, value = line.partition(": ")
            headers[name.lower()] = value
            if name.lower() == "set-cookie":
                key, _, kept = value.partition(";")[0].partition("=")
                self.cookies[key] = kept
        body = received[end + 4 :]
        length = int(headers["content-length"])
        while len(body) < length:
            body += _receive(connection)
        return Reply(int(status.split()[1]), headers, body)


def _is_over(connection: socket.socket) -> bool:
    """Whether the server ended a connection on which nothing was asked."""
    return bool(select.select([connection], [], [], 0)[0])


def _receive(connection: socket.socket) -> bytes:
    received = connection.recv(262_144)
    if not received:
        raise Unanswered("the server ended the connection")
    return received
