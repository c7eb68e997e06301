"""What an account has to do with teams: its rows in them, found by its confirmed address."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.people import TeamRole
from assessment.store import member_lists, memberships, team_members, team_plans
from assessment.store.database import reading, transaction
from assessment.store.team_members import StoredMember


def claim_memberships(user_id: int, email: str, *, now: datetime) -> None:
    """Give an account the teams and campaigns that know its confirmed address; again changes nothing.

    To be called when an address is confirmed or changed, and at each sign-in. Rows that the account had under an
    earlier address take the new one, so that mails go where they are read.
    """
    with reading() as connection:
        if not _is_anything_to_claim(connection, user_id, email):
            return
    with transaction() as connection:
        memberships.claim_members(connection, user_id, email, at=now)
        memberships.claim_respondents(connection, user_id, email)
        _move_to_address(connection, user_id, email)


def forget_memberships(connection: Connection, user_id: int, email: str) -> None:
    """Take a person out of every team, plan and list, and leave in campaigns no address and no name.

    For accounts being deleted.
    """
    team_plans.forget_owner(connection, user_id, email)
    memberships.forget_members(connection, user_id, email)
    member_lists.forget_address(connection, email)
    memberships.forget_respondents(connection, user_id, email)


def _is_anything_to_claim(connection: Connection, user_id: int, email: str) -> bool:
    mine = memberships.list_of_account(connection, user_id)
    return memberships.is_unclaimed(connection, email) or any(row.email != email for row in mine)


def _move_to_address(connection: Connection, user_id: int, email: str) -> None:
    """One row a team, with the present address; whoever leads under one of two addresses leads."""
    by_team: dict[str, list[StoredMember]] = {}
    for row in memberships.list_of_account(connection, user_id):
        by_team.setdefault(row.team_id, []).append(row)
    for rows in by_team.values():
        rows.sort(key=lambda row: (row.email != email, row.id))
        kept, *others = rows
        for row in others:
            team_members.delete_member(connection, row.id)
        role = TeamRole.LEAD if any(row.role == TeamRole.LEAD for row in rows) else TeamRole.MEMBER
        if (kept.email, kept.role) != (email, role):
            team_members.change_member(connection, kept.id, {"email": email, "role": role.value})
