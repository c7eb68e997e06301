"""Nobody can ask this site who has an account, neither by what it says nor by how hard it works."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace

import passlib.handlers.argon2 as passwords
import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.factories.accounts import make_account, read_mails, send, sign_in
from tests.factories.frameworks import core_framework
from tests.factories.owners import own_result
from tests.factories.team_visits import signed_in
from tests.factories.visitors import hidden_fields
from tests.factories.visits import sheet_of_facets

KNOWN, WAITING, UNKNOWN = "known@example.org", "waits@example.org", "nobody@example.org"


@pytest.fixture(autouse=True)
def _accounts(app: Flask) -> None:
    make_account(app, KNOWN)
    make_account(app, WAITING, confirmed=False)


@pytest.fixture
def hashings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the slow function of passwords was asked for."""
    real, asked = passwords._argon2_cffi, []

    def counting(name: str) -> Callable[..., object]:
        def count(*args: object, **options: object) -> object:
            asked.append(name)
            return getattr(real.low_level, name)(*args, **options)

        return count

    low_level = SimpleNamespace(
        **{**vars(real.low_level), "hash_secret": counting("hash_secret"), "verify_secret": counting("verify_secret")}
    )
    monkeypatch.setattr(passwords, "_argon2_cffi", SimpleNamespace(**{**vars(real), "low_level": low_level}))
    return asked


def said(answer: TestResponse, email: str) -> tuple[object, ...]:
    """All that somebody can read off an answer."""
    text = re.sub(r'value="[^"]{40,}"', "", answer.text.replace(email, "…"))
    return answer.status_code, answer.location, text, sorted(answer.headers.keys())


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/account/register", {"password": "a password that is long"}),
        ("/account/register", {"password": "short"}),
        ("/account/reset", {}),
        ("/account/confirm", {}),
        ("/account/sign-in", {"password": "not the password at all"}),
    ],
)
def test_the_answer_and_the_work_are_the_same(
    app: Flask, hashings: list[str], address: str, fields: dict[str, str]
) -> None:
    heard, worked = [], []
    for email in (KNOWN, WAITING, UNKNOWN):
        client = app.test_client()
        page = client.get(address)
        hashings.clear()
        answer = client.post(address, data={**hidden_fields(page), "email": email, **fields})
        worked.append(len(hashings))
        after = client.get(answer.location).text.replace(email, "…") if answer.location else ""
        heard.append((said(answer, email), re.sub(r'value="[^"]{40,}"', "", after)))

    assert heard[0] == heard[1] == heard[2]
    assert worked[0] == worked[1] == worked[2]


def test_the_work_would_be_counted(app: Flask, hashings: list[str]) -> None:
    account = make_account(app, "anna@example.org")
    hashings.clear()
    sign_in(app.test_client(), account)
    assert hashings == ["verify_secret"]


def test_sharing_says_the_same_of_every_address(app: Flask) -> None:
    anna = make_account(app, "anna@example.org")
    client = app.test_client()
    sign_in(client, anna)
    with app.app_context():
        shelf = app.extensions["cx_wheel"].shelf
        result = own_result(shelf, anna, sheet=sheet_of_facets(core_framework()), framework_id="cx_competencies")
    heard = []
    for email in (KNOWN, UNKNOWN):
        answer = send(client, f"/assessments/{result}/sharing", recipient=email)
        page = client.get(f"/assessments/{result}/sharing").text
        heard.append((said(answer, email), email in page))
    assert heard[0] == heard[1]
    assert {mail.recipient for mail in read_mails(app)} == {KNOWN, UNKNOWN}


def test_joining_says_the_same_of_every_address(app: Flask) -> None:
    lead = signed_in(app, "lead@example.org")
    team = lead.create_team()
    made = lead.send(f"{team}/join-link", f"{team}/join-link", days="7")
    token = re.search(r"/join/([\w-]{43})", lead.see(made.location or "").text)
    assert token is not None
    heard = []
    for email in (KNOWN, UNKNOWN):
        client = app.test_client()
        client.get(f"/join/{token[1]}")
        fields = hidden_fields(client.get("/join"))
        answer = client.post("/join/address", data={**fields, "email": email, "name": "", "locale": "en"})
        heard.append(said(answer, email))
    assert heard[0] == heard[1]
