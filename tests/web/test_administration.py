"""Pages of the site's administrator: accounts and the log, never what anybody answered."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.use_cases.accounts import Account
from assessment.use_cases.own_assessments import take_into_account
from tests.factories.accounts import is_signed_in, make_account, sign_in
from tests.factories.assessments import START, submitted
from tests.factories.frameworks import core_framework
from tests.factories.visits import elements, sheet_of_facets, words


@pytest.fixture
def admin(app: Flask) -> Account:
    app.config["WTF_CSRF_ENABLED"] = False
    return make_account(app, "admin@example.org", roles=("site_admin",))


@pytest.fixture
def browser(client: FlaskClient, admin: Account) -> FlaskClient:
    sign_in(client, admin)
    return client


@pytest.fixture
def anna(app: Flask) -> Account:
    return make_account(app, "anna@example.org")


def test_accounts_stand_there_with_address_confirmation_roles_and_state(
    app: Flask, browser: FlaskClient, anna: Account
) -> None:
    make_account(app, "new@example.org", confirmed=False, roles=("trainer", "site_admin"))
    said = words(browser.get("/admin/accounts"))

    assert "3 accounts" in said
    assert f"{anna.email} 21 November 2026 confirmed – open to its owner Close this account" in said
    assert "new@example.org 21 November 2026 not confirmed administrator, trainer open to its owner" in said


def test_the_way_there_is_shown_to_administrators_alone(app: Flask, browser: FlaskClient, anna: Account) -> None:
    assert "Log of the site" in words(browser.get("/account"))
    device = app.test_client()
    sign_in(device, anna)
    assert "Log of the site" not in words(device.get("/account"))


def test_a_closed_account_is_signed_out_everywhere_and_can_be_opened_again(
    app: Flask, browser: FlaskClient, anna: Account
) -> None:
    device = app.test_client()
    sign_in(device, anna)
    assert browser.post(f"/admin/accounts/{anna.id}/closing").status_code == 303
    assert not is_signed_in(device)
    assert "closed to its owner Open it again" in words(browser.get("/admin/accounts"))
    answer = device.post("/account/sign-in", data={"email": anna.email, "password": "twelve spokes and a hub"})
    assert answer.status_code == 200

    assert browser.post(f"/admin/accounts/{anna.id}/opening").status_code == 303
    assert not is_signed_in(device)
    sign_in(device, anna)
    assert is_signed_in(device)
    said = words(browser.get("/admin/log"))
    assert "you Account anna@example.org closed to its owner" in said
    assert "you Account anna@example.org opened to its owner again" in said


def test_administrators_cannot_shut_themselves_out(browser: FlaskClient, admin: Account) -> None:
    answer = browser.post(f"/admin/accounts/{admin.id}/closing")
    assert answer.status_code == 409
    assert is_signed_in(browser)
    assert [one for one in elements(browser.get("/admin/accounts"), "form") if "/closing" in one["action"]] == []


@pytest.mark.parametrize("number", ["0", "999999", "2147483647"])
def test_an_account_that_does_not_exist_changes_nothing(browser: FlaskClient, number: str) -> None:
    assert browser.post(f"/admin/accounts/{number}/closing").status_code == 303
    assert "Nothing was changed." in words(browser.get("/admin/accounts"))


def test_an_impossible_number_is_no_page(browser: FlaskClient) -> None:
    assert browser.post(f"/admin/accounts/{9**30}/closing").status_code == 404


def test_accounts_are_found_by_a_part_of_their_address_and_come_in_pages(app: Flask, browser: FlaskClient) -> None:
    for number in range(51):
        make_account(app, f"person{number:02}@example.org")
    assert words(browser.get("/admin/accounts?part=PERSON0")).count("@example.org 21") == 10
    assert "Page 1 of 2" in words(browser.get("/admin/accounts?part=person"))
    assert words(browser.get("/admin/accounts?part=person&page=2")).count("@example.org 21") == 1
    for nothing in ("%", "_", "nobody", "\0"):
        page = browser.get("/admin/accounts", query_string={"part": nothing, "page": "1"})
        assert page.status_code == 200
        assert ("There is no account" in words(page)) is (nothing != "\0")


def test_the_log_tells_who_did_what_and_no_score(app: Flask, browser: FlaskClient, anna: Account) -> None:
    with app.app_context():
        started = submitted(
            app.extensions["cx_wheel"].shelf, sheet_of_facets(core_framework()), framework_id="cx_competencies"
        )
        take_into_account(started.assessment.id, anna.id, now=START)
    said = words(browser.get("/admin/log"))

    assert "21 November 2026, 09:00 anna@example.org Assessment taken into the account" in said
    assert started.assessment.id not in browser.get("/admin/log").text


def test_it_is_whole_in_russian(browser: FlaskClient, anna: Account) -> None:
    browser.post(f"/admin/accounts/{anna.id}/closing")
    browser.get("/admin/accounts")
    browser.get("/language/ru")
    for address in ("/admin/accounts", "/admin/accounts?part=nobody", "/admin/log"):
        said = words(browser.get(address))
        assert not re.search(r"\b(account|accounts|log|confirmed|close|open|you)\b", said), said


@pytest.mark.parametrize("roles", [(), ("trainer",)])
def test_for_everybody_else_there_are_no_such_pages(
    app: Flask, admin: Account, client: FlaskClient, anna: Account, roles: tuple[str, ...]
) -> None:
    for address in ("/admin/accounts", "/admin/log"):
        assert client.get(address).location.startswith("/account/sign-in")
    sign_in(client, make_account(app, "other@example.org", roles=roles))
    for address in ("/admin/accounts", "/admin/log"):
        assert client.get(address).status_code == 404
    assert client.post(f"/admin/accounts/{anna.id}/closing").status_code == 404
    device = app.test_client()
    sign_in(device, anna)
    assert is_signed_in(device)
