"""Organisations and those who administer them."""

from __future__ import annotations

import pytest
from flask import Flask

from assessment.domain.people import Role
from assessment.domain.permissions import Action
from assessment.domain.team_refusals import (
    AddressUnusable,
    LastAdministrator,
    NotKnownInOrganisation,
    OrganisationNotFound,
    TeamNotFound,
)
from assessment.use_cases.accounts import Account
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.organisations import (
    OrganisationRecord,
    add_administrator,
    create_organisation,
    find_organisation_name,
    get_organisation_for,
    list_organisations,
    remove_administrator,
    rename_organisation,
)
from assessment.use_cases.teams import get_team_for
from tests.factories.assessments import START, SeededTokens
from tests.factories.teams import make_person, make_team

TOKENS = SeededTokens("organisations")


@pytest.fixture
def anna(site: Flask) -> Account:
    return make_person(site, "anna@example.org", name="Anna")


@pytest.fixture
def company(anna: Account) -> OrganisationRecord:
    return create_organisation("Company", user_id=anna.id, now=START, token_source=TOKENS)


def add(company: OrganisationRecord, by: Account, address: str) -> None:
    add_administrator(company.id, address, user_id=by.id, now=START)


def test_administrators_see_the_teams_of_their_organisation_and_no_others(
    site: Flask, anna: Account, company: OrganisationRecord
) -> None:
    lead = make_person(site, "lead@example.org")
    inside = make_team(site, lead, 3, name="Inside", organisation_id=company.id)
    outside = make_team(site, lead, 3, name="Outside", seed="outside")
    view = get_organisation_for(anna.id, company.id)
    assert [(team.team, team.people) for team in view.teams] == [(inside.team, 4)]
    standing = get_team_for(anna.id, inside.team.id, Action.MANAGE_MEMBERS)
    assert standing.roles == {Role.PERSON, Role.ORGANISATION_ADMIN}
    with pytest.raises(TeamNotFound):
        get_team_for(anna.id, outside.team.id)


def test_an_organisation_does_not_exist_for_others(site: Flask, company: OrganisationRecord) -> None:
    stranger = make_person(site, "stranger@example.org")
    for act in (
        lambda: get_organisation_for(stranger.id, company.id),
        lambda: rename_organisation(company.id, "Mine", user_id=stranger.id, now=START),
        lambda: add(company, stranger, "stranger@example.org"),
        lambda: remove_administrator(company.id, 1, user_id=stranger.id, now=START),
        lambda: get_organisation_for(stranger.id, "\0"),
    ):
        with pytest.raises(OrganisationNotFound):
            act()
    assert list_organisations(stranger.id) == ()
    assert find_organisation_name(company.id) == "Company"


def test_only_people_of_its_teams_with_an_account_can_administer(
    site: Flask, anna: Account, company: OrganisationRecord
) -> None:
    make_team(site, make_person(site, "lead@example.org"), 1, organisation_id=company.id)
    make_person(site, "stranger@example.org")
    for address in ("stranger@example.org", "nobody@example.org", "member1@example.org"):
        with pytest.raises(NotKnownInOrganisation):
            add(company, anna, address)
    with pytest.raises(AddressUnusable):
        add(company, anna, "nonsense")
    member = make_person(site, "member1@example.org")
    claim_memberships(member.id, member.email, now=START)
    for _ in range(2):
        add(company, anna, "Member1@Example.org")
    assert [one.email for one in get_organisation_for(member.id, company.id).administrators] == [
        "anna@example.org",
        "member1@example.org",
    ]


def test_the_last_administrator_stays(site: Flask, anna: Account, company: OrganisationRecord) -> None:
    with pytest.raises(LastAdministrator):
        remove_administrator(company.id, anna.id, user_id=anna.id, now=START)
    lead = make_person(site, "lead@example.org")
    make_team(site, lead, 0, organisation_id=company.id)
    add(company, anna, lead.email)
    remove_administrator(company.id, anna.id, user_id=lead.id, now=START)
    with pytest.raises(OrganisationNotFound):
        rename_organisation(company.id, "Again", user_id=anna.id, now=START)
    rename_organisation(company.id, "Again", user_id=lead.id, now=START)
    assert list_organisations(lead.id) == (OrganisationRecord(company.id, "Again"),)
