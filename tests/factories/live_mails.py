"""Workers that send mails, in processes of their own, to be killed; and a mail server that knows every text it got."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.factories.banks import TINY

ROOT = Path(__file__).parents[2]


class LiveWorker:
    """``cx-wheel worker`` on the state in ``folder``, with the tiny bank."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self.log = folder / "worker.log"
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "assessment", "worker"],
                cwd=ROOT,
                env={**os.environ, **TINY, "CX_WHEEL_INSTANCE": str(folder), **env},
                stdout=log,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    def is_running(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Ask it to finish the mail under way and end."""
        if self.is_running():
            self._process.send_signal(signal.SIGTERM)
        self._process.wait(timeout=60)


def is_alive(pid: int) -> bool:
    """Whether there is such a process that has not ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
