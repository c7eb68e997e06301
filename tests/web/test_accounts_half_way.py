"""Between the password and the second step: whoever stands there gets no more than somebody who is not signed in."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import AnyConverter, BaseConverter, IntegerConverter, Rule

from tests.factories.accounts import PASSWORD, make_account, send, sign_in
from tests.factories.authenticators import set_up

SECOND_STEP = {
    "security.two_factor_token_validation",
    "security.mf_recovery",
    "security.tf_select",
    "security.wan_signin",
}
"""Where the second step is taken."""


@pytest.fixture
def half_way(app: Flask, client: FlaskClient) -> FlaskClient:
    """A browser that has brought the right password and no code."""
    account = make_account(app)
    sign_in(client, account)
    set_up(client)
    other = app.test_client()
    answer = send(other, "/account/sign-in", email=account.email, password=PASSWORD)
    assert answer.location.startswith("/account/two-factor/code")
    return other


def addresses(app: Flask) -> list[tuple[str, str]]:
    """Method and address of everything but the second step; arguments stand for things that there are not."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint not in SECOND_STEP]
    found = [(method, filled(app, rule)) for rule in rules for method in (rule.methods or set()) & {"GET", "POST"}]
    return sorted(found)


def filled(app: Flask, rule: Rule) -> str:
    """The address of a thing that there is not."""
    return app.url_map.bind("localhost").build(
        rule.endpoint, {name: value_for(rule._converters[name]) for name in rule.arguments}
    )


def value_for(converter: BaseConverter) -> str | int:
    if isinstance(converter, AnyConverter):
        return sorted(converter.items)[0]
    return 1 if isinstance(converter, IntegerConverter) else "nothing"


def test_every_address_answers_as_it_answers_nobody(app: Flask, half_way: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    asked = addresses(app)
    assert ("GET", "/account/settings") in asked
    assert ("GET", "/account/data/export.json") in asked
    with half_way.session_transaction() as kept:
        cookie = dict(kept)
    different = []
    for method, address in asked:
        with half_way.session_transaction() as session:
            session.clear()
            session.update(cookie)
        answers = [
            browser.open(address, method=method, environ_overrides={"REMOTE_ADDR": place})
            for browser, place in ((half_way, "192.0.2.1"), (app.test_client(), "192.0.2.2"))
        ]
        told = [(answer.status_code, answer.location) for answer in answers]
        if told[0] != told[1]:
            different.append(f"{method} {address}: {told[0]} instead of {told[1]}")
    assert different == []
