"""When the next wave closes, if it is asked as long as the last one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from assessment.domain.local_moment import TimeDoesNotExist, find_moment

LEAST = timedelta(days=1)


def next_deadline(opened_at: datetime, closes_at: datetime, now: datetime, zone: tzinfo) -> datetime:
    """As many days from now as the last wave had from its opening, at the time of day chosen for it.

    Moments are aware, days and times those of ``zone``; the answer is at least a day away and aware in ``zone``.
    """
    last, earliest = closes_at.astimezone(zone), now.astimezone(UTC) + LEAST
    days = (last.date() - opened_at.astimezone(zone).date()).days
    day = now.astimezone(zone).date() + timedelta(days=days)
    while _moment(day, last.time(), zone) < earliest:
        day += timedelta(days=1)
    return _moment(day, last.time(), zone)


def _moment(day: date, time_of_day: time, zone: tzinfo) -> datetime:
    """That time of day; where the clocks leap over it, when they have leapt."""
    try:
        return find_moment(day, time_of_day, zone).at
    except TimeDoesNotExist as gap:
        return gap.leap_to.replace(tzinfo=zone)
