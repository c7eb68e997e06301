"""The page that deletes an account."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.use_cases.accounts import Account, find_account
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, send, sign_in
from tests.factories.teams import make_team


@pytest.fixture
def account(app: Flask, client: FlaskClient) -> Account:
    account = make_account(app)
    sign_in(client, account)
    return account


def exists(app: Flask, account: Account) -> bool:
    with app.app_context():
        return find_account(account.id) is not None


def test_everything_goes_and_nobody_is_signed_in_any_more(app: Flask, client: FlaskClient, account: Account) -> None:
    other = app.test_client()
    sign_in(other, account)
    answer = send(client, "/account/delete", confirmed="yes", password=PASSWORD)
    assert answer.location == "/account/deleted"
    assert client.get("/account/deleted").status_code == 200
    assert not exists(app, account)
    assert not is_signed_in(client)
    assert not is_signed_in(other)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"confirmed": "yes", "password": "wrong password"}, "This password is not right. Nothing was deleted."),
        ({"confirmed": "yes", "password": ""}, "Type your password: nothing is deleted without it."),
        ({"password": PASSWORD}, "Nothing was deleted: please tick the box first."),
    ],
)
def test_nothing_goes_by_mistake(
    app: Flask, client: FlaskClient, account: Account, typed: dict[str, str], sentence: str
) -> None:
    page = send(client, "/account/delete", **typed)
    assert page.status_code == 422
    assert sentence in page.text
    assert ("checked" in page.text) is ("confirmed" in typed)
    assert exists(app, account)


def test_a_team_without_another_lead_is_named(app: Flask, client: FlaskClient, account: Account) -> None:
    team = make_team(app, account, 6, name="Support <b>")
    page = client.get("/account/delete")
    assert "You are the only lead here." in page.text
    assert f'<a href="/teams/{team.team.id}">Support &lt;b&gt;</a>' in page.text
    assert 'name="confirmed"' not in page.text
    assert send(client, "/account/delete", confirmed="yes", password=PASSWORD).status_code == 409
    assert exists(app, account)
