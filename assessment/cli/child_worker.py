"""A worker of the site's own: started with it, started again when it dies, ended with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from time import monotonic

_FAREWELL_S = 30
_PAUSE_S = 5


class ChildWorker:
    """``cx-wheel worker`` as a child of this process, which it does not outlive, however this process ends."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env
        self._parent = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._not_before = 0.0

    def keep_running(self) -> None:
        """Start it if it is not running. To be called again and again; one that keeps dying is given pauses."""
        if self._process is not None and self._process.poll() is None:
            return
        if monotonic() < self._not_before:
            return
        self._not_before = monotonic() + _PAUSE_S
        # A session of its own: Ctrl+C is for the site, which then ends its worker in good order.
        self._process = subprocess.Popen(  # noqa: S603  this very program
            [sys.executable, "-m", "assessment", "worker", f"--parent={self._parent}"],
            env=self._env,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def stop(self) -> None:
        """Let it finish the mail under way, and end it. Processes forked from this one leave it alone."""
        if self._process is None or os.getpid() != self._parent or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(_FAREWELL_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
