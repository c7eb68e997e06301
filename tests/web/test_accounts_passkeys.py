"""Passkeys: what they open, for whom, and what they do not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.use_cases.accounts import Account
from assessment.use_cases.site_accounts import set_active
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, send, sign_in
from tests.factories.assessments import START
from tests.factories.authenticators import Phone
from tests.factories.security_keys import SecurityKey, begin_registration, begin_sign_in, register_key
from tests.factories.visitors import hidden_fields


@pytest.fixture
def account(app: Flask) -> Account:
    return make_account(app)


def key_of(app: Flask, account: Account, usage: str, *, knows: bool = True) -> SecurityKey:
    """A passkey that the account registered on a device of its own."""
    client = app.test_client()
    sign_in(client, account)
    return register_key(client, usage, knows=knows)


def half_way(app: Flask, account: Account) -> FlaskClient:
    """A browser that has got past the password and is asked for the passkey."""
    client = app.test_client()
    answer = send(client, "/account/sign-in", email=account.email, password=PASSWORD)
    assert answer.location.startswith("/account/passkeys/sign-in")
    return client


def present(client: FlaskClient, key: SecurityKey) -> None:
    asked = begin_sign_in(client)
    asked.answer(client, key.sign(asked.challenge))


def test_a_passkey_instead_of_the_password_signs_in_alone(app: Flask, client: FlaskClient, account: Account) -> None:
    present(client, key_of(app, account, "first"))
    assert is_signed_in(client)


def test_a_passkey_after_the_password_completes_the_sign_in(app: Flask, account: Account) -> None:
    key = key_of(app, account, "secondary", knows=False)
    client = half_way(app, account)
    assert not is_signed_in(client)
    present(client, key)
    assert is_signed_in(client)


def test_a_passkey_after_the_password_signs_nobody_in_alone(app: Flask, client: FlaskClient, account: Account) -> None:
    present(client, key_of(app, account, "secondary"))
    assert not is_signed_in(client)


def test_a_second_step_of_somebody_else_opens_neither_account(app: Flask, account: Account) -> None:
    """Whoever finds a key needs its owner's password as well, and cannot bring the password of another account."""
    finder = make_account(app, "finder@example.org")
    key_of(app, finder, "secondary")
    found = key_of(app, account, "secondary")
    client = half_way(app, finder)
    present(client, found)
    assert not is_signed_in(client)


def test_a_passkey_instead_of_the_password_must_know_its_owner_each_time(app: Flask, account: Account) -> None:
    found = key_of(app, account, "first", knows=False)
    finder = make_account(app, "finder@example.org")
    key_of(app, finder, "secondary")
    client = half_way(app, finder)
    easy = begin_sign_in(client)  # a question that does not insist, asked of somebody else
    client.get("/account/sign-in")  # no second step is under way any more
    easy.answer(client, found.sign(easy.challenge))
    assert not is_signed_in(client)


def test_an_answer_counts_once_and_in_the_browser_that_was_asked(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    key = key_of(app, account, "first")
    asked = begin_sign_in(client)
    answer = key.sign(asked.challenge)
    other = app.test_client()
    replace(asked, fields=hidden_fields(other.get("/continue"))).answer(other, answer)
    assert not is_signed_in(other)
    asked.answer(client, answer)
    assert is_signed_in(client)
    client.post("/account/sign-out", data=asked.fields)
    asked.answer(client, answer)
    assert not is_signed_in(client)


def test_a_passkey_of_a_closed_account_opens_nothing_and_says_why(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    key, admin = key_of(app, account, "first"), make_account(app, "admin@example.org")
    with app.app_context():
        set_active(account.id, admin, active=False, now=START)
    present(client, key)
    assert not is_signed_in(client)
    assert "This account is closed." in client.get("/account/passkeys/sign-in").text


@pytest.mark.parametrize("told", ["{", "[1]", {"credProps": 1}, 5, None])
def test_what_a_browser_tells_beside_a_passkey_breaks_no_page(
    client: FlaskClient, account: Account, told: object
) -> None:
    sign_in(client, account)
    key, asked = SecurityKey(), begin_registration(client, "first")
    asked.answer(client, {**key.attest(asked.challenge), "extensions": told})
    page = client.get("/account/passkeys")
    assert page.status_code == 200
    assert "<b>Key</b>" in page.text


def left_open(client: FlaskClient, account: Account) -> FlaskClient:
    """A browser whose owner signed in an hour ago and went away."""
    sign_in(client, account)
    with client.session_transaction() as session:
        session["fs_paa"] -= 3600
    return client


def test_a_passkey_begun_elsewhere_is_not_added_on_a_device_that_was_left_open(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    finder, key = app.test_client(), SecurityKey()
    sign_in(finder, make_account(app, "finder@example.org"))
    theirs = begin_registration(finder, "first")
    left_open(client, account)
    fields = hidden_fields(client.get("/account/settings"))
    answer = replace(theirs, fields=fields).answer(client, key.attest(theirs.challenge))
    assert answer.location == "/account/again"
    present(finder_again := app.test_client(), key)
    assert not is_signed_in(finder_again)


def test_an_authenticator_begun_elsewhere_is_not_set_up_on_a_device_that_was_left_open(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    finder = app.test_client()
    sign_in(finder, make_account(app, "finder@example.org"))
    page = send(finder, "/account/two-factor", setup="authenticator")
    action = re.search(r'action="(/account/two-factor/[^"]+)"', page.text)
    assert action is not None
    left_open(client, account)
    fields = hidden_fields(client.get("/account/settings"))
    answer = client.post(action[1], data={**fields, "code": Phone(page.text).code()})
    assert answer.location == "/account/again"
    assert sign_in(app.test_client(), account).location == "/account"  # no second step is asked for
