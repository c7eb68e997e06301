"""Signing in and out, and the devices an account is signed in on."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.use_cases.account_sessions import IDLE
from assessment.use_cases.accounts import Account
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, send, sign_in
from tests.factories.visitors import Visitor, hidden_fields


@pytest.fixture
def account(app: Flask) -> Account:
    return make_account(app, name="Sam Sample")


def test_signing_in_opens_the_settings_and_shows_the_name(client: FlaskClient, account: Account) -> None:
    assert not is_signed_in(client)
    assert sign_in(client, account).location == "/account"
    page = client.get("/account/settings")
    assert page.status_code == 200
    assert "Sam Sample" in page.text


def test_the_page_that_asked_for_it_comes_next(client: FlaskClient, account: Account) -> None:
    asked = client.get("/account/sessions?x=1")
    assert asked.location == "/account/sign-in?next=/account/sessions?x%3D1"
    assert sign_in(client, account, next_page="/account/sessions?x=1").location == "/account/sessions?x=1"


@pytest.mark.parametrize(
    "hostile",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "///evil.example",
        "/\t/evil.example",
        "\t//evil.example",
    ],
)
def test_nobody_is_led_to_another_site(client: FlaskClient, account: Account, hostile: str) -> None:
    page = client.get("/account/sign-in", query_string={"next": hostile})
    assert (page.status_code, page.location) == (303, "/account/sign-in")
    fields = {**hidden_fields(client.get("/account/sign-in")), "email": account.email, "password": PASSWORD}
    assert client.post("/account/sign-in", data={**fields, "next": hostile}).status_code == 400
    answer = client.post("/account/sign-in", data=fields, query_string={"next": hostile})
    assert (answer.status_code, answer.location) == (303, "/account/sign-in")
    assert not is_signed_in(client)


def test_a_wrong_password_and_an_unknown_address_read_alike(app: Flask, account: Account) -> None:
    def read(email: str) -> str:
        page = send(app.test_client(), "/account/sign-in", email=email, password="not the password")
        assert page.status_code == 200
        main = page.text.partition("<main")[2].partition("</main>")[0]
        return re.sub(r'name="csrf_token" value="[^"]*"', "", main).replace(email, "")

    assert read(account.email) == read("nobody@example.org")


def test_the_password_never_comes_back_in_a_page(client: FlaskClient, account: Account) -> None:
    page = send(client, "/account/sign-in", email=account.email, password="quite a secret thing")
    assert "quite a secret thing" not in page.text


def test_a_form_without_its_token_signs_nobody_in(client: FlaskClient, account: Account) -> None:
    client.get("/account/sign-in")
    answer = client.post("/account/sign-in", data={"email": account.email, "password": PASSWORD})
    assert answer.status_code == 400
    assert not is_signed_in(client)


def test_machines_are_not_served(client: FlaskClient, account: Account) -> None:
    token = hidden_fields(client.get("/account/sign-in"))["csrf_token"]
    body = {"email": account.email, "password": PASSWORD}
    answer = client.post("/account/sign-in?include_auth_token", json=body, headers={"X-CSRFToken": token})
    assert answer.status_code == 415
    page = client.get("/account/sign-in", headers={"Accept": "application/json"})
    assert page.mimetype == "text/html"


def test_no_token_in_an_address_or_a_header_signs_in(app: Flask, account: Account) -> None:
    with app.test_request_context():
        user = app.extensions["security"].datastore.find_user(email=account.email)
        token = user.get_auth_token()
    client = app.test_client()
    assert client.get(f"/account/settings?auth_token={token}").status_code == 303
    assert client.get("/account/password", headers={"Authentication-Token": token}).status_code == 303


def test_private_links_stay_on_the_device_when_people_sign_in_and_out(visitor: Visitor, account: Account) -> None:
    visitor.start()
    result = f"/assessments/{visitor.assessment_id}/review"
    sign_in(visitor.client, account)
    assert visitor.see(result).status_code == 200
    send(visitor.client, "/account/settings", name="", locale="en", time_zone="UTC")
    page = visitor.see("/account/settings")
    assert visitor.client.post("/account/sign-out", data=hidden_fields(page)).location == "/"
    assert not is_signed_in(visitor.client)
    assert visitor.see(result).status_code == 200


def test_a_cookie_taken_before_signing_out_signs_in_no_more(app: Flask, client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    taken = client.get_cookie("cx_wheel")
    assert taken is not None
    client.post("/account/sign-out", data=hidden_fields(client.get("/account/settings")))
    thief = app.test_client()
    thief.set_cookie("cx_wheel", taken.value)
    assert not is_signed_in(thief)


def test_devices_are_listed_and_signed_out_one_by_one(app: Flask, client: FlaskClient, account: Account) -> None:
    other = app.test_client()
    other.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) AppleWebKit Safari/604.1"
    sign_in(client, account)
    sign_in(other, account)
    page = client.get("/account/sessions")
    assert "Safari on iPhone" in page.text
    address = page.text.partition('action="/account/sessions/')[2].partition('"')[0]
    client.post(f"/account/sessions/{address}", data=hidden_fields(page))
    assert not is_signed_in(other)
    assert is_signed_in(client)


def test_nobody_signs_out_the_device_of_somebody_else(app: Flask, client: FlaskClient, account: Account) -> None:
    theirs = app.test_client()
    sign_in(theirs, make_account(app, "else@example.org"))
    other = app.test_client()
    sign_in(other, account)
    sign_in(client, account)
    page = client.get("/account/sessions")
    with app.app_context():
        from assessment.use_cases.account_sessions import list_sessions

        (their_session,) = list_sessions(account.id + 1, now=app.extensions["cx_wheel"].clock())
    client.post(f"/account/sessions/{their_session.id}/end", data=hidden_fields(page))
    assert is_signed_in(theirs)


def test_all_other_devices_are_signed_out_at_once(app: Flask, client: FlaskClient, account: Account) -> None:
    others = [app.test_client() for _ in range(2)]
    for each in (*others, client):
        sign_in(each, account)
    client.post("/account/sessions/end", data=hidden_fields(client.get("/account/sessions")))
    assert [is_signed_in(each) for each in (*others, client)] == [False, False, True]


def test_signing_out_everywhere_means_here_too(app: Flask, client: FlaskClient, account: Account) -> None:
    other = app.test_client()
    sign_in(other, account)
    sign_in(client, account)
    answer = client.post("/account/sign-out-everywhere", data=hidden_fields(client.get("/account/sessions")))
    assert answer.location == "/"
    assert not is_signed_in(client)
    assert not is_signed_in(other)


def test_a_device_left_alone_for_long_is_signed_out(app: Flask, client: FlaskClient, account: Account) -> None:
    clock = app.extensions["cx_wheel"].clock
    sign_in(client, account)
    for _ in range(3):
        clock.advance(IDLE.total_seconds() - 1)
        assert is_signed_in(client)
    clock.advance(IDLE.total_seconds() + 1)
    assert not is_signed_in(client)


def test_an_account_that_was_closed_is_signed_out(app: Flask, client: FlaskClient, account: Account) -> None:
    from sqlalchemy import update

    from assessment.store.database import transaction
    from assessment.store.tables import DbUser

    sign_in(client, account)
    with app.app_context(), transaction() as connection:
        connection.execute(update(DbUser).values(active=False))
    assert not is_signed_in(client)
    page = send(client, "/account/sign-in", email=account.email, password=PASSWORD)
    assert "The address or the password is not right." in page.text


def test_the_cookie_insists_on_https_where_the_site_has_it(settings: object) -> None:
    from dataclasses import replace

    from assessment.app import create_app, prepare_site
    from assessment.store.database import close_connections

    app = create_app(replace(settings, base_url="https://wheel.example.org"))  # type: ignore[type-var]
    prepare_site(app)
    account = make_account(app)
    client = app.test_client()
    page = client.get("/account/sign-in", base_url="https://wheel.example.org")
    fields = {**hidden_fields(page), "email": account.email, "password": PASSWORD}
    answer = client.post("/account/sign-in", data=fields, base_url="https://wheel.example.org")
    cookie = answer.headers["Set-Cookie"]
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax", "Expires="))
    with app.app_context():
        close_connections()


def test_a_page_about_an_outage_needs_no_account(
    app: Flask, client: FlaskClient, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assessment.use_cases.availability import DatabaseUnavailable

    sign_in(client, account)

    def away(*_: object, **__: object) -> None:
        raise DatabaseUnavailable("away")

    monkeypatch.setattr("assessment.web.signed_in.find_signed_in", away)
    assert client.get("/account/settings").status_code == 503
