"""Who sees to a step of a team's plan: a member by name, or words of the team's own; and what stays when one goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.bank.location import bank_path
from assessment.bank.shelf import Shelf
from assessment.languages import get_language
from assessment.store.database import db, reading, transaction
from assessment.store.team_members import StoredMember, add_members
from assessment.use_cases.accounts import Account
from assessment.use_cases.change_team_steps import StepState, change_step, swap_step
from assessment.use_cases.erase_account import erase_account
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.team_members import change_member, remove_member
from assessment.use_cases.team_plan import PlanGround
from assessment.wording.team_plan import owner_line, owner_text, plan_progress_sentence
from tests.factories.assessments import START
from tests.factories.team_plans import SUPPORT, TODAY, add_closed_campaign, find_step, ground_of, look
from tests.factories.teams import MadeTeam, make_person, make_team

ENGLISH, RUSSIAN = get_language("en"), get_language("ru")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf.read(bank_path())


@pytest.fixture
def team(site: Flask) -> MadeTeam:
    return make_team(site, make_person(site, "lead@example.org"))


@pytest.fixture
def ground(site: Flask, team: MadeTeam) -> PlanGround:
    return ground_of(add_closed_campaign(site, team.team.id))


@pytest.fixture
def goes(site: Flask, team: MadeTeam) -> Account:
    """An account of the member called Member 1."""
    person = make_person(site, team.members[0].email)
    claim_memberships(person.id, person.email, now=START)
    return person


def set_owner(ground: PlanGround, owner: str) -> None:
    step = find_step(ground, SUPPORT)
    state = StepState(owner, step.start, step.due, step.hours, step.percent, step.note)
    change_step(ground, SUPPORT, state, seen=step.mark, today=TODAY)


def owner_of(ground: PlanGround) -> str:
    return owner_text(ENGLISH, find_step(ground, SUPPORT))


def everything_stored() -> str:
    with reading() as connection:
        rows = [row for table in db.metadata.sorted_tables for row in connection.execute(table.select())]
    return "\n".join(map(str, rows))


@pytest.mark.parametrize("owner", ["Member 1", "member1@example.org", "Member 1 <member1@example.org>"])
def test_a_member_who_sees_to_a_step_is_a_former_one_once_the_account_is_deleted(
    ground: PlanGround, goes: Account, owner: str
) -> None:
    set_owner(ground, owner)
    assert owner_of(ground) == "Member 1"

    erase_account(goes, now=START)

    step = find_step(ground, SUPPORT)
    assert (owner_text(ENGLISH, step), owner_text(RUSSIAN, step)) == ("A former member", "Бывший участник")
    assert owner_line(ENGLISH, step) == "Owner: A former member"
    assert "Member 1" not in everything_stored()
    assert "6 steps have no owner yet." in plan_progress_sentence(ENGLISH, look(ground).plan)


def test_a_name_written_before_its_owner_joined_goes_with_the_account_too(
    site: Flask, ground: PlanGround, goes: Account
) -> None:
    look(ground)
    with transaction() as connection:
        connection.execute(text("UPDATE team_plan_steps SET owner = 'Member 1'"))

    erase_account(goes, now=START)

    assert owner_of(ground) == "A former member"
    assert "Member 1" not in everything_stored()


def test_a_member_taken_out_of_the_team_is_a_former_one(ground: PlanGround, team: MadeTeam) -> None:
    set_owner(ground, "Member 2")
    remove_member(team.team.id, team.members[1].id, user_id=team.lead.user_id or 0, now=START)
    assert owner_of(ground) == "A former member"


def test_an_owner_has_the_name_the_member_has_now(ground: PlanGround, team: MadeTeam) -> None:
    set_owner(ground, "Member 2")
    lead = team.lead.user_id or 0
    change_member(team.team.id, team.members[1].id, name="Second Member", locale="ru", user_id=lead, now=START)
    assert owner_of(ground) == "Second Member"


def test_roles_and_people_from_elsewhere_stay_as_they_were_written(ground: PlanGround, goes: Account) -> None:
    set_owner(ground, "Operations")
    erase_account(goes, now=START)
    assert owner_of(ground) == "Operations"


def test_a_name_that_two_members_have_stands_for_neither_until_the_address_stands_beside_it(
    ground: PlanGround, team: MadeTeam, goes: Account
) -> None:
    twin = StoredMember("twin", team.team.id, None, "other@example.org", "Member 1", "en", "member", START, START)
    with transaction() as connection:
        add_members(connection, [twin])

    set_owner(ground, "Member 1")
    assert find_step(ground, SUPPORT).owner_id is None
    set_owner(ground, "Member 1 <other@example.org>")
    assert find_step(ground, SUPPORT).owner_id == "twin"
    assert owner_of(ground) == "Member 1"

    erase_account(goes, now=START)
    assert owner_of(ground) == "Member 1"


def test_whatever_else_changes_a_former_member_stays_until_somebody_else_sees_to_it(
    ground: PlanGround, goes: Account
) -> None:
    set_owner(ground, "Member 1")
    set_owner(ground, "Member 1")
    erase_account(goes, now=START)
    step = find_step(ground, SUPPORT)
    state = StepState(step.owner, step.start, step.due, step.hours, 50, "Half of it")
    change_step(ground, SUPPORT, state, seen=step.mark, today=TODAY)
    assert owner_of(ground) == "A former member"

    other = look(ground).alternatives[SUPPORT][0].id
    swap_step(ground, SUPPORT, other, seen=find_step(ground, SUPPORT).mark, today=TODAY)
    assert owner_text(ENGLISH, find_step(ground, other)) == "A former member"


def test_a_step_that_a_member_sees_to_outlasts_planning_anew(ground: PlanGround, team: MadeTeam) -> None:
    set_owner(ground, "Member 2")
    step = find_step(ground, SUPPORT)
    assert step.is_settled
    assert replace(step, owner="").is_settled
