"""A time zone as people know it: its city in their language, and how far it is from UTC."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from babel import Locale
from babel.core import get_global


@cache
def city_of(time_zone: str, locale: str) -> str:
    """The city of an IANA name: Berlin, Берлин. Catalogues of cities keep some under an older name of the zone."""
    cities = Locale.parse(locale).time_zones
    older = (old for old, new in get_global("zone_aliases").items() if new == time_zone)
    found = (cities[key].get("city") for key in (time_zone, *older) if key in cities)
    fallback = time_zone.rpartition("/")[2].replace("_", " ")
    return next((str(city) for city in found if city), fallback)


def distance_from_utc(offset: timedelta) -> str:
    """UTC+5:30, with a true minus sign; UTC+0 where there is none."""
    minutes = round(abs(offset).total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    sign = "\u2212" if offset < timedelta() else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
