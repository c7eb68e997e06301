"""Every address stands on exactly one list: open to all, or with the private link only."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

OPEN = {
    "start.show",
    "start.begin",
    "start.open_link",
    "start.continue_",
    "start.open_pasted",
    "site.language",
    "site.favicon",
    "site.health",
    "site.robots",
    "site.style_guide",
    "pages.scores",
    "pages.your_data",
    "pages.glossary",
    "pages.accessibility",
    "own_data.farewell",
    "static",
    "stylesheet",
}


def rules(app: Flask) -> list[tuple[str, str, str]]:
    return [
        (rule.endpoint, str(rule), method)
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def test_an_open_address_names_no_assessment(app: Flask) -> None:
    offenders = [rule for endpoint, rule, _ in rules(app) if endpoint in OPEN and "assessment_id" in rule]
    assert not offenders


def test_every_other_page_names_an_assessment(app: Flask) -> None:
    offenders = [
        (endpoint, rule)
        for endpoint, rule, _ in rules(app)
        if endpoint not in OPEN and not rule.startswith("/api/") and "<assessment_id>" not in rule
    ]
    assert not offenders


def test_a_page_of_an_assessment_is_not_found_without_its_link(app: Flask, client: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    told = []
    for _, rule, method in rules(app):
        if "<assessment_id>" not in rule or rule.startswith("/api/"):
            continue
        address = rule
        for argument, value in {"<assessment_id>": "not-mine-at-all1", "<competency>": "culture"}.items():
            address = address.replace(argument, value)
        address = "/".join("x" if part.startswith("<") else part for part in address.split("/"))
        if client.open(address, method=method).status_code != 404:
            told.append((method, rule))
    assert not told


@pytest.mark.parametrize("method", ["GET", "PATCH", "POST", "DELETE"])
def test_the_interface_for_machines_reveals_nothing_without_a_token(
    app: Flask, client: FlaskClient, method: str
) -> None:
    personal = [
        rule for _, rule, allowed in rules(app) if rule.startswith("/api/v1/assessments/<") and allowed == method
    ]
    assert personal
    for rule in personal:
        parts = ["nobody" if part.startswith("<") else part for part in rule.split("/")]
        body = {"json": {"answers": {}}} if method == "PATCH" else {"json": {}} if method == "POST" else {}
        assert client.open("/".join(parts), method=method, **body).status_code == 404
