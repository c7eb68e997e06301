"""Days and times as people choose them, in their own time zone, and the moments these are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from assessment.domain.refusals import Refusal


class TimeDoesNotExist(Refusal):
    """The clocks leap over this time of day: they go from ``leap_from`` straight to ``leap_to``, both local."""

    def __init__(self, wanted: datetime, leap_from: datetime, leap_to: datetime) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.leap_from = leap_from
        self.leap_to = leap_to


@dataclass(frozen=True, slots=True)
class LocalMoment:
    """A moment in a zone. ``twice``: the clocks show this time of day twice, and the later of the two is meant."""

    at: datetime
    twice: bool


def find_moment(day: date, time_of_day: time, zone: tzinfo) -> LocalMoment:
    """The moment, aware in ``zone``, at which the clocks there show that day and time.

    Where they show it twice (an hour is put back) it is the later one, so that nobody has less time than they read.
    Raises TimeDoesNotExist where they never show it (an hour is left out).
    """
    wanted = datetime.combine(day, time_of_day.replace(tzinfo=None))
    first, second = (wanted.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if _there_and_back(first) != wanted:
        # In a gap fold=0 reads the clock as it was before the leap, fold=1 as it is after it.
        width = (first.utcoffset() or timedelta()) - (second.utcoffset() or timedelta())
        leap_from = _last_shown(wanted, zone, abs(width))
        raise TimeDoesNotExist(wanted, leap_from, leap_from + abs(width))
    return LocalMoment(second, first.utcoffset() != second.utcoffset())


def _there_and_back(local: datetime) -> datetime:
    """What the clocks show at that moment."""
    return local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None, fold=0)


def _last_shown(missing: datetime, zone: tzinfo, width: timedelta) -> datetime:
    """Where the clocks leap from: the first whole minute at or before ``missing`` that they do not show."""
    lower, upper = missing - width, missing
    while upper - lower > timedelta(minutes=1):
        middle = lower + ((upper - lower) / 2) // timedelta(minutes=1) * timedelta(minutes=1)
        if _there_and_back(middle.replace(tzinfo=zone)) == middle:
            lower = middle
        else:
            upper = middle
    return upper
