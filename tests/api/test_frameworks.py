"""GET /frameworks and GET /frameworks/{id}."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from assessment.domain.framework import Level
from tests.factories.api_callers import API
from tests.factories.frameworks import core_framework

ADDRESS = f"{API}/frameworks/cx_competencies"


def test_the_list_has_the_latest_version_of_every_framework(client: FlaskClient) -> None:
    listed = client.get(f"{API}/frameworks").get_json()
    assert listed == {
        "frameworks": [
            {
                "id": "cx_competencies",
                "version": core_framework().version,
                "title": core_framework().title["en"],
                "levels": ["individual", "team", "organisation"],
                "locales": ["en", "ru"],
                "items": 180,
            }
        ]
    }


def test_titles_of_the_list_follow_the_language_the_caller_accepts(client: FlaskClient) -> None:
    answer = client.get(f"{API}/frameworks", headers={"Accept-Language": "fr, ru;q=0.5"})
    assert answer.get_json()["frameworks"][0]["title"] == core_framework().title["ru"]
    assert answer.headers["Vary"] == "Accept-Language"


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("locale", ["en", "ru"])
def test_a_framework_says_all_that_is_needed_to_ask_its_items(client: FlaskClient, level: Level, locale: str) -> None:
    framework = core_framework()
    shown = client.get(ADDRESS, query_string={"level": level, "locale": locale}).get_json()
    items = framework.items_of(level)
    assert list(shown) == [
        *("id", "version", "title", "level", "locale", "blocks", "competencies", "facets", "scales", "items")
    ]
    assert (shown["id"], shown["version"], shown["level"], shown["locale"]) == (
        *("cx_competencies", framework.version),
        *(level, locale),
    )
    assert shown["title"] == framework.title[locale]
    assert shown["blocks"] == [{"id": block.id, "name": block.name[locale]} for block in framework.blocks]
    assert shown["competencies"] == [
        {"id": spoke.id, "name": spoke.name[locale], "block": spoke.block, "definition": spoke.definition[locale]}
        for spoke in framework.competencies
    ]
    assert shown["facets"] == [{"id": facet.id, "name": facet.name[locale]} for facet in framework.facets]
    assert [item["id"] for item in shown["items"]] == [item.id for item in items]
    assert shown["items"][7] == {
        "id": items[7].id,
        "competency": items[7].competency,
        "facet": items[7].facet,
        "topic": items[7].topic,
        "text": items[7].text[locale],
        "reversed": items[7].reversed,
        "weight": items[7].weight,
    }


def test_scales_are_those_of_the_level_with_an_anchor_at_every_point(client: FlaskClient) -> None:
    framework = core_framework()
    shown = client.get(ADDRESS, query_string={"level": "team", "locale": "ru"}).get_json()
    scales = [scale for scale in framework.scales if scale.level is Level.TEAM]
    assert shown["scales"] == [
        {
            "facet": scale.facet,
            "points": [
                {"value": point.value, "anchor": point.anchor["ru"] if point.anchor else None} for point in scale.points
            ],
        }
        for scale in scales
    ]
    assert len(shown["scales"]) == 3
    assert all(len(scale["points"]) == 6 for scale in shown["scales"])


def test_a_version_can_be_named(client: FlaskClient) -> None:
    query = {"level": "individual", "locale": "en", "version": core_framework().version}
    assert client.get(ADDRESS, query_string=query).get_json()["version"] == core_framework().version


@pytest.mark.parametrize(
    ("path", "version"), [("/frameworks/no_such", None), ("/frameworks/cx_competencies", "1999.1")]
)
def test_an_unknown_framework_or_version_is_not_found(client: FlaskClient, path: str, version: str | None) -> None:
    query = {"level": "individual", "locale": "en"} | ({"version": version} if version else {})
    answer = client.get(API + path, query_string=query)
    assert answer.status_code == 404
    assert answer.get_json()["type"] == "/api/v1/#unknown-framework"


@pytest.mark.parametrize(
    ("query", "pointers"),
    [
        ("", ["/level", "/locale"]),
        ("level=individual", ["/locale"]),
        ("level=galaxy&locale=en", ["/level"]),
        ("level=individual&locale=de", ["/locale"]),
        ("level=&locale=en", ["/level"]),
        ("level=individual&locale=en&lokale=ru", ["/lokale"]),
        ("level=individual&level=team&locale=en", ["/level"]),
    ],
)
def test_a_query_that_does_not_fit_is_refused_by_its_parameters(
    client: FlaskClient, query: str, pointers: list[str]
) -> None:
    answer = client.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.get_json()["errors"]] == pointers
