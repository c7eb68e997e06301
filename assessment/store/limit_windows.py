"""Counters of limits, shared by all processes and machines of a site: each counts within a window of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from limits.storage import Storage
from sqlalchemy import Connection, bindparam, case, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assessment.store.database import reading, transaction
from assessment.store.tables import DbLimitWindow

SCHEME = "cx-wheel-database"
"""How the limiter is told to count here: ``SCHEME://``."""

_MOST_SWEPT = 100
"""Windows that have ended are cleared away so many at a time, whenever a new one begins."""

_ENDED = DbLimitWindow.ends_at <= bindparam("now")
_GROWN = {
    "count": case((_ENDED, bindparam("amount")), else_=DbLimitWindow.count + bindparam("amount")),
    "ends_at": case((_ENDED, bindparam("new_end", type_=DbLimitWindow.ends_at.type)), else_=DbLimitWindow.ends_at),
}
_HIT = {
    "sqlite": sqlite.insert(DbLimitWindow)
    .on_conflict_do_update(index_elements=["key"], set_=_GROWN)
    .returning(DbLimitWindow.count, DbLimitWindow.ends_at),
    "postgresql": postgresql.insert(DbLimitWindow)
    .on_conflict_do_update(index_elements=["key"], set_=_GROWN)
    .returning(DbLimitWindow.count, DbLimitWindow.ends_at),
}
_SWEEP = delete(DbLimitWindow).where(
    DbLimitWindow.key.in_(select(DbLimitWindow.key).where(_ENDED).limit(_MOST_SWEPT).with_for_update(skip_locked=True))
)
_FIND = select(DbLimitWindow.count, DbLimitWindow.ends_at).where(DbLimitWindow.key == bindparam("of_key"), ~_ENDED)
_GIVE_BACK = (
    update(DbLimitWindow)
    .where(DbLimitWindow.key == bindparam("of_key"), ~_ENDED, DbLimitWindow.count >= bindparam("amount"))
    .values(count=DbLimitWindow.count - bindparam("amount"))
)
_CLEAR = delete(DbLimitWindow).where(DbLimitWindow.key == bindparam("of_key"))


def forget_ended(connection: Connection, now: datetime) -> None:
    """Delete every window that has ended, those that no new one sweeps away because nobody tries any more."""
    connection.execute(delete(DbLimitWindow).where(_ENDED), {"now": now})


class DatabaseWindows(Storage):
    """Counters in the site's database; ``clock`` tells the present moment, aware.

    An app context must be active, and no transaction of the caller's: every count is on disk when a call returns.
    Raises DatabaseUnavailable.
    """

    STORAGE_SCHEME = [SCHEME]  # noqa: RUF012  the library's own class attribute

    def __init__(self, uri: str | None = None, *, clock: Callable[[], datetime]) -> None:
        super().__init__(uri)
        self._clock = clock

    @property
    def base_exceptions(self) -> tuple[type[Exception], ...]:
        """Nothing is wrapped: an outage of the database is answered as everywhere."""
        return ()

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count ``amount`` more in the window of ``key``, a new one of ``expiry`` seconds if none is open.

        Returns the count with it. One statement does it all, so that no two callers ever get the same count.
        """
        now = self._clock()
        end = now + timedelta(seconds=expiry)
        values = {"key": key, "count": amount, "ends_at": end, "now": now, "amount": amount, "new_end": end}
        with transaction() as connection:
            count, ends_at = connection.execute(_HIT[connection.dialect.name], values).one()
            if ends_at == end:
                connection.execute(_SWEEP, {"now": now})
        return int(count)

    def give_back(self, key: str, amount: int = 1) -> None:
        """Count ``amount`` less, if the window is still open: what was counted turned out to be no offence."""
        with transaction() as connection:
            connection.execute(_GIVE_BACK, {"of_key": key, "now": self._clock(), "amount": amount})

    def get(self, key: str) -> int:
        """The count in the open window, 0 without one."""
        found = self._find(key)
        return 0 if found is None else found[0]

    def get_expiry(self, key: str) -> float:
        """The moment the open window ends, in seconds since 1970; now without one."""
        found = self._find(key)
        return (self._clock() if found is None else found[1]).timestamp()

    def check(self) -> bool:
        """Whether the database answers."""
        self._find("")
        return True

    def reset(self) -> int:
        """Forget every window; how many there were."""
        with transaction() as connection:
            return connection.execute(delete(DbLimitWindow)).rowcount

    def clear(self, key: str) -> None:
        """Forget one window."""
        with transaction() as connection:
            connection.execute(_CLEAR, {"of_key": key})

    def _find(self, key: str) -> tuple[int, datetime] | None:
        with reading() as connection:
            row = connection.execute(_FIND, {"of_key": key, "now": self._clock()}).one_or_none()
        return None if row is None else (row[0], row[1])
