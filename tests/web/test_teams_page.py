"""Teams as those see them who lead them, who are in them, and who have nothing to do with them."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.factories.accounts import make_account
from tests.factories.team_visits import TeamVisit, find_address, signed_in
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visits import words


@pytest.fixture
def lead(app: Flask) -> TeamVisit:
    return signed_in(app, name="Anna")


@pytest.fixture
def made(app: Flask, lead: TeamVisit) -> MadeTeam:
    assert lead.account is not None
    return make_team(app, lead.account, 3)


@pytest.fixture
def member(app: Flask, made: MadeTeam) -> TeamVisit:
    """A member with an account, who has opened the list of teams."""
    visit = signed_in(app, "member1@example.org")
    visit.see("/teams")
    return visit


def here(made: MadeTeam, rest: str = "") -> str:
    return f"/teams/{made.team.id}{rest}"


def test_a_new_lead_is_led_from_an_empty_list_to_people(lead: TeamVisit) -> None:
    assert "You are not in a team yet" in words(lead.see("/teams"))
    page = lead.see(lead.create_team("Сервис <b>"))
    said = words(page)
    assert "Сервис &lt;b&gt;" in page.text
    assert "0 members · 1 lead" in said
    assert find_address(page, r"/teams/[^/]+/members/new") in page.text
    assert "you lead it · 1 person" in words(lead.see("/teams"))


def test_a_team_without_a_name_is_asked_for_again_with_what_was_typed(lead: TeamVisit) -> None:
    answer = lead.send("/teams/new", "/teams/new", name=" ", locale="ru")
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert '<option value="ru" selected>' in answer.text


def test_leads_see_names_addresses_and_roles(lead: TeamVisit, made: MadeTeam) -> None:
    page = lead.see(here(made))
    said = words(page)
    assert "3 members · 1 lead" in said
    assert '<span lang="ru">Русский</span>' in page.text
    for person in (made.lead, *made.members):
        assert person.name in said
        assert person.email in said
    assert "Changes here do not affect an open campaign" in said


def test_who_was_added_while_signed_in_finds_the_team_at_once(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    visit = signed_in(app, "later@example.org")
    assert visit.see(here(made)).status_code == 404
    lead.send(here(made, "/members/new"), here(made, "/members"), email="later@example.org", name="", locale="en")
    assert "You are in this team" in words(visit.see(here(made)))


def test_members_see_a_page_of_their_own_without_the_others(member: TeamVisit, made: MadeTeam) -> None:
    said = words(member.see(here(made)))
    assert "You are in this team" in said
    assert "Nothing is published yet" in said
    assert "You are asked to answer" not in said
    for person in (made.lead, *made.members[1:]):
        assert person.email not in said
    assert "you are a member" in words(member.see("/teams"))


MANAGED = (
    ("GET", "/settings"),
    ("POST", "/settings"),
    ("GET", "/deletion"),
    ("POST", "/deletion"),
    ("GET", "/members/new"),
    ("POST", "/members"),
    ("POST", "/members/pasted"),
    ("POST", "/members/file"),
    ("POST", "/members/lists/x"),
    ("GET", "/join-link"),
    ("POST", "/join-link"),
    ("POST", "/join-link/revocation"),
)


@pytest.mark.parametrize(("method", "rest"), [*MANAGED, ("GET", ""), ("POST", "/leaving")])
def test_a_team_does_not_exist_for_strangers(app: Flask, made: MadeTeam, method: str, rest: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    stranger = signed_in(app, "stranger@example.org")
    answer = stranger.client.open(here(made, rest), method=method, data={"confirmed": "yes"})
    assert answer.status_code == 404
    assert made.team.name not in words(answer)
    assert stranger.client.open("/teams/no-such-team" + rest, method=method).text.count("<p") == answer.text.count("<p")


@pytest.mark.parametrize(("method", "rest"), MANAGED)
def test_members_cannot_manage(app: Flask, member: TeamVisit, made: MadeTeam, method: str, rest: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    assert member.client.open(here(made, rest), method=method, data={"confirmed": "yes"}).status_code == 404
    assert member.client.open(here(made, f"/members/{made.lead.id}")).status_code == 404


@pytest.mark.parametrize("address", ["/teams", "/teams/new", "/teams/x", "/organisations/new", "/organisations/x"])
def test_nobody_signed_in_is_led_to_the_sign_in_page_and_back(app: Flask, address: str) -> None:
    answer = TeamVisit(app).see(address)
    assert answer.status_code == 303
    assert answer.location.startswith("/account/sign-in")


def test_settings_are_changed_and_kept(lead: TeamVisit, made: MadeTeam) -> None:
    page = here(made, "/settings")
    answer = lead.send(page, page, name="Renamed", locale="ru")
    assert answer.status_code == 303
    assert "Renamed" in words(lead.see(page))
    assert '<option value="ru" selected>' in lead.see(page).text


def test_deleting_a_team_names_what_is_lost_and_asks(lead: TeamVisit, made: MadeTeam) -> None:
    page = here(made, "/deletion")
    assert "The list of its people: 4 people." in words(lead.see(page))
    refused = lead.send(page, page)
    assert refused.status_code == 422
    assert "Please tick the box to confirm" in words(refused)
    assert lead.send(page, page, confirmed="yes").status_code == 303
    assert lead.see(here(made)).status_code == 404


def test_a_member_leaves_and_the_last_lead_stays(lead: TeamVisit, member: TeamVisit, made: MadeTeam) -> None:
    page = here(made)
    assert member.send(page, page + "/leaving").status_code == 422
    assert member.send(page, page + "/leaving", confirmed="yes").location == "/teams"
    assert member.see(page).status_code == 404
    refused = lead.send("/teams/new", page + "/leaving", confirmed="yes")
    assert refused.status_code == 409
    assert "Nobody else leads this team" in words(refused)


def test_three_hundred_people_stand_on_pages_and_are_found(app: Flask) -> None:
    lead = signed_in(app, "many@example.org")
    assert lead.account is not None
    made = make_team(app, lead.account, 300)
    first = words(lead.see(here(made)))
    assert "300 members · 1 lead" in first
    assert "Page 1 of 7" in first
    assert "Member 299" not in first
    found = lead.see(here(made, "?q=MEMBER299@"))
    assert "1 person found" in words(found)
    assert "Member 299" in words(found)
    assert "0 people found" in words(lead.see(here(made, "?q=%3Cb%3E")))
    assert lead.see(here(made, "?page=7")).status_code == 200
    assert lead.see(here(made, "?page=99")).status_code == 200


def test_a_person_is_changed_named_lead_and_taken_out(lead: TeamVisit, made: MadeTeam) -> None:
    person = made.members[0]
    page = here(made, f"/members/{person.id}")
    assert lead.send(page, page, name="Новое имя", locale="ru").status_code == 303
    assert "Новое имя" in words(lead.see(page))
    assert lead.send(page, page + "/role", role="lead").status_code == 303
    said = words(lead.see(page))
    assert "Lead as soon as they sign in" in said
    assert "Make a member again" in said
    asked = lead.see(page + "/removal")
    said = words(asked)
    assert "Remove this person from the team? Новое имя · member1@example.org" in said
    assert "They no longer name members or run campaigns" in said
    assert "A campaign that is open stays as it is" in said
    assert f'href="{page}"' in asked.text
    assert "Новое имя" in words(lead.see(page))
    assert lead.press(asked, page + "/removal").status_code == 303
    gone = lead.see(page)
    assert gone.status_code == 404
    assert "no longer in the team" in words(gone)


def test_the_only_lead_is_told_why_they_stay_one(lead: TeamVisit, made: MadeTeam) -> None:
    page = here(made, f"/members/{made.lead.id}")
    assert "Leave the team" in words(lead.see(page))
    for act in ("/role", "/removal"):
        refused = lead.send(page, page + act, role="member")
        assert refused.status_code == 409
        assert "Nobody else leads this team" in words(refused)
    asked = lead.see(page + "/removal")
    assert asked.status_code == 409
    assert "Nobody else leads this team" in words(asked)


def test_a_lead_reads_what_leaving_means_before_they_leave(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    other = signed_in(app, "member1@example.org")
    other.see("/teams")
    lead.send(here(made), here(made, f"/members/{made.members[0].id}/role"), role="lead")
    page = here(made, f"/members/{made.lead.id}")
    asked = lead.see(page + "/removal")
    said = words(asked)
    assert f"Leave the team? {made.team.name}" in said
    assert "You no longer name members or run campaigns" in said
    assert "Only somebody who still manages the team can let you in again." in said
    assert lead.press(asked, page + "/removal").location == "/teams"
    assert lead.see(here(made)).status_code == 404


class TestOrganisations:
    def test_an_organisation_holds_teams_and_administrators(self, lead: TeamVisit) -> None:
        home = lead.send("/organisations/new", "/organisations/new", name="Company").location
        assert "It has no teams yet" in words(lead.see(home))
        lead.create_team("Inside", organisation=home.rsplit("/", 1)[-1])
        said = words(lead.see(home))
        assert "Inside" in said
        refused = lead.send(home, home + "/administrators", email="nobody@example.org")
        assert refused.status_code == 422
        assert "has signed in with nobody@example.org" in words(refused)
        assert 'value="nobody@example.org"' in refused.text
        assert lead.send(home, home + "/name", name="").status_code == 422
        assert lead.send(home, home + "/name", name="Firm").status_code == 303
        assert "Firm" in words(lead.see(home))

    def test_a_lead_of_a_team_becomes_administrator_and_the_last_one_stays(self, app: Flask, lead: TeamVisit) -> None:
        home = lead.send("/organisations/new", "/organisations/new", name="Company").location
        other = make_account(app, "other@example.org")
        inside = make_team(app, other, 1, organisation_id=home.rsplit("/", 1)[-1])
        assert lead.account is not None
        remove = f"{home}/administrators/{lead.account.id}/removal"
        assert "Nobody else administers" in words(lead.client.get(lead.send(home, remove).location))
        for said in ("The administrator is added.", "This person administers the organisation already."):
            added = lead.send(home, home + "/administrators", email="OTHER@example.org")
            assert said in words(lead.see(added.location))
        visit = TeamVisit(app, other)
        assert "Inside" not in words(visit.see(home))
        assert inside.team.name in words(visit.see(home))
        asked = visit.see(remove)
        said = words(asked)
        assert "Remove this administrator? Anna · lead@example.org" in said
        assert "In a team that they lead or are a member of, they stay what they are." in said
        assert visit.press(asked, remove).status_code == 303
        assert visit.see(remove).location.startswith(home)
        assert lead.see(home).status_code == 404
        assert lead.see(f"/teams/{inside.team.id}").status_code == 404

    def test_an_organisation_does_not_exist_for_strangers(self, app: Flask, lead: TeamVisit) -> None:
        home = lead.send("/organisations/new", "/organisations/new", name="Company").location
        stranger = signed_in(app, "stranger@example.org")
        assert stranger.see(home).status_code == 404
        for rest in ("/name", "/administrators", "/administrators/1/removal"):
            answer = stranger.send("/teams/new", home + rest, name="Mine", email="stranger@example.org")
            assert answer.status_code == 404
        assert "Company" in words(lead.see(home))
