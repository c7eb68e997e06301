"""People with accounts, who sign in through the real form."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from flask_security import hash_password
from werkzeug.test import TestResponse

from assessment.use_cases.accounts import Account
from assessment.use_cases.make_account import make_account as make_stored_account
from tests.factories.visitors import hidden_fields

PASSWORD = "twelve spokes and a hub"


def make_account(
    app: Flask,
    email: str = "lead@example.org",
    *,
    confirmed: bool = True,
    roles: tuple[str, ...] = (),
    name: str = "",
    locale: str = "en",
    password: str = PASSWORD,
) -> Account:
    """An account that exists already; ``confirmed=False`` for one whose address nobody has confirmed yet."""
    with app.app_context():
        return make_stored_account(
            email,
            password_hash=hash_password(password),
            name=name,
            locale=locale,
            roles=roles,
            confirmed=confirmed,
            now=app.extensions["cx_wheel"].clock(),
        )


def sign_in(
    client: FlaskClient, account: Account, *, password: str = PASSWORD, next_page: str = "/account"
) -> TestResponse:
    """Fill in the sign-in form of the real page and press its button; the answer leads to ``next_page``."""
    page = client.get("/account/sign-in", query_string={"next": next_page})
    fields = {**hidden_fields(page), "email": account.email, "password": password}
    answer = client.post("/account/sign-in", data=fields, query_string={"next": next_page})
    assert answer.status_code in {302, 303}, answer.text
    return answer
