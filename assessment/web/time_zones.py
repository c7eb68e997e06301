"""Time zones to choose from: by region, each as a city with its distance from UTC, in the reader's language."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from assessment.languages import Language
from assessment.languages.time_zones import city_of, distance_from_utc
from assessment.web.fields import OptionGroup

_UTC = "UTC"


def is_time_zone(name: str) -> bool:
    """Whether it is an IANA name this installation knows, listed or not."""
    return name in available_timezones()


def group_time_zones(language: Language, chosen: str, *, now: datetime) -> tuple[OptionGroup, ...]:
    """Zones of cities to choose from. ``chosen`` and UTC come first, then its region, then the others by name.

    Values are IANA names; ``chosen`` is there even if it is an older name. Distances from UTC are those at ``now``.
    """
    first = dict.fromkeys((chosen, _UTC) if is_time_zone(chosen) else (_UTC,))
    regions = _name_regions(language)
    own = chosen.partition("/")[0]
    groups: dict[str, list[tuple[str, str]]] = {region: [] for region in regions}
    for name, zone in _list_zones():
        if name not in first:
            groups[name.partition("/")[0]].append((name, _say(language, name, zone, now)))
    ordered = sorted(regions, key=lambda region: (region != own, regions[region]))
    return (
        OptionGroup(
            language.gettext("Chosen now"), tuple((name, _say(language, name, ZoneInfo(name), now)) for name in first)
        ),
        *(
            OptionGroup(regions[region], tuple(sorted(groups[region], key=lambda option: option[1])))
            for region in ordered
        ),
    )


def _name_regions(language: Language) -> dict[str, str]:
    """What IANA names begin with, in words."""
    return {
        "Africa": language.gettext("Africa"),
        "America": language.gettext("America"),
        "Antarctica": language.gettext("Antarctica"),
        "Arctic": language.gettext("Arctic"),
        "Asia": language.gettext("Asia"),
        "Atlantic": language.gettext("Atlantic Ocean"),
        "Australia": language.gettext("Australia"),
        "Europe": language.gettext("Europe"),
        "Indian": language.gettext("Indian Ocean"),
        "Pacific": language.gettext("Pacific Ocean"),
    }


@cache
def _list_zones() -> tuple[tuple[str, ZoneInfo], ...]:
    """One zone for each place, without older names."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    names = (columns[2].split()[0] for columns in lines)
    return tuple((name, ZoneInfo(name)) for name in names if is_time_zone(name))


def _say(language: Language, name: str, zone: ZoneInfo, now: datetime) -> str:
    """Moscow (UTC+3)."""
    if name == _UTC:
        return _UTC
    return f"{city_of(name, language.locale)} ({distance_from_utc(now.astimezone(zone).utcoffset() or timedelta())})"
