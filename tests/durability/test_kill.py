"""Processes that end in the middle of a save or a submit, as in a power cut."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from threading import Event

from tests.factories.live_people import Person, expect
from tests.factories.live_site import LiveSite

Newcomer = Callable[[], Person]

ROUNDS = 3
PEOPLE = 4


@dataclass
class Ledger:
    """What a person was told is saved, and what was on its way when the connection broke."""

    person: Person
    acknowledged: dict[str, int] = field(default_factory=dict)
    underway: dict[str, int] = field(default_factory=dict)
    saves: int = 0

    def save(self, item: str, value: int) -> None:
        """Save one answer; ConnectionError where nobody knows what became of it."""
        self.underway = {item: value}
        reply = expect(self.person.save(self.underway, self.acknowledged), 200)
        assert json.loads(reply.body)["conflicts"] == []
        self.acknowledged.update(self.underway)
        self.underway = {}
        self.saves += 1

    def check(self) -> None:
        """The site holds what it acknowledged; of what was on its way, either the old or the new answer."""
        stored = {answer["item"]: answer["value"] for answer in self.person.stored()["answers"]}  # type: ignore[attr-defined]
        if stored == {**self.acknowledged, **self.underway}:
            self.acknowledged.update(self.underway)
        assert stored == self.acknowledged
        self.underway = {}


def test_no_acknowledged_answer_is_lost_when_everything_is_killed(
    live_site: LiveSite, newcomer: Newcomer, items: Sequence[str]
) -> None:
    ledgers = [Ledger(newcomer()) for _ in range(PEOPLE)]

    for turn in range(ROUNDS):
        before = [ledger.saves for ledger in ledgers]
        while_people_save(ledgers, items, turn, then=live_site.kill)
        live_site.start()

        for ledger, saves in zip(ledgers, before, strict=True):
            assert ledger.saves > saves
            ledger.check()


def test_people_go_on_when_workers_are_killed(live_site: LiveSite, newcomer: Newcomer, items: Sequence[str]) -> None:
    ledgers = [Ledger(newcomer()) for _ in range(PEOPLE)]

    for turn in range(ROUNDS):
        while_people_save(ledgers, items, turn, then=live_site.kill_worker)

        for ledger in ledgers:
            ledger.check()


def test_no_acknowledged_submit_is_lost_or_doubled(
    live_site: LiveSite, newcomer: Newcomer, items: Sequence[str]
) -> None:
    people = [newcomer() for _ in range(6 * ROUNDS)]
    for number, person in enumerate(people):
        expect(person.save({item: (number + place) % 6 for place, item in enumerate(items)}), 200)

    told: list[Person] = []
    for turn in range(ROUNDS):
        waiting = people[turn * 6 : turn * 6 + 6]
        enough = Event()

        def submit(person: Person, enough: Event = enough) -> None:
            expect(person.submit(), 303)
            told.append(person)
            enough.set()

        with ThreadPoolExecutor(len(waiting)) as pool:
            pending = [pool.submit(broken_off(submit), person) for person in waiting]
            enough.wait(60)
            live_site.kill()
        assert enough.is_set(), [future.exception() for future in pending]
        live_site.start()

        for person in told:
            assert person.stored()["status"] == "submitted"

    results = {person.assessment: submit_again(person) for person in people}
    assert all(results.values())
    assert rows(live_site, "SELECT count(*) FROM results") == [(len(people),)]
    assert rows(live_site, "SELECT count(*) FROM assessments WHERE status = 'submitted'") == [(len(people),)]


def submit_again(person: Person) -> object:
    """Press the button until it answers, and once more; the result is the same."""
    expect(person.submit(), 303)
    result = person.stored()["result"]
    expect(person.submit(), 303)
    assert person.stored()["result"] == result
    return result


def while_people_save(ledgers: Sequence[Ledger], items: Sequence[str], turn: int, *, then: Callable[[], None]) -> None:
    """People save answers as fast as they can; something happens once each of them has saved three more."""
    ready = [Event() for _ in ledgers]
    stop = Event()

    def keep_saving(place: int) -> None:
        ledger = ledgers[place]
        for number, item in enumerate(items):
            if stop.is_set():
                return
            ledger.save(item, (turn + place + number) % 6)
            if number == 2:
                ready[place].set()

    with ThreadPoolExecutor(len(ledgers)) as pool:
        pending = [pool.submit(broken_off(keep_saving), place) for place in range(len(ledgers))]
        saved = [event.wait(60) for event in ready]
        then()
        stop.set()
    for future in pending:
        future.result()
    assert all(saved)


def broken_off(act: Callable[..., None]) -> Callable[..., None]:
    """The same act, over quietly when the connection breaks."""

    def until_broken(*args: object) -> None:
        try:
            act(*args)
        except ConnectionError:
            return

    return until_broken


def rows(site: LiveSite, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(site.folder / "cx_wheel.sqlite3")) as database:
        return database.execute(query).fetchall()
