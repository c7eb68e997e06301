"""Single sign-on, against a small real provider."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient
from joserfc.jwk import RSAKey
from werkzeug.test import TestResponse

from assessment.app import create_app, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.sign_on_settings import SingleSignOn
from assessment.store.database import close_connections
from assessment.use_cases.accounts import find_account_by_email
from assessment.use_cases.site_accounts import set_active
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, send, sign_in
from tests.factories.assessments import START, FixedClock, SeededTokens
from tests.factories.authenticators import set_up
from tests.factories.identity_provider import CLIENT_ID, CLIENT_SECRET, Provider, running_provider


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running_provider() as provider:
        yield provider


@pytest.fixture
def app(settings: Settings, shelf: Shelf, provider: Provider) -> Iterator[Flask]:
    """The whole app, joined to the provider."""
    sign_on = SingleSignOn(provider.issuer, CLIENT_ID, CLIENT_SECRET, "Example ID")
    app = create_app(
        replace(settings, single_sign_on=sign_on), clock=FixedClock(), token_source=SeededTokens(), shelf=shelf
    )
    app.testing = True
    prepare_site(app)
    yield app
    with app.app_context():
        close_connections()


def go_to_provider(client: FlaskClient, onward: str = "/account/sessions") -> str:
    """Press the button; the address at which the provider sends the browser back."""
    away = client.get("/account/oidc/start", query_string={"next": onward})
    assert away.status_code == 302
    back = requests.get(away.location, allow_redirects=False, timeout=60)
    return back.headers["Location"].removeprefix("http://localhost")


def sign_on(client: FlaskClient) -> TestResponse:
    return client.get(go_to_provider(client))


def test_the_button_stands_on_the_sign_in_page(client: FlaskClient) -> None:
    page = client.get("/account/sign-in?next=/account/sessions").text
    assert "Go on with Example ID" in page
    assert 'href="/account/oidc/start?next=/account/sessions"' in page


def test_somebody_new_gets_an_account_and_comes_to_the_page_asked_for(app: Flask, client: FlaskClient) -> None:
    assert sign_on(client).location == "/account/sessions"
    assert is_signed_in(client)
    with app.app_context():
        account = find_account_by_email("sam@example.org")
    assert account is not None
    assert (account.name, account.confirmed, account.roles) == ("Sam", True, frozenset())


def test_the_provider_is_asked_with_state_nonce_and_a_challenge(client: FlaskClient, provider: Provider) -> None:
    go_to_provider(client)
    (asked,) = provider.asked
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == "http://localhost/account/oidc/return"
    assert all(len(asked[key]) >= 20 for key in ("state", "nonce", "code_challenge"))


def test_the_same_person_comes_back_to_the_same_account_with_another_address(
    app: Flask, client: FlaskClient, provider: Provider
) -> None:
    sign_on(client)
    provider.person = {"sub": "42", "email": "sam.new@example.org", "email_verified": False}
    again = app.test_client()
    sign_on(again)
    assert "sam@example.org" in again.get("/account/settings").text


def test_a_verified_address_opens_the_account_that_has_it(app: Flask, client: FlaskClient) -> None:
    make_account(app, "sam@example.org", name="Kept Name")
    sign_on(client)
    assert "Kept Name" in client.get("/account/settings").text
    other = app.test_client()
    send(other, "/account/sign-in", email="sam@example.org", password=PASSWORD)
    assert is_signed_in(other)


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_is_not_verified_opens_nothing(
    app: Flask, client: FlaskClient, provider: Provider, verified: object
) -> None:
    make_account(app, "sam@example.org")
    provider.person["email_verified"] = verified
    answer = sign_on(client)
    assert answer.status_code == 403
    assert "does not say that your email address is verified" in answer.text
    assert not is_signed_in(client)


@pytest.mark.parametrize("email", [None, "", "not an address"])
def test_without_an_address_there_is_no_account(client: FlaskClient, provider: Provider, email: str | None) -> None:
    provider.person["email"] = email
    assert sign_on(client).status_code == 403
    assert not is_signed_in(client)


def test_a_password_set_before_the_address_was_confirmed_does_not_open_the_account(
    app: Flask, client: FlaskClient
) -> None:
    make_account(app, "sam@example.org", confirmed=False, password="a stranger's password")
    sign_on(client)
    assert is_signed_in(client)
    stranger = app.test_client()
    send(stranger, "/account/sign-in", email="sam@example.org", password="a stranger's password")
    assert not is_signed_in(stranger)


@pytest.mark.parametrize(
    "forged",
    [
        {"nonce": "another"},
        {"aud": "somebody-else"},
        {"iss": "https://evil.example"},
        {"exp": 1},
        {"sub": ""},
    ],
    ids=lambda forged: next(iter(forged)),
)
def test_an_answer_that_proves_nothing_signs_nobody_in(
    client: FlaskClient, provider: Provider, forged: dict[str, Any]
) -> None:
    provider.forged = forged
    answer = sign_on(client)
    assert answer.status_code == 502
    assert "did not prove who you are" in answer.text
    assert not is_signed_in(client)


def test_an_answer_signed_by_somebody_else_signs_nobody_in(client: FlaskClient, provider: Provider) -> None:
    provider.signs_with = RSAKey.generate_key(2048, {"kid": "1"})
    assert sign_on(client).status_code == 502
    assert not is_signed_in(client)


def test_an_answer_that_another_browser_asked_for_signs_nobody_in(app: Flask, client: FlaskClient) -> None:
    theirs = app.test_client()
    back = go_to_provider(theirs)
    client.get("/account/oidc/start")
    assert client.get(back).status_code == 502
    assert not is_signed_in(client)


def test_an_answer_counts_once(app: Flask, client: FlaskClient) -> None:
    back = go_to_provider(client)
    client.get(back)
    assert client.get(back).status_code == 502


def test_a_refusal_and_nonsense_are_told_plainly(client: FlaskClient) -> None:
    for query in ("error=access_denied&state=x", "code=x", "state=x", "", "code=x&state=../../x"):
        assert client.get(f"/account/oidc/return?{query}").status_code == 502


def test_a_provider_that_is_away_is_told_plainly(client: FlaskClient, provider: Provider) -> None:
    provider.is_away = True
    answer = client.get("/account/oidc/start")
    assert answer.status_code == 502
    assert "Try again in a minute" in answer.text
    provider.is_away = False
    assert sign_on(client).location == "/account/sessions"


def test_a_second_step_is_asked_for_all_the_same(app: Flask, client: FlaskClient) -> None:
    account = make_account(app, "sam@example.org")
    sign_in(client, account)
    phone = set_up(client)
    other = app.test_client()
    answer = sign_on(other)
    assert answer.location == "/account/two-factor/code?next=/account/sessions"
    assert not is_signed_in(other)
    assert send(other, answer.location, code=phone.code()).location == "/account/sessions"


def test_somebody_who_is_signed_in_is_not_turned_into_somebody_else(app: Flask, client: FlaskClient) -> None:
    sign_in(client, make_account(app, "other@example.org"))
    assert sign_on(client).status_code == 409
    assert "other@example.org" in client.get("/account/settings").text


def test_a_fresh_sign_on_takes_the_place_of_a_password_nobody_has(app: Flask, client: FlaskClient) -> None:
    sign_on(client)
    with client.session_transaction() as session:
        session["fs_paa"] -= 3600
    assert client.get("/account/delete").location == "/account/again?next=/account/delete"
    assert "Go on with Example ID" in client.get("/account/again?next=/account/delete").text
    assert client.get(go_to_provider(client, "/account/delete")).location == "/account/delete"
    page = send(client, "/account/delete", confirmed="yes")
    assert page.location == "/account/deleted"
    with app.app_context():
        assert find_account_by_email("sam@example.org") is None


@pytest.mark.parametrize("hostile", ["//evil.example", "https://evil.example/", "/\\evil.example"])
def test_nobody_is_led_to_another_site(client: FlaskClient, hostile: str) -> None:
    answer = client.get(go_to_provider(client, hostile))
    assert urlsplit(answer.location).netloc == ""
    assert answer.location == "/account"


def test_the_cookie_does_not_grow_with_attempts(client: FlaskClient) -> None:
    for _ in range(10):
        client.get("/account/oidc/start")
    cookie = client.get_cookie("cx_wheel")
    assert cookie is not None
    assert len(cookie.value) < 2000


def test_who_is_signed_in_already_signs_in_anew_with_the_provider(client: FlaskClient, provider: Provider) -> None:
    """It counts as a proof that they still sit there, which the provider's own open session is not."""
    sign_on(client)
    go_to_provider(client)
    assert [asked.get("prompt") for asked in provider.asked] == [None, "login"]


def test_a_closed_account_stays_closed_to_the_provider(app: Flask, client: FlaskClient) -> None:
    sign_on(client)
    with app.app_context():
        account = find_account_by_email("sam@example.org")
        assert account is not None
        set_active(account.id, make_account(app, "admin@example.org"), active=False, now=START)
    answer = sign_on(app.test_client())
    assert answer.status_code == 403
    assert "This account is closed" in answer.text
