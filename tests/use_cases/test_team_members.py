"""People come into a team, change and leave; a team never loses its last lead."""

from __future__ import annotations

import pytest
from flask import Flask

from assessment.domain.account_refusals import LeadsAlone
from assessment.domain.people import TeamRole
from assessment.domain.refusals import TextMissing, UnknownLocale
from assessment.domain.team_refusals import (
    AddressUnusable,
    AlreadyInTeam,
    LastLead,
    MemberNotFound,
    OrganisationNotFound,
    TeamNotFound,
)
from assessment.use_cases.accounts import find_account
from assessment.use_cases.audit import list_own_entries
from assessment.use_cases.change_teams import change_team, count_loss, create_team, delete_team, list_teams
from assessment.use_cases.erase_account import check_erasable
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.organisations import create_organisation
from assessment.use_cases.site_accounts import set_active
from assessment.use_cases.team_members import (
    add_member,
    change_member,
    get_member,
    leave_team,
    remove_member,
    set_role,
)
from assessment.use_cases.teams import get_team_for, list_leads, list_members
from tests.factories.assessments import START, SeededTokens
from tests.factories.teams import MadeTeam, make_person, make_team

TOKENS = SeededTokens("team members")


@pytest.fixture
def made(site: Flask) -> MadeTeam:
    return make_team(site, make_person(site, "lead@example.org"), 2)


def add(made: MadeTeam, address: str = "new@example.org", **changes: str) -> str:
    details = {"name": "New", "locale": "ru", **changes}
    return add_member(made.team.id, address=address, user_id=made.lead_id, now=START, token_source=TOKENS, **details).id


def test_a_new_team_is_led_by_who_created_it(site: Flask) -> None:
    founder = make_person(site, "anna@example.org", name="Anna", locale="ru")
    team = create_team(
        founder, name="  Отдел\nсервиса ", locale="ru", organisation_id=None, now=START, token_source=TOKENS
    )
    assert team.name == "Отдел сервиса"
    assert [(lead.email, lead.name, lead.locale) for lead in list_leads(team.id)] == [
        ("anna@example.org", "Anna", "ru")
    ]
    (overview,) = list_teams(founder.id)
    assert (overview.standing.team, overview.people) == (team, 1)


def test_people_stand_where_they_are_looked_for(site: Flask, made: MadeTeam) -> None:
    for name, address in (("Member 10", "a@example.org"), ("", "member3@example.org"), ("Ёлкин", "b@example.org")):
        add(made, address, name=name)
    shown = [one.name or one.email for one in list_members(made.team.id)]
    assert shown == ["lead@example.org", "member3@example.org", "Member 1", "Member 2", "Member 10", "Ёлкин"]


def test_teams_stand_in_the_order_of_their_numbers(site: Flask) -> None:
    lead = make_person(site, "lead@example.org")
    for name in ("Shop 10", "shop 9", "Shop 1"):
        make_team(site, lead, 0, name=name, seed=name)
    assert [one.standing.team.name for one in list_teams(lead.id)] == ["Shop 1", "shop 9", "Shop 10"]


def test_a_team_is_put_only_into_an_organisation_one_administers(site: Flask, made: MadeTeam) -> None:
    lead = made.lead_id
    own = create_organisation("Own", user_id=lead, now=START, token_source=TOKENS)
    stranger = make_person(site, "stranger@example.org")
    theirs = create_organisation("Theirs", user_id=stranger.id, now=START, token_source=TOKENS)
    with pytest.raises(OrganisationNotFound):
        create_team(stranger, name="T", locale="en", organisation_id=own.id, now=START, token_source=TOKENS)
    with pytest.raises(OrganisationNotFound):
        change_team(made.team.id, name="T", locale="en", organisation_id=theirs.id, user_id=lead, now=START)
    change_team(made.team.id, name="T", locale="ru", organisation_id=own.id, user_id=lead, now=START)
    with pytest.raises(OrganisationNotFound):
        change_team(made.team.id, name="T", locale="ru", organisation_id=None, user_id=stranger.id, now=START)
    team = get_team_for(made.lead_id, made.team.id).team
    assert (team.name, team.locale, team.organisation_id) == ("T", "ru", own.id)


def test_a_team_needs_a_name_and_a_language_we_speak(made: MadeTeam) -> None:
    with pytest.raises(TextMissing):
        change_team(made.team.id, name=" \0", locale="en", organisation_id=None, user_id=made.lead_id, now=START)
    with pytest.raises(UnknownLocale):
        change_team(made.team.id, name="T", locale="xx", organisation_id=None, user_id=made.lead_id, now=START)
    assert get_team_for(made.lead_id, made.team.id).team == made.team


