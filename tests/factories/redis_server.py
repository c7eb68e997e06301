"""As much of a Redis server as a queue of calls needs: one list, and no scripts."""

from __future__ import annotations

import socketserver
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

Reply = bytes | int | None


class Lists:
    """The lists that clients share, and each command they gave."""

    def __init__(self) -> None:
        self.calls: deque[bytes] = deque()
        self.commands: list[str] = []
        self.changed = threading.Condition()

    def answer(self, command: bytes, arguments: list[bytes]) -> Reply | list[Reply]:
        name = command.decode().upper()
        self.commands.append(name)
        with self.changed:
            if name == "LLEN":
                return len(self.calls)
            if name == "HDEL":
                return 0
            if name == "LPUSH":
                self.calls.appendleft(arguments[1])
                self.changed.notify()
                return len(self.calls)
            if name == "BRPOP":
                self.changed.wait_for(lambda: bool(self.calls), timeout=float(arguments[-1]))
                return [arguments[0], self.calls.pop()] if self.calls else None
        if name == "HMGET":  # asked whether a call was taken back
            return [None for _ in arguments[1:]]
        raise NotImplementedError(name)


@contextmanager
def redis_server() -> Iterator[tuple[str, Lists]]:
    """Address of the server, and what it holds."""
    lists = Lists()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            lines = cast("BinaryIO", self.rfile)
            while head := lines.readline():
                words = []
                for _ in range(int(head[1:])):
                    size = int(lines.readline()[1:])
                    words.append(lines.read(size + 2)[:-2])
                self.wfile.write(_answer(lists, words))

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        try:
            yield f"redis://127.0.0.1:{server.server_address[1]}/0?protocol=2", lists
        finally:
            server.shutdown()
            thread.join()


def _answer(lists: Lists, words: list[bytes]) -> bytes:
    try:
        return _encoded(lists.answer(words[0], words[1:]))
    except NotImplementedError as unknown:
        return f"-ERR unknown command {unknown}\r\n".encode()


def _encoded(reply: Reply | list[Reply]) -> bytes:
    if reply is None:
        return b"$-1\r\n"
    if isinstance(reply, int):
        return b":%d\r\n" % reply
    if isinstance(reply, list):
        return b"*%d\r\n" % len(reply) + b"".join(map(_encoded, reply))
    return b"$%d\r\n%s\r\n" % (len(reply), reply)
