"""Pages that lead on to where a request says: never to another site, whichever way it is said."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.use_cases.accounts import Account
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, sign_in
from tests.factories.visitors import hidden_fields

ELSEWHERE = (
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    " https://evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://localhost@evil.example/",
    "http://localhost.evil.example/",
    "//evil.example\\@localhost/",
)


def stays_here(location: str | None) -> bool:
    """Whether a browser that follows it stays on this site: browsers skip tabs and take backslashes for slashes."""
    if location is None:
        return True
    address = location.strip().replace("\\", "/").replace("\t", "")
    seen = urlsplit(address)
    return not address.startswith("///") and seen.netloc in {"", "localhost"} and seen.scheme in {"", "http"}


def led_astray(answers: Iterable[tuple[str, TestResponse]]) -> list[str]:
    """What led elsewhere, or was put into a link of the page that answered. A plain refusal (400) is right, too."""
    return [
        given
        for given, answer in answers
        if answer.status_code not in {200, 302, 303, 400, 404}
        or not stays_here(answer.location)
        or f'href="{given}' in answer.text
    ]


@pytest.fixture
def anna(app: Flask) -> Account:
    return make_account(app, "anna@example.org")


@pytest.mark.parametrize("where", ["query", "form"])
def test_signing_in_leads_to_this_site(app: Flask, anna: Account, where: str) -> None:
    answers = []
    for given in ELSEWHERE:
        app.extensions["cx_wheel"].clock.advance(3600)  # no limit on attempts is in the way
        client, query = app.test_client(), {"next": given} if where == "query" else {}
        page = client.get("/account/sign-in", query_string=query)
        fields = {**hidden_fields(page), "email": anna.email, "password": PASSWORD}
        fields |= {"next": given} if where == "form" else {}
        answers += [(given, page), (given, client.post("/account/sign-in", query_string=query, data=fields))]
    assert not led_astray(answers)


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/account/again", {"password": PASSWORD}),
        ("/account/sign-in", {}),
        ("/account/passkeys/again", {}),
        ("/account/assessments", {}),
        ("/account/sign-out", {}),
    ],
)
def test_forms_lead_to_this_site(
    app: Flask, client: FlaskClient, anna: Account, address: str, fields: dict[str, str]
) -> None:
    answers = []
    for given in ELSEWHERE:
        if not is_signed_in(client):
            sign_in(client, anna)
        token = hidden_fields(client.get("/continue"))["csrf_token"]
        app.extensions["cx_wheel"].clock.advance(3600)  # no limit on attempts is in the way
        sent = {**fields, "next": given, "csrf_token": token}
        answers.append((given, client.post(address, query_string={"next": given}, data=sent)))
    assert not led_astray(answers)


@pytest.mark.parametrize("address", ["/language/ru", "/account/sign-in", "/account/again", "/account/oidc/start"])
def test_links_lead_to_this_site(client: FlaskClient, anna: Account, address: str) -> None:
    sign_in(client, anna)
    came_from = {"Referer": "https://evil.example/"}
    assert not led_astray(
        (given, client.get(address, query_string={"next": given}, headers=came_from)) for given in ELSEWHERE
    )


def test_what_leads_elsewhere_would_be_noticed() -> None:
    assert not [given for given in ELSEWHERE if stays_here(given)]
    assert stays_here("/account")
    assert stays_here("http://localhost/account")
