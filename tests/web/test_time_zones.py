"""Time zones to choose from: found by the city's name, in both languages, the present one first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assessment.languages import get_language
from assessment.web.time_zones import group_time_zones, is_time_zone

WINTER, SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)


def texts(locale: str, chosen: str, *, now: datetime = WINTER) -> dict[str, str]:
    """What every zone is called, by its IANA name."""
    groups = group_time_zones(get_language(locale), chosen, now=now)
    return {value: text for group in groups for value, text in group.options}


def test_the_chosen_zone_and_utc_come_first_and_its_region_next() -> None:
    groups = group_time_zones(get_language("en"), "Asia/Tokyo", now=WINTER)
    assert [(group.name, len(group.options)) for group in groups[:1]] == [("Chosen now", 2)]
    assert groups[0].options == (("Asia/Tokyo", "Tokyo (UTC+9)"), ("UTC", "UTC"))
    assert [group.name for group in groups[1:4]] == ["Asia", "Africa", "America"]


def test_every_zone_stands_once() -> None:
    groups = group_time_zones(get_language("ru"), "Europe/Moscow", now=WINTER)
    values = [value for group in groups for value, _ in group.options]
    assert len(values) == len(set(values)) > 400
    assert all(map(is_time_zone, values))


@pytest.mark.parametrize(
    ("zone", "english", "russian"),
    [
        ("Europe/Moscow", "Moscow (UTC+3)", "Москва (UTC+3)"),
        ("Asia/Kolkata", "Kolkata (UTC+5:30)", "Калькутта (UTC+5:30)"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires (UTC−3)", "Буэнос-Айрес (UTC−3)"),
        ("Africa/Abidjan", "Abidjan (UTC+0)", "Абиджан (UTC+0)"),
    ],
)
def test_cities_have_their_names_and_their_distance_from_utc(zone: str, english: str, russian: str) -> None:
    assert texts("en", "UTC")[zone] == english
    assert texts("ru", "UTC")[zone] == russian


def test_distances_are_those_of_the_day() -> None:
    assert texts("en", "UTC", now=WINTER)["Europe/Berlin"] == "Berlin (UTC+1)"
    assert texts("en", "UTC", now=SUMMER)["Europe/Berlin"] == "Berlin (UTC+2)"


def test_an_older_name_that_a_browser_gave_stays_chosen() -> None:
    groups = group_time_zones(get_language("en"), "Asia/Calcutta", now=WINTER)
    assert groups[0].options[0] == ("Asia/Calcutta", "Kolkata (UTC+5:30)")


def test_a_zone_that_is_none_is_not_offered() -> None:
    assert "Moon/Base" not in texts("en", "Moon/Base")
