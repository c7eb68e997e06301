"""Headers, cookies, form tokens and addresses kept for ever."""

from __future__ import annotations

import re
from dataclasses import replace
from http.cookies import SimpleCookie

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.app import create_app, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Environment, Settings
from assessment.web.addresses import own_address, token_of
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.visitors import Visitor, hidden_fields


def test_every_page_carries_the_policy_that_allows_nothing_inline_and_nothing_foreign(client: FlaskClient) -> None:
    for address in ("/", "/continue", "/glossary", "/nowhere"):
        policy = client.get(address).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_no_page_tells_other_sites_where_the_person_came_from(client: FlaskClient) -> None:
    assert client.get("/").headers["Referrer-Policy"] == "no-referrer"


def test_pages_are_kept_in_no_cache(visitor: Visitor) -> None:
    visitor.start()
    assert visitor.see(visitor.questions("culture")).headers["Cache-Control"] == "no-store"


def test_the_session_cookie_is_out_of_reach_for_scripts_and_lasts_ninety_days(visitor: Visitor) -> None:
    fields = hidden_fields(visitor.see("/"))
    answer = visitor.client.post("/assessments", data={**fields, "level": "individual"})
    cookie = SimpleCookie(answer.headers["Set-Cookie"])["cx_wheel"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["secure"]
    assert cookie["expires"]


def test_the_cookie_travels_over_https_only_where_the_site_is_reached_by_https(
    settings: Settings, shelf: Shelf
) -> None:
    settings = replace(settings, base_url="https://wheel.example.org")
    app = create_app(settings, clock=FixedClock(), token_source=SeededTokens(), shelf=shelf)
    assert app.config["SESSION_COOKIE_SECURE"] is True


def test_over_https_no_neighbouring_host_can_plant_the_cookie(settings: Settings, shelf: Shelf) -> None:
    """Browsers take a name with that beginning from this very host alone, over https, for all of its paths."""
    settings = replace(settings, base_url="https://wheel.example.org")
    app = create_app(settings, clock=FixedClock(), token_source=SeededTokens(), shelf=shelf)
    app.testing = True
    prepare_site(app)
    cookie = SimpleCookie(app.test_client().get("/").headers["Set-Cookie"])["__Host-cx_wheel"]
    assert cookie["secure"]
    assert cookie["path"] == "/"
    assert not cookie["domain"]


@pytest.mark.parametrize("address", ["/assessments", "/continue"])
def test_a_form_without_its_token_is_refused(client: FlaskClient, address: str) -> None:
    answer = client.post(address, data={"level": "individual", "framework": "cx_competencies"})
    assert answer.status_code == 400
    assert "The page could not be read" in answer.text


@pytest.mark.parametrize("part", ["", '; filename="people.csv"'])
def test_a_form_whose_field_has_no_name_is_refused_in_words(client: FlaskClient, part: str) -> None:
    body = f"--b\r\nContent-Disposition: form-data{part}\r\n\r\nx\r\n--b--\r\n"
    answer = client.post("/continue", data=body, content_type="multipart/form-data; boundary=b")
    assert answer.status_code == 400
    assert "The page could not be read" in answer.text


def test_a_token_of_another_browser_is_refused(app: Flask, visitor: Visitor) -> None:
    theirs = hidden_fields(visitor.see("/"))
    answer = app.test_client().post("/assessments", data={**theirs, "level": "individual"})
    assert answer.status_code == 400


def test_the_interface_for_machines_needs_no_form_token(client: FlaskClient) -> None:
    answer = client.post("/api/v1/assessments", json={})
    assert answer.status_code in {400, 422}
    assert "csrf" not in answer.text.lower()


def test_the_one_stylesheet_may_be_kept_for_ever_and_is_packed(client: FlaskClient) -> None:
    address = _stylesheet(client)
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert "immutable" in plain.headers["Cache-Control"]
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data) / 4
    assert ".cx-scale" in plain.text
    assert plain.text.startswith("@layer bootstrap")


def test_scripts_may_be_kept_for_ever(client: FlaskClient) -> None:
    script = re.search(r'src="(/static/[0-9a-f]{12}/js/once\.js)"', client.get("/").text)
    assert script is not None
    with client.get(script.group(1)) as answer:
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_address_of_styles_changes_with_their_content(
    settings: Settings, shelf: Shelf, client: FlaskClient
) -> None:
    development = replace(settings, environment=Environment.DEVELOPMENT)
    app = create_app(development, clock=FixedClock(), token_source=SeededTokens(), shelf=shelf)
    prepare_site(app)
    fresh = app.test_client()
    assert _stylesheet(fresh) != _stylesheet(client)
    assert fresh.get(_stylesheet(fresh)).headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "given",
    [None, "", "https://evil.example", "//evil.example/x", "/\\evil.example", "evil", "/a\nb", "javascript:alert(1)"],
)
def test_only_addresses_of_this_site_are_followed(given: str | None) -> None:
    assert own_address(given) == "/"


def test_an_address_of_this_site_keeps_its_query() -> None:
    assert own_address("/assessments/1/what-if?action=a&action=b") == "/assessments/1/what-if?action=a&action=b"


@pytest.mark.parametrize("pasted", ["https://w.example/link/KEY", "KEY", "\tKEY\n", "https://w.example/link/KEY/"])
def test_a_key_is_found_in_whatever_was_pasted(pasted: str) -> None:
    assert token_of(pasted) == "KEY"


def _stylesheet(client: FlaskClient) -> str:
    found = re.search(r'<link rel="stylesheet" href="([^"]+)"', client.get("/").text)
    assert found is not None
    return found.group(1)
