"""An SQLite file that is brought back to how it was, and told what was written into it meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

NOT_COUNTED = {"limit_windows", "account_sessions", "audit_entries"}
"""Tables that a refused request may write to: it was tried, somebody was here, and it was noted."""


class WatchedDatabase:
    """``kept`` is a copy in memory of how the file was, ``watch`` a connection that sees commits of others."""

    def __init__(self, path: Path, watch: sqlite3.Connection, kept: sqlite3.Connection) -> None:
        self._path = path
        self._watch = watch
        self._kept = kept
        self._seen = self._version()

    def was_written(self) -> bool:
        """Whether anything was committed since the file was as it is kept."""
        return self._version() != self._seen

    def changes(self) -> dict[str, tuple[int, int]]:
        """Tables that differ from how they are kept, with the numbers of rows that went and came."""
        found = {}
        for name in _tables(self._kept):
            before, now = _rows(self._kept, name), _rows(self._watch, name)
            if before != now and name not in NOT_COUNTED:
                found[name] = (len(before - now), len(now - before))
        return found

    def restore(self) -> None:
        """Bring everything back."""
        with closing(sqlite3.connect(self._path)) as target:
            self._kept.backup(target)
        self._seen = self._version()

    def _version(self) -> int:
        (found,) = self._watch.execute("PRAGMA data_version").fetchone()
        return int(found)


@contextmanager
def watched_database(path: Path) -> Iterator[WatchedDatabase]:
    """Remember how the file is now, for the length of a block."""
    with closing(sqlite3.connect(path)) as watch, closing(sqlite3.connect(":memory:")) as kept:
        watch.backup(kept)
        yield WatchedDatabase(path, watch, kept)


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


def _rows(connection: sqlite3.Connection, name: str) -> set[tuple[object, ...]]:
    return set(connection.execute(f'SELECT * FROM "{name}"'))  # noqa: S608  a name from the database itself
