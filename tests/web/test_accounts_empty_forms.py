"""Forms of accounts sent empty or half filled: each says what is missing, and none that something was not right."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security.confirmable import generate_confirmation_token
from werkzeug.test import TestResponse

from assessment.use_cases.accounts import Account
from tests.factories.accounts import PASSWORD, make_account, read_mails, send, sign_in
from tests.factories.authenticators import set_up
from tests.factories.visitors import hidden_fields
from tests.factories.visits import words


@pytest.fixture
def account(app: Flask) -> Account:
    return make_account(app)


def refusals(page: TestResponse) -> list[str]:
    """What stands at the fields of a page or above them, in order."""
    return re.findall(r'class="cx-field__refusal"[^>]*>([^<]+)<', page.text)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"email": "", "password": ""}, ["Type your address.", "Type a password."]),
        ({"email": "anna@example.org", "password": ""}, ["Type a password."]),
        (
            {"email": "anna", "password": PASSWORD},
            ["This is not an email address. It should look like name@example.org."],
        ),
        ({"email": "anna@example.org", "password": "wrong"}, ["The address or the password is not right."]),
    ],
)
def test_signing_in(client: FlaskClient, typed: dict[str, str], said: list[str]) -> None:
    assert refusals(send(client, "/account/sign-in", **typed)) == said


@pytest.mark.parametrize("page", ["/account/reset", "/account/confirm"])
@pytest.mark.parametrize(("typed", "said"), [("", "Type your address."), ("anna", "This is not an email address.")])
def test_no_mail_is_promised_to_no_address(app: Flask, client: FlaskClient, page: str, typed: str, said: str) -> None:
    answer = send(client, page, email=typed)
    assert len(refusals(answer)) == 1
    assert refusals(answer)[0].startswith(said)
    assert "on its way" not in words(answer)
    assert read_mails(app) == []


def test_confirming_an_address(app: Flask, client: FlaskClient) -> None:
    waiting = make_account(app, "waiting@example.org", confirmed=False)
    with app.app_context():
        user = app.extensions["security"].datastore.find_user(id=waiting.id)
        link = f"/account/confirm/{generate_confirmation_token(user)}"
    assert refusals(send(client, link, password="")) == ["Type a password."]


def test_changing_the_password(client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    answer = send(client, "/account/password", password="", new_password="")
    assert refusals(answer) == ["Type a password.", "Type a password."]


def test_the_first_code_of_an_app(client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    page = send(client, "/account/two-factor", setup="authenticator")
    action = re.search(r'action="(/account/two-factor/[^"]+)"', page.text)
    assert action is not None
    assert refusals(client.post(action[1], data={**hidden_fields(page), "code": ""})) == ["Type the code."]


@pytest.mark.parametrize("step", ["code", "recovery"])
def test_the_second_step(app: Flask, client: FlaskClient, account: Account, step: str) -> None:
    sign_in(client, account)
    set_up(client)
    other = app.test_client()
    send(other, "/account/sign-in", email=account.email, password=PASSWORD)
    assert refusals(send(other, f"/account/two-factor/{step}", code="")) == ["Type the code."]


def test_settings_sent_without_a_name_leave_the_name(browser: FlaskClient) -> None:
    fields = hidden_fields(browser.get("/account/settings"))
    answer = browser.post("/account/settings", data={**fields, "locale": "ru", "time_zone": "UTC"})
    assert answer.status_code == 303
    assert 'value="Anna"' in browser.get("/account/settings").text
