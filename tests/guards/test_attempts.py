"""Every address that tries a secret or sends a mail is limited; a new one that is not is found here by itself."""

from __future__ import annotations

from inspect import unwrap

import pytest
from flask import Flask

from assessment.web.attempts import ATTEMPTS
from tests.factories.world import World
from tests.guards.calls import CallGraph, Function

TELLING = frozenset({"verify_and_update_password", "enqueue", "send_mail"})
"""What tries a password and what writes a mail down."""

WITHOUT_LIMIT = {
    "POST accounts.end_all": "tries nothing and sends nothing; it signs out as the accounts library does",
    "POST campaigns.close": "its mail goes to the leads, once for a campaign",
    "POST security.logout": "tries nothing",
    "POST security.mf_recovery_codes": "makes codes for somebody who proved a moment ago who they are",
    "POST security.tf_select": "leads on to steps that are limited",
    "POST security.two_factor_rescue": "is not offered: 404",
    "POST security.two_factor_setup": "makes or drops a secret of whoever proved a moment ago who they are",
    "POST security.wan_delete": "removes a passkey of whoever proved a moment ago who they are",
    "POST security.wan_register": "makes a challenge; the answer to it is limited",
    "POST security.wan_signin": "makes a challenge; the answer to it is limited",
    "POST security.wan_verify": "makes a challenge; the answer to it is limited",
}
"""What looks like one and is none, with the reason."""


@pytest.fixture(scope="module")
def graph() -> CallGraph:
    return CallGraph.of_package("assessment")


def telling_calls(app: Flask, graph: CallGraph) -> set[str]:
    """Method and endpoint of every address that has a secret in it, belongs to the accounts library, or does in our
    own code what tries a secret or sends a mail."""
    found = set()
    for rule in app.url_map.iter_rules():
        view = unwrap(app.view_functions[rule.endpoint])
        reached = graph.names_reached(Function(view.__module__, view.__qualname__))
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            writes = method != "GET"
            in_library = writes and rule.endpoint.startswith("security.")
            if "token" in rule.arguments or in_library or (writes and reached & TELLING):
                found.add(f"{method} {rule.endpoint}")
    return found


def limited_calls(app: Flask) -> set[str]:
    """Method and endpoint of what is limited by name."""
    return {
        f"{method} {endpoint}"
        for attempt in ATTEMPTS
        for endpoint in attempt.endpoints
        for method in attempt.methods
        if endpoint in app.view_functions
    }


def test_every_address_that_tries_a_secret_or_sends_a_mail_is_limited(world: World, graph: CallGraph) -> None:
    assert telling_calls(world.app, graph) - limited_calls(world.app) == set(WITHOUT_LIMIT)


def test_no_limit_stands_for_an_address_that_there_is_not(world: World) -> None:
    named = {endpoint for attempt in ATTEMPTS for endpoint in attempt.endpoints if ".<" not in endpoint}
    assert named <= set(world.app.view_functions)


@pytest.mark.parametrize(
    ("module", "function"),
    [
        ("assessment.web.sharing.views", "share"),
        ("assessment.web.accounts.confirming", "confirm"),
        ("assessment.web.accounts.erasure_views", "erase"),
        ("assessment.web.teams.join_views", "ask"),
        ("assessment.web.campaigns.run_views", "resend"),
    ],
)
def test_mails_and_passwords_are_seen_through_all_rooms(graph: CallGraph, module: str, function: str) -> None:
    """The search itself: without this, one that finds nothing would look like a site without gaps."""
    assert graph.names_reached(Function(module, function)) & TELLING


def test_a_page_that_only_shows_something_is_not_taken_for_one_that_sends(graph: CallGraph) -> None:
    assert not graph.names_reached(Function("assessment.web.accounts.views", "sessions")) & TELLING
