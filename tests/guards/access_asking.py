"""How somebody asks for what a row of the inventory names, and what the answer amounts to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import url_for
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from tests.factories.world import Thing, Who, World
from tests.guards.access_rules import Row, Word

_SIGN_IN, _HOME = "security.login", "home.show"
_USUAL = {"locale": "en", "filename": "icon.svg", "digest": "0", "mail_id": "1"}


def ask(world: World, row: Row, who: Who, *, form_token: str | None = "") -> TestResponse:
    """The answer to that call by somebody, with the form's right token unless another one, or None, is given."""
    headers = {}
    if row.endpoint.startswith("api_v1."):
        headers = _api_headers(world, row, who)
    elif row.method != "GET" and form_token is not None:
        headers = {"X-CSRFToken": form_token or world.browsers[who].form_token}
    return world.browser(who).open(address_of(world, row), method=row.method, headers=headers, **_body(row))


def address_of(world: World, row: Row) -> str:
    """The path, with the arguments of the row's thing."""
    given = {**_USUAL, **world.places[Thing.SITE], **world.places[row.thing], **row.args}
    rule = next(rule for rule in world.app.url_map.iter_rules() if rule.endpoint == row.endpoint)
    if row.endpoint == "stylesheet":
        return _stylesheet(world)
    with world.app.test_request_context():
        return url_for(row.endpoint, **{name: given[name] for name in rule.arguments if name in given}, **row.query)


def word_of(world: World, row: Row, answer: TestResponse) -> str:
    """The word for an answer; for any answer that is none of the expected ones, what it was."""
    if answer.status_code == 404:
        return Word.ABSENT
    leads_to = endpoint_of(world, answer.location) if 300 <= answer.status_code < 400 else ""
    if leads_to == _SIGN_IN != row.to:
        return Word.SIGN_IN
    if leads_to == _HOME != row.to:
        return Word.HOME
    expected = {302, 303} if row.to else {row.status}
    if answer.status_code in expected and leads_to == row.to:
        return Word.SHOWN
    return f"{answer.status_code} {leads_to}".strip()


def endpoint_of(world: World, location: str) -> str:
    """The endpoint that a redirect on this site leads to; the whole address for one that leads elsewhere."""
    split = urlsplit(location)
    if split.netloc not in {"", "localhost"}:
        return location
    try:
        endpoint: str = world.app.url_map.bind("localhost").match(split.path, "GET")[0]
    except HTTPException:
        return location
    return endpoint


def _body(row: Row) -> dict[str, Any]:
    if row.method in {"GET", "DELETE"}:
        return {}
    if row.endpoint in _JSON:
        return {"json": _JSON[row.endpoint]}
    return {"data": dict(row.form)}


_JSON: dict[str, object] = {
    "questions.autosave": {"answers": {}, "shown": {}},
    "api_v1.create_assessment": {"framework": "cx_competencies", "level": "individual", "locale": "en"},
    "api_v1.change_answers": {"answers": {"ind.culture.knowledge.elements": 3}},
    "api_v1.submit_assessment": {},
}


def _api_headers(world: World, row: Row, who: Who) -> dict[str, str]:
    token = world.tokens.get((who, row.thing))
    return {} if token is None else {"Authorization": f"Bearer {token}"}


def _stylesheet(world: World) -> str:
    page = world.app.test_client().get("/").text
    return page.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
