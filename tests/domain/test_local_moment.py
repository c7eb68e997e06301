"""Times of day around the nights on which clocks are changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from assessment.domain.local_moment import TimeDoesNotExist, find_moment

BERLIN = ZoneInfo("Europe/Berlin")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")


def test_a_time_is_the_moment_at_which_the_clocks_of_the_zone_show_it() -> None:
    found = find_moment(date(2026, 12, 1), time(18, 0), BERLIN)

    assert found.at == datetime(2026, 12, 1, 17, 0, tzinfo=UTC)
    assert found.at.tzinfo is BERLIN
    assert not found.twice


@pytest.mark.parametrize("wanted", [time(2, 0), time(2, 1), time(2, 30), time(2, 59)])
def test_a_time_that_is_left_out_is_refused_with_the_ends_of_the_leap(wanted: time) -> None:
    with pytest.raises(TimeDoesNotExist) as refused:
        find_moment(date(2027, 3, 28), wanted, BERLIN)

    assert refused.value.leap_from == datetime(2027, 3, 28, 2, 0)  # noqa: DTZ001  clocks on the wall
    assert refused.value.leap_to == datetime(2027, 3, 28, 3, 0)  # noqa: DTZ001  as above


@pytest.mark.parametrize(("wanted", "moment"), [(time(1, 59), (0, 59)), (time(3, 0), (1, 0))])
def test_the_times_beside_the_leap_exist(wanted: time, moment: tuple[int, int]) -> None:
    found = find_moment(date(2027, 3, 28), wanted, BERLIN)

    assert found.at == datetime(2027, 3, 28, *moment, tzinfo=UTC)


@pytest.mark.parametrize(("wanted", "hour"), [(time(2, 0), (1, 0)), (time(2, 30), (1, 30)), (time(2, 59), (1, 59))])
def test_a_time_that_comes_twice_is_the_later_one(wanted: time, hour: tuple[int, int]) -> None:
    found = find_moment(date(2027, 10, 31), wanted, BERLIN)

    assert found.twice
    assert found.at.astimezone(UTC) == datetime(2027, 10, 31, *hour, tzinfo=UTC)


@pytest.mark.parametrize("wanted", [time(1, 59), time(3, 0)])
def test_the_times_beside_the_repeated_hour_come_once(wanted: time) -> None:
    assert not find_moment(date(2027, 10, 31), wanted, BERLIN).twice


def test_a_leap_of_half_an_hour_is_told_as_what_it_is() -> None:
    with pytest.raises(TimeDoesNotExist) as refused:
        find_moment(date(2027, 10, 3), time(2, 10), LORD_HOWE)

    assert (refused.value.leap_from.time(), refused.value.leap_to.time()) == (time(2, 0), time(2, 30))


def test_utc_has_every_time_once() -> None:
    assert find_moment(date(2027, 3, 28), time(2, 30), UTC).at == datetime(2027, 3, 28, 2, 30, tzinfo=UTC)
