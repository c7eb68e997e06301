"""The deadline of a next wave."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.next_deadline import LEAST, next_deadline

BERLIN = ZoneInfo("Europe/Berlin")
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  made aware


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("opened", "closed", "now", "wanted"),
    [
        ("2026-11-02 09:41", "2026-11-16 18:00", "2026-11-30 22:17", "2026-12-14 18:00"),
        ("2026-10-20 09:41", "2026-10-27 18:00", "2026-11-30 22:17", "2026-12-07 18:00"),
        ("2026-11-02 09:41", "2026-11-02 18:00", "2026-11-30 12:00", "2026-12-01 18:00"),
        ("2026-11-02 09:41", "2026-11-03 18:00", "2026-11-30 22:17", "2026-12-02 18:00"),
        ("2026-11-02 09:41", "2026-11-03 02:30", "2027-03-26 12:00", "2027-03-28 03:00"),
    ],
    ids=["a fortnight", "over a change of clocks", "within a day", "less than a day away", "in the hour left out"],
)
def test_a_next_wave_closes_after_as_many_days_at_the_hour_chosen_before(
    opened: str, closed: str, now: str, wanted: str
) -> None:
    assert next_deadline(at(opened), at(closed), at(now), BERLIN) == at(wanted)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=40)), MOMENTS)
def test_a_next_deadline_is_never_less_than_a_day_away(opened: datetime, length: timedelta, now: datetime) -> None:
    found = next_deadline(opened, opened + length, now, BERLIN)
    assert found.astimezone(UTC) >= now + LEAST
    assert found.astimezone(UTC) <= now + max(length, LEAST) + timedelta(days=1, hours=2)
