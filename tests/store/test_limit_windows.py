"""Counters of limits hold for everybody at once, and end when their time is over."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select

from assessment.store.database import reading
from assessment.store.limit_windows import DatabaseWindows
from assessment.store.tables import DbLimitWindow
from tests.factories.assessments import FixedClock
from tests.factories.threads import in_threads


@pytest.fixture
def windows(clock: FixedClock) -> DatabaseWindows:
    return DatabaseWindows(clock=clock)


def rows() -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(DbLimitWindow)).scalar_one()


def test_no_two_callers_get_the_same_count(site: Flask, windows: DatabaseWindows) -> None:
    counts = in_threads(site, 12, lambda _turn: windows.incr("sign-in", 60))

    assert sorted(counts) == list(range(1, 13))
    assert windows.get("sign-in") == 12


def test_a_window_ends_a_fixed_time_after_it_began(windows: DatabaseWindows, clock: FixedClock) -> None:
    began = clock.now.timestamp()
    windows.incr("key", 60)
    clock.advance(59)
    assert windows.incr("key", 60) == 2
    assert windows.get_expiry("key") == began + 60

    clock.advance(1)
    assert windows.get("key") == 0
    assert windows.get_expiry("key") == clock.now.timestamp()
    assert windows.incr("key", 60) == 1
    assert windows.get_expiry("key") == began + 120


def test_keys_count_apart_and_are_cleared_apart(windows: DatabaseWindows) -> None:
    windows.incr("one", 60, 3)
    windows.incr("other", 60)
    windows.clear("one")

    assert (windows.get("one"), windows.get("other")) == (0, 1)
    assert windows.check()
    assert windows.reset() == 1
    assert windows.get("other") == 0


def test_what_was_no_offence_is_given_back_but_never_below_nothing(windows: DatabaseWindows, clock: FixedClock) -> None:
    windows.incr("key", 60, 2)
    windows.give_back("key")
    assert windows.get("key") == 1
    windows.give_back("key", 5)
    assert windows.get("key") == 1

    clock.advance(60)
    windows.incr("key", 60)
    windows.give_back("unknown")
    assert windows.get("key") == 1


def test_windows_that_have_ended_are_cleared_away(site: Flask, windows: DatabaseWindows, clock: FixedClock) -> None:
    for name in range(5):
        windows.incr(f"old {name}", 60)
    clock.advance(60)
    windows.incr("new", 60)

    assert rows() == 1


def test_many_may_clear_away_at_once(site: Flask, windows: DatabaseWindows, clock: FixedClock) -> None:
    for name in range(20):
        windows.incr(f"key {name}", 60)
    clock.advance(60)

    assert in_threads(site, 8, lambda turn: windows.incr(f"key {turn}", 60)) == [1] * 8
