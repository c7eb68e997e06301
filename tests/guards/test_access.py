"""Every address and everybody who could ask for it: who gets the page, and that others change and learn nothing."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from assessment.domain.permissions import MATRIX, Action
from assessment.web.security import CONTENT_SECURITY_POLICY
from tests.factories.watched_database import WatchedDatabase
from tests.factories.world import OWN_NAMES, SECRETS, Thing, Who, World
from tests.guards.access_asking import address_of, ask, endpoint_of, word_of
from tests.guards.access_inventory import INVENTORY
from tests.guards.access_rules import Matrix, Row, Word

FORMS = tuple(row for row in INVENTORY if row.method == "POST" and not row.endpoint.startswith("api_v1."))
PAGES_TO_COME = {
    Action.SEE_ORGANISATION,
    Action.SEE_PROFILE,
    Action.WRITE_BANK,
    Action.READ_COURSES,
    Action.WRITE_COURSES,
    Action.TAKE_COURSE,
    Action.PROPOSE_COURSE,
    Action.ASSIGN_COURSE,
    Action.SEE_COURSE_PROGRESS,
    Action.SEE_WHY_PROPOSED,
}
"""Rows of the access matrix without an address of their own."""

PARTS_OF_PAGES = {Action.SEE_PARTICIPATION, Action.SEE_NAMES, Action.READ_BANK}
"""Rows that decide about parts of pages whose addresses another row opens."""


@pytest.fixture(autouse=True)
def _as_it_was_made(stored: WatchedDatabase) -> None:
    stored.restore()


def calls(app: Flask) -> set[str]:
    """Method and endpoint of every address."""
    methods = ((rule, method) for rule in app.url_map.iter_rules() for method in rule.methods or ())
    return {f"{method} {rule.endpoint}" for rule, method in methods if method not in {"HEAD", "OPTIONS"}}


def test_every_address_stands_in_the_inventory(world: World) -> None:
    assert calls(world.app) == {row.call for row in INVENTORY}


def test_every_address_of_a_thing_is_asked_for_by_those_who_have_and_who_have_not_to_do_with_it() -> None:
    """A row that shows a thing to everybody or to nobody would prove little."""
    by_call: dict[str, set[Word]] = {}
    for row in INVENTORY:
        if row.thing is not Thing.SITE:
            by_call.setdefault(row.call, set()).update(row.rule(who, row.thing) for who in Who)
    one_word = {call for call, words in by_call.items() if len(words) == 1}
    assert {call.partition(" ")[2].partition(".")[0] for call in one_word} <= {"join"}


def test_every_row_of_the_access_matrix_opens_addresses_or_has_none_yet() -> None:
    opening = {row.rule.action for row in INVENTORY if isinstance(row.rule, Matrix)}
    by_name = {Action.USE_ANSWERS, Action.SHARE_RESULT}
    nobodys = {action for action in Action if not MATRIX[action]}
    assert opening | by_name | nobodys | PAGES_TO_COME | PARTS_OF_PAGES == set(Action)
    assert not opening & PAGES_TO_COME


@pytest.mark.parametrize("who", Who)
def test_everybody_gets_what_the_inventory_says_and_no_refused_request_changes_or_tells_anything(
    world: World, stored: WatchedDatabase, who: Who
) -> None:
    wrong = []
    for row in INVENTORY:
        answer = ask(world, row, who)
        expected, word = row.rule(who, row.thing), word_of(world, row, answer)
        if word != expected:
            wrong.append(f"{row.call} ({row.thing}): {word} instead of {expected}")
        wrong += [f"{row.call} ({row.thing}): {trouble}" for trouble in troubles(world, stored, row, who, answer)]
        if stored.was_written():
            stored.restore()
    assert not wrong


def troubles(world: World, stored: WatchedDatabase, row: Row, who: Who, answer: TestResponse) -> list[str]:
    """What no answer may be like."""
    found = []
    if answer.headers.get("Content-Security-Policy") != CONTENT_SECURITY_POLICY:
        found.append("another content security policy")
    if answer.headers.get("Referrer-Policy") != "no-referrer":
        found.append("tells where one came from")
    if (
        row.endpoint not in {"static", "stylesheet", "site.favicon"}
        and "no-store" not in answer.headers["Cache-Control"]
    ):
        found.append("may be kept in a cache")
    if answer.location and endpoint_of(world, answer.location) == answer.location:
        found.append(f"leads to {answer.location}")
    if row.rule(who, row.thing) is not Word.SHOWN:
        own = OWN_NAMES.get(who)
        found += [f"tells {secret}" for secret in SECRETS if secret != own and secret in answer.text]
        if stored.was_written() and stored.changes():
            found.append(f"changes {stored.changes()}")
    answer.close()
    return found


def test_a_taken_form_does_change_something(world: World, stored: WatchedDatabase) -> None:
    """So that the comparison above could fail."""
    row = next(row for row in INVENTORY if row.call == "POST teams.change")
    ask(world, row, Who.LEAD)
    assert stored.changes() == {"teams": (1, 1)}


@pytest.mark.parametrize("form_token", [None, "of another browser"])
def test_no_form_is_taken_without_its_own_token(world: World, stored: WatchedDatabase, form_token: str | None) -> None:
    taken = []
    for row in FORMS:
        who = next((who for who in reversed(Who) if row.rule(who, row.thing) is Word.SHOWN), Who.LEAD)
        strangers = world.browsers[Who.NOBODY if who is not Who.NOBODY else Who.LEAD].form_token
        answer = ask(world, row, who, form_token=None if form_token is None else strangers)
        if answer.status_code not in {400, 403} or (stored.was_written() and stored.changes()):
            taken.append((row.call, who, answer.status_code))
    assert not taken


def test_a_thing_of_others_looks_like_one_that_does_not_exist(world: World) -> None:
    """Else whoever tries addresses learns which ones exist."""
    told = []
    for row in INVENTORY:
        absent = dict.fromkeys(("assessment_id", "team_id", "campaign_id", "organisation_id"), "AAAAAAAAAAAAAAAA")
        if row.method != "GET" or row.rule(Who.LEAD_OF_ANOTHER, row.thing) is not Word.ABSENT:
            continue
        address = address_of(world, row)
        nowhere = address
        for name, value in world.places[row.thing].items():
            nowhere = nowhere.replace(str(value), absent[name]) if name in absent else nowhere
        browser = world.browser(Who.LEAD_OF_ANOTHER)
        theirs, nobodys = (without_its_own(browser.get(path), path) for path in (address, nowhere))
        if theirs != nobodys:
            told.append(row.call)
    assert not told


def without_its_own(page: TestResponse, path: str) -> str:
    """The page without its address and without its form's token, in which the time stands."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page.text).replace(path, "")
