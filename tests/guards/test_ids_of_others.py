"""Ids of one team, campaign or account under the address of another, and fields that no form has."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from werkzeug.test import TestResponse

from assessment.use_cases.account_sessions import list_sessions
from assessment.use_cases.accounts import find_account_by_email
from assessment.use_cases.change_teams import list_teams
from tests.factories.assessments import START
from tests.factories.team_campaigns import rows
from tests.factories.watched_database import WatchedDatabase
from tests.factories.world import Thing, Who, World


@pytest.fixture(autouse=True)
def _as_it_was_made(stored: WatchedDatabase) -> None:
    stored.restore()


@dataclass(frozen=True)
class Asker:
    """The lead of another team, who knows every id of the first one. ``team`` is their own."""

    world: World
    who: Who
    team: str

    def post(self, address: str, **fields: object) -> TestResponse:
        headers = {"X-CSRFToken": self.world.browsers[self.who].form_token}
        return self.world.browser(self.who).post(address, headers=headers, data=fields)

    def get(self, address: str) -> TestResponse:
        return self.world.browser(self.who).get(address)


@pytest.fixture
def asker(world: World) -> Asker:
    return asker_of(world, Who.LEAD_OF_ANOTHER)


def asker_of(world: World, who: Who) -> Asker:
    with world.app.app_context():
        account = find_account_by_email(world.emails[who])
        assert account is not None
        teams = list_teams(account.id)
    return Asker(world, who, teams[0].standing.team.id if teams else "")


def test_people_of_another_team_are_not_under_ones_own(world: World, stored: WatchedDatabase, asker: Asker) -> None:
    theirs = world.places[Thing.TEAM]
    person = f"/teams/{asker.team}/members/{theirs['member_id']}"
    answers = [
        asker.get(person),
        asker.post(person, name="Mine", locale="en"),
        asker.post(f"{person}/role", role="lead"),
        asker.get(f"{person}/removal"),
        asker.post(f"{person}/removal"),
    ]
    assert {answer.status_code for answer in answers} == {404}
    asker.post(f"/teams/{asker.team}/members/lists/{theirs['list_id']}")
    assert not stored.changes()


def test_people_of_another_campaign_are_not_under_ones_own(world: World, stored: WatchedDatabase) -> None:
    """Not even for somebody who runs both."""
    asker, campaign = asker_of(world, Who.LEAD), world.places[Thing.CLOSED_CAMPAIGN]["campaign_id"]
    person = world.places[Thing.OPEN_CAMPAIGN]["respondent_id"]
    for button in ("invitation", "revocation"):
        assert asker.post(f"/campaigns/{campaign}/people/{person}/{button}").status_code == 404
    assert not stored.changes()


@pytest.mark.parametrize("address", ["/teams/new", "/teams/{own}/settings"])
def test_a_team_is_put_into_no_organisation_of_others(
    world: World, stored: WatchedDatabase, asker: Asker, address: str
) -> None:
    organisation = world.places[Thing.ORGANISATION]["organisation_id"]
    asker.post(address.format(own=asker.team), name="Mine", locale="en", organisation=organisation)
    with world.app.app_context():
        found = rows(f"SELECT name FROM teams WHERE organisation_id = '{organisation}'")  # noqa: S608  an id of ours
    assert found == [("Quagga",)]


def test_a_share_ends_by_its_owner_alone(world: World, stored: WatchedDatabase) -> None:
    share = world.places[Thing.SHARE]
    member, answers = asker_of(world, Who.MEMBER), world.places[Thing.CAMPAIGN_ANSWERS]["assessment_id"]
    member.post(f"/assessments/{answers}/sharing/{share['share_id']}/end")
    result = world.places[Thing.RESULT]["assessment_id"]
    for who in (Who.SHARED_WITH, Who.SITE_ADMIN):
        assert asker_of(world, who).post(f"/assessments/{result}/sharing/{share['share_id']}/end").status_code == 404
    assert not stored.changes()


def test_assessments_of_others_are_neither_taken_nor_compared(world: World, stored: WatchedDatabase) -> None:
    person = asker_of(world, Who.PERSON)
    result, other = (world.places[thing]["assessment_id"] for thing in (Thing.RESULT, Thing.OPEN_ANSWERS))
    person.post("/account/assessments", assessment=[result, other])
    assert person.get(f"/account/change?earlier={result}&later={result}").status_code == 404
    assert not stored.changes()


def test_devices_of_others_stay_signed_in(world: World) -> None:
    with world.app.app_context():
        owner = find_account_by_email(world.emails[Who.OWNER])
        assert owner is not None
        (session,) = list_sessions(owner.id, now=START)
    asker_of(world, Who.PERSON).post(f"/account/sessions/{session.id}/end")
    assert asker_of(world, Who.OWNER).get("/account").status_code == 200


class TestFieldsThatNoFormHas:
    def test_nobody_joins_as_a_lead(self, world: World, asker: Asker) -> None:
        extra = {
            "role": "lead",
            "user_id": "1",
            "confirmed_at": "2026-01-01",
            "team_id": world.places[Thing.TEAM]["team_id"],
        }
        asker.post(f"/teams/{asker.team}/members", email="new@example.org", name="New", locale="en", **extra)
        with world.app.app_context():
            found = rows("SELECT role, user_id, team_id FROM team_members WHERE email = 'new@example.org'")
        assert found == [("member", None, asker.team)]

    def test_no_campaign_is_born_open_or_below_the_floor(self, world: World, asker: Asker) -> None:
        fields = {
            "title": "Mine",
            "kind": "themselves",
            "day": "2026-12-05",
            "time": "18:00",
            "zone": "Europe/Berlin",
            "linking": "linked",
        }
        refused = asker.post(f"/teams/{asker.team}/campaigns/new", **fields, k="1")
        extra = {"state": "closed", "team_id": world.places[Thing.TEAM]["team_id"], "opened_at": "2026-01-01"}
        taken = asker.post(f"/teams/{asker.team}/campaigns/new", **fields, **extra, k="5")
        assert (refused.status_code, taken.status_code) == (422, 303)
        with world.app.app_context():
            found = rows("SELECT team_id, state, k, opened_at FROM campaigns WHERE title = 'Mine'")
        assert found == [(asker.team, "draft", 5, None)]

    def test_nobody_becomes_an_administrator_by_asking(self, world: World) -> None:
        person = asker_of(world, Who.PERSON)
        extra = {"roles": "site_admin", "active": "y", "email": "site_admin@example.org", "fs_uniquifier": "x"}
        assert person.post("/account/settings", name="P", locale="en", time_zone="UTC", **extra).status_code == 303
        assert person.get("/admin/accounts").status_code == 404
        with world.app.app_context():
            account = find_account_by_email(world.emails[Who.PERSON])
        assert account is not None
        assert not account.roles
