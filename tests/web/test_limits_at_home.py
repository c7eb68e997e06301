"""Limits on sign-in: on a device on which the account has signed in before, strangers' failures do not count."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.use_cases.accounts import Account
from tests.factories.accounts import PASSWORD


def try_to_sign_in(client: FlaskClient, account: Account, password: str, *, place: str = "192.0.2.1") -> TestResponse:
    fields = {"email": account.email, "password": password}
    return client.post("/account/sign-in", data=fields, environ_overrides={"REMOTE_ADDR": place})


def signed_out_at_home(app: Flask, account: Account) -> FlaskClient:
    """A browser in which the account signed in once; signing out forgets nothing."""
    client = app.test_client()
    assert try_to_sign_in(client, account, PASSWORD).location == "/account"
    client.post("/account/sign-out")
    return client


def test_strangers_who_guess_do_not_keep_the_owner_out(app: Flask, anna: Account) -> None:
    """Wherever they guess: in the same office, and all over the world."""
    home = signed_out_at_home(app, anna)
    stranger = app.test_client()
    for number in range(60):
        try_to_sign_in(stranger, anna, "wrong", place=f"198.51.100.{number % 6}")
    for _ in range(10):
        try_to_sign_in(stranger, anna, "wrong")
    assert try_to_sign_in(stranger, anna, PASSWORD).status_code == 429
    assert try_to_sign_in(home, anna, PASSWORD).location == "/account"


def test_who_took_such_a_device_cannot_guess_there_either(app: Flask, anna: Account) -> None:
    home = signed_out_at_home(app, anna)
    assert [try_to_sign_in(home, anna, "wrong").status_code for _ in range(11)] == [200] * 10 + [429]
