"""Real servers for tests: an app in a thread of the test, or the console command as a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

_PATIENCE_SECONDS = 60.0


class _Silent(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002  the name of the parent
        pass


@contextmanager
def served_in_thread(app: Flask) -> Iterator[str]:
    """Address of the app while the block runs."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Silent)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def served_by_command(database_url: str, instance: Path) -> Iterator[str]:
    """Address of ``cx-wheel serve`` with two workers while the block runs."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {
        "CX_WHEEL_DATABASE_URL": database_url,
        "CX_WHEEL_INSTANCE": str(instance),
        "CX_WHEEL_BASE_URL": address,
        "CX_WHEEL_SECRET_KEY": "a secret of tests that is long enough",
    }
    command = [sys.executable, "-m", "assessment", "serve", "--port", str(port)]
    with (
        (instance.parent / "serve.log").open("w") as log,
        subprocess.Popen(command, env=os.environ | settings, stdout=log, stderr=log) as process,
    ):
        try:
            _wait_for(address, process, Path(log.name))
            yield address
        finally:
            process.send_signal(signal.SIGTERM)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5):  # noqa: S310  our own server
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The server did not start: {log.read_text()}")
