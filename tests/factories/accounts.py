"""People with accounts, who sign in through the real form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from flask import Flask
from flask.testing import FlaskClient
from flask_security import hash_password
from sqlalchemy import select
from werkzeug.test import TestResponse

from assessment.store.database import reading
from assessment.store.mails import StoredMail
from assessment.store.tables import DbMail
from assessment.use_cases.accounts import Account
from assessment.use_cases.mails import Composing, Letter, MailKind, find_composer
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
            password_hash=_hash_of(password),
            name=name,
            locale=locale,
            roles=roles,
            confirmed=confirmed,
            now=app.extensions["cx_wheel"].clock(),
        )


@cache
def _hash_of(password: str) -> str:
    """Hashed once for all tests, at the full price that the site asks. In an app context."""
    hashed: str = hash_password(password)
    return hashed


def sign_in(
    client: FlaskClient, account: Account, *, password: str = PASSWORD, next_page: str = "/account"
) -> TestResponse:
    """Fill in the sign-in form of the real page and press its button; the answer leads to ``next_page``."""
    page = client.get("/account/sign-in", query_string={"next": next_page})
    fields = {**hidden_fields(page), "email": account.email, "password": password}
    answer = client.post("/account/sign-in", data=fields, query_string={"next": next_page})
    assert answer.status_code in {302, 303}, answer.text
    return answer


def send(client: FlaskClient, address: str, query: dict[str, str] | None = None, **fields: str) -> TestResponse:
    """Open a page, fill in its form and press the button."""
    page = client.get(address, query_string=query)
    return client.post(address, data={**hidden_fields(page), **fields}, query_string=query)


def is_signed_in(client: FlaskClient) -> bool:
    """Whether the settings open on this device."""
    return client.get("/account/settings").status_code == 200


@dataclass(frozen=True)
class Received:
    """A mail as it was written when it went out. ``link`` is the address it leads to, without the site's own."""

    kind: str
    recipient: str
    letter: Letter
    link: str


def read_mails(app: Flask, recipient: str | None = None) -> list[Received]:
    """What waits in the outbox, composed as a worker would; the earliest first."""
    parts = app.extensions["cx_wheel"]
    with app.app_context():
        with reading() as connection:
            rows = connection.execute(select(DbMail.__table__).order_by(DbMail.created_at, DbMail.key)).mappings().all()
        stored = [
            StoredMail(**{**row, "kind": MailKind(row["kind"])})
            for row in rows
            if recipient in {None, row["recipient"]}
        ]
        composing = Composing(parts.settings, parts.clock(), parts.token_source)
        return [_compose(mail, composing) for mail in stored]


def _compose(mail: StoredMail, composing: Composing) -> Received:
    composer = find_composer(mail.kind)
    assert composer is not None
    letter = composer(mail, composing)
    assert letter is not None, f"nothing to say in {mail.key}"
    found = re.search(rf"{re.escape(composing.settings.base_url)}(/account\S+)", letter.text)
    return Received(mail.kind, mail.recipient, letter, found[1] if found else "")
