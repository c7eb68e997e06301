"""The real site in processes of its own on this machine, to be measured, killed and started again."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from tests.factories.ports import free_port
from tests.factories.wire import Wire

ROOT = Path(__file__).parents[2]
_PATIENCE_S = 60

WRITES_NO_CODE = {"PYTHONDONTWRITEBYTECODE": "1"}
"""Where files cannot grow, compiled modules would be cut off, and nobody could import them afterwards."""


class LiveSite:
    """``cx-wheel serve`` with its state in ``folder``. It keeps its port over a restart, and its log grows on.

    ``beside`` is the folder it is started in: by default the checkout, whose package it then runs. ``mails``:
    whether it starts the worker that sends them; None leaves that to the site.
    """

    def __init__(
        self,
        folder: Path,
        *,
        workers: int = 2,
        mails: bool | None = False,
        options: tuple[str, ...] = (),
        env: Mapping[str, str] | None = None,
        beside: Path = ROOT,
    ) -> None:
        self.port = free_port()
        self.folder = folder
        self.log = folder / "serve.log"
        self._command = [sys.executable, "-m", "assessment", "serve", f"--port={self.port}", f"--workers={workers}"]
        self._command += [] if mails is None else ["--worker" if mails else "--no-worker"]
        self._command += options
        self._env = {**os.environ, "CX_WHEEL_INSTANCE": str(folder), **(env or {})}
        self._beside = beside
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process that the workers belong to."""
        if self._process is None:
            raise RuntimeError("the site is not running")
        return self._process.pid

    def start(self) -> None:
        """Start and wait until it answers that it is healthy. Raises RuntimeError with its log when it does not."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=self._beside, env=self._env, start_new_session=True, stdout=log, stderr=log
            )
        deadline = monotonic() + _PATIENCE_S
        while monotonic() < deadline and self._process.poll() is None:
            if self.is_healthy():
                return
            sleep(0.02)
        raise RuntimeError(f"the site did not start:\n{self.read_log()}")

    def is_healthy(self) -> bool:
        """Whether /health says ok."""
        try:
            with Wire(self.port) as wire:
                return wire.get("/health").status == 200
        except OSError:
            return False

    def worker_pids(self) -> list[int]:
        """The processes that answer, oldest first."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii")
        return [int(pid) for pid in children.split()]

    def kill(self) -> None:
        """End every process of the site at once, as a power cut does to them."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask the site to finish what it does and end."""
        self._end(signal.SIGTERM)

    def ask_to_stop(self) -> None:
        """Like ``stop``, without waiting for the end; returns when the request has been heard (log level info)."""
        os.kill(self.pid, signal.SIGTERM)
        deadline = monotonic() + _PATIENCE_S
        while "Handling signal: term" not in self.read_log():
            if monotonic() > deadline:
                raise TimeoutError("the site does not react")
            sleep(0.02)

    def wait_until_ended(self) -> None:
        """Until no process is left."""
        if self._process is not None:
            self._process.wait(timeout=_PATIENCE_S)

    def kill_worker(self) -> None:
        """End the oldest worker; the site starts another by itself."""
        os.kill(self.worker_pids()[0], signal.SIGKILL)

    def limit_files(self, size: int) -> None:
        """From now on no process of the site can make a file grow beyond ``size`` bytes; -1 lifts the limit.

        Such a site is to be started with ``WRITES_NO_CODE``.
        """
        for pid in (self.pid, *self.worker_pids()):
            most = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (most if size < 0 else size, most))

    def read_log(self) -> str:
        """All that the site wrote to its output so far."""
        return self.log.read_text(encoding="utf-8")

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, how)
            self._process.wait(timeout=_PATIENCE_S)
        self._process = None


@contextmanager
def running_site(
    folder: Path,
    *,
    workers: int = 2,
    mails: bool | None = False,
    options: tuple[str, ...] = (),
    env: Mapping[str, str] | None = None,
    beside: Path = ROOT,
) -> Iterator[LiveSite]:
    """A site that has started; none of its processes is left when the block ends."""
    site = LiveSite(folder, workers=workers, mails=mails, options=options, env=env, beside=beside)
    try:
        site.start()
        yield site
    finally:
        site.stop()
