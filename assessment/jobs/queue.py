"""What wakes the worker: Huey, with its tasks in a file, in PostgreSQL or in Redis. A task says “look”, no more."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from flask import Flask

from assessment.mail_settings import Queue
from assessment.use_cases.parts import Parts

if TYPE_CHECKING:
    from huey import Huey

_ENOUGH = 5
"""With so many calls waiting, one more would tell the worker nothing new."""

_SILENCE_S = 30
"""After a failure nobody calls for so long, so that requests do not wait for a queue that is away."""

_PATIENCE_S = 2
_NAME = "cx-wheel"


@dataclass(frozen=True, slots=True)
class Bell:
    """The queue, and what puts a call into it."""

    huey: Huey
    call: Callable[[], object]


class Doorbell:
    """Wakes the worker; each process opens the queue by itself."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._process = 0
        self._bell: Bell | None = None
        self._silent_until = 0.0

    def ring(self) -> None:
        """Put a call into the queue, unless enough are waiting there or the queue was away just now.

        Raises whatever the queue raises.
        """
        if monotonic() < self._silent_until:
            return
        try:
            bell = self._open()
            if bell.huey.pending_count() < _ENOUGH:
                bell.call()
        except Exception:  # whatever it was: be silent for a while, and tell the caller
            self._silent_until = monotonic() + _SILENCE_S
            self.close()
            raise

    def close(self) -> None:
        """Give the connection to the queue back; the next ring makes a new one."""
        if self._bell is not None and self._process == os.getpid():
            self._bell.huey.storage.close()
        self._bell = None

    def _open(self) -> Bell:
        """The queue of this process: connections are not carried over a fork."""
        if self._bell is None or self._process != os.getpid():
            self._bell, self._process = open_queue(self._app, _nothing), os.getpid()
        return self._bell


def open_queue(app: Flask, work: Callable[[], object]) -> Bell:
    """The queue that the settings name. Whoever consumes it does ``work`` at each call.

    What lies in it is signed with the site's secret, so that nobody else can put a task there.
    """
    from huey.serializer import SignedSerializer

    parts: Parts = app.extensions["cx_wheel"]
    signed = SignedSerializer(secret=app.config["SECRET_KEY"], salt=_NAME)
    huey = _open(parts.settings.queue, parts.settings.instance, {"serializer": signed, "results": False})

    def look() -> None:
        work()

    return Bell(huey, huey.task()(look))  # known by its name and the name of this module, in every process


def _open(queue: Queue, instance: Path, options: dict[str, object]) -> Huey:
    if queue.is_embedded:
        from huey import SqliteHuey

        return SqliteHuey(_NAME, filename=str(instance / "queue.sqlite3"), timeout=_PATIENCE_S, cache_mb=1, **options)
    if queue.url.startswith("postgresql:"):
        from huey import PostgresHuey

        return PostgresHuey(_NAME, dsn=queue.url, connect_timeout=_PATIENCE_S, **options)
    from huey import RedisHuey
    from redis import ConnectionPool

    patience = {"socket_connect_timeout": _PATIENCE_S, "socket_timeout": 2 * _PATIENCE_S}
    return RedisHuey(_NAME, connection_pool=ConnectionPool.from_url(queue.url, **patience), **options)


def _nothing() -> None:
    """Whoever only rings does no work."""
