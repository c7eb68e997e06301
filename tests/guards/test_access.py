"""Every address stands on exactly one list: open to all, or with the private link only."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.api_callers import Caller, start_by_api

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
    "api_v1.list_frameworks",
    "api_v1.show_framework",
    "api_v1.create_assessment",
    "api_v1.show_document",
    "api_v1.show_page",
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
        (endpoint, rule) for endpoint, rule, _ in rules(app) if endpoint not in OPEN and "<assessment_id>" not in rule
    ]
    assert not offenders


@pytest.fixture
def theirs(app: Flask) -> Caller:
    """The submitted assessment of somebody else."""
    caller = start_by_api(app.test_client())
    caller.answer()
    assert caller.submit().status_code == 200
    return caller


@pytest.fixture
def client(client: FlaskClient) -> FlaskClient:
    """A browser that holds the private link of an assessment of its own."""
    own = start_by_api(client)
    assert client.get(own.created["links"]["web"]).status_code == 303
    return client


def personal(app: Flask, assessment_id: str) -> list[tuple[str, str]]:
    """Method and address of everything about one assessment."""
    known = {"<assessment_id>": assessment_id, "<competency>": "culture", "<step_id>": "x"}
    return [
        (method, "/".join(known.get(part, part) for part in rule.split("/")))
        for _, rule, method in rules(app)
        if "<assessment_id>" in rule
    ]


def test_a_page_of_an_assessment_is_not_found_with_the_link_of_another(
    app: Flask, client: FlaskClient, theirs: Caller
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    before = theirs.get("/export").data
    told = [
        (method, address)
        for method, address in personal(app, theirs.created["id"])
        if not address.startswith("/api/") and client.open(address, method=method).status_code != 404
    ]
    assert not told
    assert theirs.get("/export").data == before


def test_no_form_is_taken_without_its_token_even_from_its_owner(
    app: Flask, client: FlaskClient, theirs: Caller
) -> None:
    theirs.client = client
    assert client.get(f"/link/{theirs.created['token']}").status_code == 303
    before = theirs.get("/export").data
    forms = [address for method, address in personal(app, theirs.created["id"]) if method == "POST"]
    forms = [address for address in forms if not address.startswith("/api/")]
    assert len(forms) > 10
    taken = [address for address in forms if client.post(address).status_code not in {400, 403}]
    assert not taken
    assert theirs.get("/export").data == before


@pytest.mark.parametrize("method", ["GET", "PATCH", "POST", "DELETE"])
def test_the_interface_for_machines_reveals_nothing_with_the_token_of_another(
    app: Flask, client: FlaskClient, theirs: Caller, method: str
) -> None:
    strangers = start_by_api(client).headers
    calls = [address for allowed, address in personal(app, theirs.created["id"]) if allowed == method]
    calls = [address for address in calls if address.startswith("/api/")]
    assert calls
    body = {"json": {"answers": {}}} if method == "PATCH" else {"json": {}} if method == "POST" else {}
    for address in calls:
        for headers in ({}, strangers):
            assert client.open(address, method=method, headers=headers, **body).status_code == 404
