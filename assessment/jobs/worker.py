"""The worker: one thread that sends mails, one that sweeps, and Huey, which rings when there is something to do."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from flask import Flask

from assessment.jobs.periodic import sweep
from assessment.jobs.queue import open_queue
from assessment.use_cases.parts import Parts
from assessment.use_cases.send_mails import send_waiting

if TYPE_CHECKING:
    from huey.consumer import Consumer

SWEEP_S = 30
"""Seconds between two sweeps: so late is a mail at most whose call was lost."""

_LOOK_S = 1
_FAREWELL_S = 20
"""Seconds that a mail under way is given when the worker is asked to stop."""

_LONGEST_NAP_S = 0.5
_LOG = logging.getLogger("assessment.jobs")


class Worker:
    """Works until ``stop`` is called, SIGTERM or SIGINT comes, or the process ``parent`` is gone."""

    def __init__(self, app: Flask, *, parent: int | None = None, tell: Callable[[str], None] = lambda _: None) -> None:
        self._app = app
        self._parts: Parts = app.extensions["cx_wheel"]
        self._parent = parent
        self._tell = tell
        self._stopping = Event()
        self._bell = Event()

    def stop(self) -> None:
        """Finish the mail under way and end."""
        self._stopping.set()
        self._bell.set()

    def run(self) -> None:
        """Work in this process; the main thread's signals are taken over."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop())
        threads = [Thread(target=self._send, daemon=True), Thread(target=self._sweep, daemon=True)]
        for thread in threads:
            thread.start()
        consumer = None
        while not self._stopping.is_set():
            consumer = self._listen(consumer)
            if not self._has_parent():
                self.stop()
        if consumer is not None:
            consumer.stop_flag.set()
        for thread in threads:
            thread.join(_FAREWELL_S)

    def _has_parent(self) -> bool:
        return self._parent is None or os.getppid() == self._parent

    def _listen(self, consumer: Consumer | None) -> Consumer | None:
        """A second of listening to the queue; where it cannot be opened, a sweep's pause without it."""
        if consumer is None:
            try:
                consumer = self._open_consumer()
            except Exception:  # whichever queue it is: sweeps send what waits while it is away
                _LOG.exception("The queue cannot be opened; mails are sent every %d seconds meanwhile", SWEEP_S)
                self._nap(SWEEP_S)
                return None
        self._nap(_LOOK_S)
        consumer.check_worker_health()
        return consumer

    def _open_consumer(self) -> Consumer:
        bell = open_queue(self._app, self._bell.set)
        consumer: Consumer = bell.huey.create_consumer(
            workers=1, periodic=False, scheduler_interval=60, initial_delay=0.1, max_delay=_LONGEST_NAP_S
        )
        consumer.scheduler.start()
        for _, thread in consumer.worker_threads:
            thread.start()
        return consumer

    def _nap(self, seconds: float) -> None:
        """Sleep, but not longer than the parent lives."""
        for _ in range(max(round(seconds / _LOOK_S), 1)):
            if self._stopping.wait(_LOOK_S) or not self._has_parent():
                return

    def _send(self) -> None:
        """Send whenever the bell has rung."""
        while not self._stopping.is_set():
            self._bell.wait()
            self._bell.clear()
            try:
                with self._app.app_context():
                    send_waiting(self._parts, stopping=self._stopping.is_set, tell=self._tell)
            except Exception:  # the database is away, say: the next sweep rings again
                _LOG.exception("Mails could not be sent just now")

    def _sweep(self) -> None:
        """Do what is periodic, at once and then every so often, and ring."""
        while not self._stopping.is_set():
            with self._app.app_context():
                sweep(self._parts.clock())
            self._bell.set()
            self._stopping.wait(SWEEP_S)