def test_somebody_is_added_once_however_the_address_is_written(made: MadeTeam) -> None:
    member = get_member(made.team.id, add(made, "New@xn--e1afmkfd.xn--p1ai"))
    assert (member.email, member.role, member.is_asked) == ("new@пример.рф", TeamRole.MEMBER, True)
    with pytest.raises(AlreadyInTeam):
        add(made, "NEW@Пример.рф")
    with pytest.raises(AddressUnusable):
        add(made, "nobody")
    assert len(list_members(made.team.id)) == 4


def test_a_lead_without_account_waits_and_leads_from_signing_in(site: Flask, made: MadeTeam) -> None:
    person = made.members[0]
    set_role(made.team.id, person.id, TeamRole.LEAD, user_id=made.lead_id, now=START)
    assert get_member(made.team.id, person.id).waits
    assert [lead.email for lead in list_leads(made.team.id)] == ["lead@example.org"]
    account = make_person(site, person.email)
    claim_memberships(account.id, account.email, now=START)
    assert not get_member(made.team.id, person.id).waits
    assert {lead.email for lead in list_leads(made.team.id)} == {"lead@example.org", person.email}


def test_the_last_lead_stays(site: Flask, made: MadeTeam) -> None:
    lead = made.lead_id
    set_role(made.team.id, made.members[0].id, TeamRole.LEAD, user_id=lead, now=START)  # waits: is none yet
    with pytest.raises(LastLead):
        set_role(made.team.id, made.lead.id, TeamRole.MEMBER, user_id=lead, now=START)
    with pytest.raises(LastLead):
        remove_member(made.team.id, made.lead.id, user_id=lead, now=START)
    with pytest.raises(LastLead):
        leave_team(made.team.id, user_id=lead, now=START)
    account = make_person(site, made.members[0].email)
    claim_memberships(account.id, account.email, now=START)
    leave_team(made.team.id, user_id=lead, now=START)
    assert [one.user_id for one in list_leads(made.team.id)] == [account.id]
    with pytest.raises(MemberNotFound):
        leave_team(made.team.id, user_id=lead, now=START)


def test_a_lead_whose_account_is_closed_does_not_count(site: Flask, made: MadeTeam) -> None:
    closed, admin = make_person(site, made.members[0].email), make_person(site, "admin@example.org")
    claim_memberships(closed.id, closed.email, now=START)
    set_role(made.team.id, made.members[0].id, TeamRole.LEAD, user_id=made.lead_id, now=START)
    set_active(closed.id, admin, active=False, now=START)
    with pytest.raises(LastLead):
        leave_team(made.team.id, user_id=made.lead_id, now=START)
    lead = find_account(made.lead_id)
    assert lead is not None
    with pytest.raises(LeadsAlone):
        check_erasable(lead)
    set_active(closed.id, admin, active=True, now=START)
    check_erasable(lead)
    leave_team(made.team.id, user_id=made.lead_id, now=START)


def test_members_of_another_team_are_out_of_reach(site: Flask, made: MadeTeam) -> None:
    other = make_team(site, make_person(site, "other@example.org"), 1, seed="other")
    member = made.members[0].id
    for act in (
        lambda: set_role(other.team.id, member, TeamRole.LEAD, user_id=1, now=START),
        lambda: remove_member(other.team.id, member, user_id=1, now=START),
        lambda: change_member(other.team.id, member, name="X", locale="en", user_id=1, now=START),
        lambda: get_member(other.team.id, "\0"),
    ):
        with pytest.raises(MemberNotFound):
            act()
    assert made.members[0] in list_members(made.team.id)


def test_a_team_goes_with_everything_in_it(made: MadeTeam) -> None:
    assert (count_loss(made.team.id).people, count_loss(made.team.id).campaigns) == (3, 0)
    delete_team(made.team.id, user_id=made.lead_id, now=START)
    with pytest.raises(TeamNotFound):
        get_team_for(made.lead_id, made.team.id)
    assert list_members(made.team.id) == ()


def test_every_change_is_written_down_without_names_and_addresses(made: MadeTeam) -> None:
    member = add(made)
    lead = made.lead_id
    change_member(made.team.id, member, name="Renamed", locale="en", user_id=lead, now=START)
    set_role(made.team.id, member, TeamRole.LEAD, user_id=lead, now=START)
    remove_member(made.team.id, member, user_id=lead, now=START)
    entries = list_own_entries(lead, page=1).items
    assert [entry.action for entry in reversed(entries)] == [
        "members_added",
        "member_changed",
        "member_role_changed",
        "member_removed",
    ]
    assert {entry.subject_id for entry in entries} == {made.team.id}
    assert "new@example.org" not in str(entries)
    assert "Renamed" not in str(entries)
