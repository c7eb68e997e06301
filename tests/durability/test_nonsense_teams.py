"""Senseless writes to every form of accounts, teams and campaigns, by those who may send it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from flask import Flask

from assessment.settings import Settings
from tests.factories.nonsense import Nonsense
from tests.factories.watched_database import watched_database
from tests.factories.world import Who, World, make_world
from tests.guards.access_asking import address_of
from tests.guards.access_inventory import INVENTORY
from tests.guards.access_rules import Word

WRITES = 120
FORMS = tuple(row for row in INVENTORY if row.method == "POST" and not row.endpoint.startswith("api_v1."))
SENSELESS = {200, 302, 303, 400, 404, 409, 410, 413, 415, 422, 429}
"""A page, a way on, and refusals in words."""


@pytest.fixture
def settings(settings: Settings, database: str) -> Settings:
    """On both databases: what one of them stores, the other may refuse."""
    return replace(settings, database_url=database)


@pytest.fixture
def world(app: Flask) -> World:
    """A crash of the site is a crash of the test."""
    world = make_world(app)
    app.config["WTF_CSRF_ENABLED"] = False
    return world


@pytest.fixture
def restore(world: World, settings: Settings) -> Iterator[Callable[[], None]]:
    """Undoes what was written, else the first deletion that was meant would end it; on SQLite alone."""
    if not settings.database_url.startswith("sqlite"):
        yield lambda: None
        return
    with watched_database(Path(settings.database_url.removeprefix("sqlite:///"))) as found:
        yield found.restore


def test_senseless_writes_are_refused_in_words(world: World, restore: Callable[[], None]) -> None:
    chance = Random(3)  # noqa: S311  chance, not a key
    ids = [str(value) for places in world.places.values() for value in places.values()]
    nonsense = Nonsense(3, ids)
    statuses = set()
    for turn in range(WRITES):
        row = FORMS[turn % len(FORMS)]
        allowed = [who for who in Who if row.rule(who, row.thing) is Word.SHOWN] or [Who.NOBODY]
        address = address_of(world, row)
        answer = nonsense.write(world.browser(chance.choice(allowed)), address)
        assert answer.status_code in SENSELESS, (turn, row.call, answer.status_code)
        statuses.add(answer.status_code)
        if turn % 40 == 39:
            restore()
    assert {200, 303, 404, 422} <= statuses


def test_forms_that_lack_a_field_are_refused_in_words(world: World, restore: Callable[[], None]) -> None:
    """Each form without one of its fields, without the others, and with one sent twice."""
    for row in (row for row in FORMS if row.form):
        who = next(who for who in Who if row.rule(who, row.thing) is Word.SHOWN)
        for name, value in row.form.items():
            without = {other: kept for other, kept in row.form.items() if other != name}
            for sent in (without, {name: value}, {**row.form, name: [value, "x"]}):
                answer = world.browser(who).post(address_of(world, row), data=sent)
                assert answer.status_code in SENSELESS, (row.call, name, answer.status_code)
        restore()


def test_senseless_addresses_are_refused_in_words(world: World) -> None:
    """Ids that no id looks like, in the place of every argument."""
    for row in INVENTORY:
        for word in ("%00", "\u202e", "x" * 300, "..%2f..", "' OR 1=1 --", "%ff%fe"):
            address = address_of(world, row)
            for value in world.places[row.thing].values():
                address = address.replace(str(value), word) if len(str(value)) > 8 else address
            with world.browser(Who.LEAD).open(address, method=row.method) as answer:
                assert answer.status_code < 500, (row.call, word)
