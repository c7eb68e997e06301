"""Time zones to choose from."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

_OUTSIDE = ("Etc/", "US/", "SystemV/", "Brazil/", "Canada/", "Chile/", "Mexico/")
"""Older names of zones that have another one by now."""


@cache
def list_time_zones() -> tuple[tuple[str, str], ...]:
    """IANA names of zones of places, and UTC, with the words they are shown as; by name."""
    places = (name for name in available_timezones() if "/" in name and not name.startswith(_OUTSIDE))
    return tuple((name, name.replace("_", " ")) for name in ("UTC", *sorted(places)))


def is_time_zone(name: str) -> bool:
    """Whether it is an IANA name this installation knows, listed or not."""
    return name in available_timezones()
