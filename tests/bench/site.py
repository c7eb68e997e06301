"""The real site under gunicorn on this machine, started for a measurement and stopped after it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site listens, and the process that its workers belong to."""

    port: int
    pid: int

    def worker_pids(self) -> list[int]:
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii")
        return [int(pid) for pid in children.split()]


@contextmanager
def running_site(folder: Path, *, workers: int) -> Iterator[Site]:
    """A site with an empty SQLite database in ``folder``; its process group is ended on the way out."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "CX_WHEEL_INSTANCE": str(folder), "CX_WHEEL_BASE_URL": f"http://{HOST}:{port}"}
    command = [sys.executable, "-m", "assessment", "serve", "--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL)
    try:
        _wait_until_healthy(port, process)
        yield Site(port, process.pid)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def _wait_until_healthy(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = monotonic() + 20
    while monotonic() < deadline and process.poll() is None:
        connection = HTTPConnection(HOST, port, timeout=2)
        try:
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            sleep(0.05)
        finally:
            connection.close()
    raise RuntimeError("the site did not start")
