"""An account has the teams that know its confirmed address, and no others."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from assessment.store.database import transaction
from assessment.use_cases.memberships import claim_memberships, forget_memberships
from assessment.use_cases.team_members import add_member
from assessment.use_cases.teams import get_team_for, list_members
from tests.factories.assessments import START, SeededTokens
from tests.factories.teams import MadeTeam, make_person, make_team

LATER = START + timedelta(days=1)


def add(made: MadeTeam, address: str) -> str:
    assert made.lead.user_id is not None
    return add_member(
        made.team.id,
        address=address,
        name="",
        locale="en",
        user_id=made.lead.user_id,
        now=START,
        token_source=SeededTokens(address),
    ).id


def emails(made: MadeTeam) -> list[str]:
    return [member.email for member in list_members(made.team.id)]


def test_an_account_claims_the_rows_with_its_address_alone(site: Flask) -> None:
    made = make_team(site, make_person(site, "lead@example.org"), 2)
    account = make_person(site, "member1@example.org")
    claim_memberships(account.id, account.email, now=LATER)
    claim_memberships(account.id, account.email, now=LATER)
    assert get_team_for(account.id, made.team.id).facts.member
    assert [member.user_id for member in made.members] == [None, None]
    assert [m.user_id for m in list_members(made.team.id) if m.email == "member2@example.org"] == [None]


def test_claiming_never_takes_a_row_from_another_account(site: Flask) -> None:
    lead = make_person(site, "lead@example.org")
    made = make_team(site, lead, 0)
    other = make_person(site, "other@example.org")
    claim_memberships(other.id, "lead@example.org", now=LATER)
    assert [member.user_id for member in list_members(made.team.id)] == [lead.id]


def test_rows_follow_the_account_to_its_new_address_one_a_team(site: Flask) -> None:
    lead = make_person(site, "lead@example.org")
    made, other = make_team(site, lead, 1), make_team(site, lead, 0, seed="other")
    add(made, "new@example.org")
    claim_memberships(lead.id, "new@example.org", now=LATER)
    assert emails(made) == ["member1@example.org", "new@example.org"]
    assert emails(other) == ["new@example.org"]
    for team in (made, other):
        assert get_team_for(lead.id, team.team.id).facts.own_team


def test_somebody_who_is_deleted_leaves_every_team(site: Flask) -> None:
    lead = make_person(site, "lead@example.org")
    made = make_team(site, lead, 2)
    account = make_person(site, "member1@example.org")
    claim_memberships(account.id, account.email, now=LATER)
    with transaction() as connection:
        forget_memberships(connection, account.id, account.email)
    assert emails(made) == ["lead@example.org", "member2@example.org"]
