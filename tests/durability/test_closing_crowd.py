"""A campaign of three hundred closes on the running site while people answer it, and others do their own work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier, Event

import pytest
from flask import Flask

from assessment.app import create_app, prepare_site
from assessment.settings import Settings
from assessment.store.database import close_connections, reading
from assessment.store.published import find_publication
from assessment.use_cases.campaign_records import CampaignRecord
from tests.factories.accounts import PASSWORD, make_account
from tests.factories.answering_teams import team_sheets
from tests.factories.crowds import answer_as_crowd
from tests.factories.frameworks import core_framework
from tests.factories.live_people import Person, expect, hidden_fields
from tests.factories.live_site import LiveSite, running_site
from tests.factories.team_campaigns import make_campaign, personal_link, respondents_of
from tests.factories.teams import MadeTeam, make_team
from tests.factories.wire import Reply, Wire

ASKED, ANSWERED, LATE = 300, 280, 8


@dataclass
class Crowd:
    """Two teams with an open campaign each; of the first one nearly everybody has answered already."""

    app: Flask
    site: LiveSite
    closing: CampaignRecord
    other: CampaignRecord

    def links(self, campaign: CampaignRecord, first: int, number: int) -> list[str]:
        """Paths of personal links of so many people."""
        people = respondents_of(self.app, campaign)[first : first + number]
        return [f"/invitation/{personal_link(self.app, one)}" for one in people]


@dataclass
class Visit:
    """What one person saw: every answer of the site, and what it acknowledged."""

    replies: list[Reply]
    kept: dict[str, int]
    lost: int = 0
    submitted: bool = False


@pytest.fixture
def crowd(database: str, tmp_path: Path) -> Iterator[Crowd]:
    env = {"CX_WHEEL_INSTANCE": str(tmp_path), "CX_WHEEL_DATABASE_URL": database}
    app = create_app(Settings.from_environment(env))
    prepare_site(app)
    teams = [_team(app, email, people) for email, people in (("first@example.org", ASKED), ("second@example.org", 8))]
    closing, other = (make_campaign(app, team, framework_id=core_framework().id) for team in teams)
    answer_as_crowd(app, closing, list(team_sheets(core_framework(), ANSWERED).values()))
    with running_site(tmp_path, env={"CX_WHEEL_DATABASE_URL": database}) as site:
        yield Crowd(app, site, closing, other)
    with app.app_context():
        close_connections()


def _team(app: Flask, email: str, people: int) -> MadeTeam:
    return make_team(app, make_account(app, email), people, seed=email)


def test_nobody_is_turned_away_and_nothing_is_lost_while_a_campaign_of_three_hundred_closes(
    crowd: Crowd, items: Sequence[str]
) -> None:
    late = crowd.links(crowd.closing, ANSWERED, LATE)
    (elsewhere,) = crowd.links(crowd.other, 0, 1)
    ready, closed = Barrier(LATE + 3), Event()
    with ThreadPoolExecutor(LATE + 3) as pool:
        answering = [
            pool.submit(_answer, crowd, link, items, ready, closed, saves=place % 2 * len(items))
            for place, link in enumerate(late)
        ]
        beside = pool.submit(_answer, crowd, elsewhere, items, ready, closed, saves=len(items))
        leading = pool.submit(_lead, crowd, ready, closed)
        try:
            answer = _close(crowd, ready)
        finally:
            closed.set()
    visits = [one.result() for one in answering]

    assert (answer.status, answer.place) == (303, f"/campaigns/{crowd.closing.id}")
    assert {reply.status for visit in visits for reply in visit.replies} <= {200, 303, 410}
    assert {reply.status for reply in (*beside.result().replies, *leading.result())} <= {200, 303}
    assert beside.result().submitted
    assert sum(visit.lost for visit in (*visits, beside.result())) == 0
    assert _participants(crowd) == ANSWERED + sum(visit.submitted for visit in visits)


def _close(crowd: Crowd, ready: Barrier) -> Reply:
    """The first team's lead presses the button when all are there."""
    place = f"/campaigns/{crowd.closing.id}/closing"
    with Wire(crowd.site.port) as lead:
        _sign_in(lead, "first@example.org")
        fields = {**hidden_fields(expect(lead.get(place), 200)), "confirmed": "yes"}
        ready.wait(60)
        return lead.post(place, fields)


def _answer(crowd: Crowd, link: str, items: Sequence[str], ready: Barrier, closed: Event, *, saves: int) -> Visit:
    """Save up to so many answers one by one while the campaign closes, then all of them, and submit."""
    person, visit = Person(crowd.site.port), Visit([], {})
    person.begin(link)
    ready.wait(60)
    for item in items[:saves]:
        _save(person, visit, {item: 3})
        if closed.is_set():
            break
    _save(person, visit, {item: place % 6 for place, item in enumerate(items)})
    visit.replies.append(person.submit())
    visit.submitted = visit.replies[-1].status == 303 and visit.replies[-1].place == f"{person.assessment}/result"
    stored = person.stored()
    found = {one["item"]: one["value"] for one in stored["answers"]}  # type: ignore[attr-defined]
    visit.lost = sum(found.get(item) != value for item, value in visit.kept.items())
    visit.lost += visit.submitted and stored["status"] != "submitted"
    person.close()
    return visit


def _save(person: Person, visit: Visit, answers: dict[str, int]) -> None:
    visit.replies.append(person.save(answers, shown=visit.kept))
    if visit.replies[-1].status == 200:
        visit.kept |= answers


def _lead(crowd: Crowd, ready: Barrier, closed: Event) -> list[Reply]:
    """Add members to another team and look at its campaign until the first one has closed, and once more."""
    team, replies, last = f"/teams/{crowd.other.team_id}", [], False
    with Wire(crowd.site.port) as lead:
        _sign_in(lead, "second@example.org")
        ready.wait(60)
        while not last:
            last = closed.is_set()
            page = lead.get(f"{team}/members/new")
            fields = {**hidden_fields(page), "email": f"new{len(replies)}@example.org", "name": "", "locale": "en"}
            replies += [page, lead.post(f"{team}/members", fields), lead.get(f"/campaigns/{crowd.other.id}")]
    return replies


def _sign_in(wire: Wire, email: str) -> None:
    fields = hidden_fields(expect(wire.get("/account/sign-in"), 200))
    expect(wire.post("/account/sign-in", {**fields, "email": email, "password": PASSWORD}), 302)


def _participants(crowd: Crowd) -> int:
    with crowd.app.app_context(), reading() as connection:
        published = find_publication(connection, crowd.closing.id)
    assert published is not None
    assert published.result.participation is not None
    return published.result.participation.answered
