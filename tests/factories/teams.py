"""Teams with people in them. Names and addresses are samples."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask

from assessment.domain.people import TeamRole
from assessment.store.database import transaction
from assessment.store.team_members import StoredMember, add_members
from assessment.store.teams import StoredTeam, add_team
from assessment.use_cases.accounts import Account
from assessment.use_cases.make_account import make_account
from assessment.use_cases.teams import MemberRecord, TeamRecord, list_members
from tests.factories.assessments import START, SeededTokens


def make_person(
    app: Flask, email: str, *, name: str = "", locale: str = "en", confirmed: bool = True, roles: tuple[str, ...] = ()
) -> Account:
    """An account whose password nobody knows: for tests without pages, where nobody signs in."""
    now = app.extensions["cx_wheel"].clock()
    with app.app_context():
        return make_account(
            email, password_hash=None, now=now, name=name, locale=locale, roles=roles, confirmed=confirmed
        )


@dataclass(frozen=True, slots=True)
class MadeTeam:
    """A team with one lead and its members, by address."""

    team: TeamRecord
    lead: MemberRecord
    members: tuple[MemberRecord, ...]

    @property
    def lead_id(self) -> int:
        """Id of the lead's account."""
        if self.lead.user_id is None:
            raise LookupError("the lead has no account")
        return self.lead.user_id


def make_team(
    app: Flask,
    lead: Account,
    members: int = 8,
    *,
    name: str = "Support",
    organisation_id: str | None = None,
    seed: str = "team",
) -> MadeTeam:
    """A team that the account leads, with confirmed members ``member1@example.org`` …, half of them Russian readers.

    Another ``seed`` gives another team. An app context is entered here.
    """
    tokens = SeededTokens(seed)
    team = StoredTeam(tokens(12), organisation_id, name, "en", START)
    head = StoredMember(tokens(12), team.id, lead.id, lead.email, lead.name, lead.locale, "lead", START, START)
    others = [_member(tokens(12), team.id, number) for number in range(1, members + 1)]
    with app.app_context():
        with transaction() as connection:
            add_team(connection, team)
            add_members(connection, [head, *others])
        everybody = list_members(team.id)
    record = TeamRecord(team.id, team.name, team.locale, team.organisation_id)
    (first,) = (person for person in everybody if person.role is TeamRole.LEAD)
    return MadeTeam(record, first, tuple(person for person in everybody if person.is_asked))


def _member(member_id: str, team_id: str, number: int) -> StoredMember:
    locale = "en" if number % 2 else "ru"
    email, name = f"member{number}@example.org", f"Member {number}"
    return StoredMember(member_id, team_id, None, email, name, locale, "member", START, START)
