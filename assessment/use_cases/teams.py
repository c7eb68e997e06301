"""Teams: who stands how to them, and the people in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from assessment.domain.people import Role, TeamRole
from assessment.domain.permissions import Action, Facts, may
from assessment.domain.team_refusals import TeamNotFound
from assessment.store import team_members, teams
from assessment.store.database import reading
from assessment.store.team_members import StoredMember
from assessment.store.teams import StoredStanding, StoredTeam

__all__ = [
    "MemberRecord",
    "TeamNotFound",
    "TeamRecord",
    "TeamRole",
    "TeamStanding",
    "get_team_for",
    "list_leads",
    "list_members",
    "read_members",
]


@dataclass(frozen=True, slots=True)
class TeamRecord:
    """A team. ``locale`` is the language of mails to members who chose none."""

    id: str
    name: str
    locale: str
    organisation_id: str | None


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """Somebody in a team. ``confirmed``: the address is known to be theirs, by a lead's word or by their own click.

    ``user_id`` is the account that has confirmed the address, None without one.
    """

    id: str
    email: str
    name: str
    locale: str
    role: TeamRole
    confirmed: bool
    user_id: int | None

    @property
    def is_asked(self) -> bool:
        """Whether a campaign that opens now asks this person: leads are not, nor who has not confirmed."""
        return self.role is TeamRole.MEMBER and self.confirmed

    @property
    def waits(self) -> bool:
        """Named a lead, and not yet one: nobody has signed in with this address."""
        return self.role is TeamRole.LEAD and self.user_id is None


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """A team and in which capacities an account may ask about it."""

    team: TeamRecord
    roles: frozenset[Role]
    facts: Facts

    def may(self, action: Action, *, published: bool = False, allowed_by_rules: bool = False) -> bool:
        """Whether one of the capacities allows it; the arguments are facts about the campaign asked for, if any."""
        facts = replace(self.facts, published=published, allowed_by_rules=allowed_by_rules)
        return any(may(role, action, facts) for role in self.roles)


def get_team_for(
    user_id: int,
    team_id: str,
    action: Action | None = None,
    *,
    published: bool = False,
    allowed_by_rules: bool = False,
) -> TeamStanding:
    """The team for an account that has to do with it and, with ``action``, may do that: every team page asks this.

    ``published`` and ``allowed_by_rules`` are facts about the campaign asked for, where there is one. Raises
    TeamNotFound for everybody else, whether or not the team exists.
    """
    with reading() as connection:
        stored = teams.find_standing(connection, team_id, user_id)
    if stored is None or not (stored.role or stored.administers):
        raise TeamNotFound
    standing = to_standing(stored)
    if action is not None and not standing.may(action, published=published, allowed_by_rules=allowed_by_rules):
        raise TeamNotFound
    return standing


def list_members(team_id: str) -> tuple[MemberRecord, ...]:
    """Everybody of the team, leads and the unconfirmed too, by name."""
    with reading() as connection:
        return read_members(connection, team_id)


def read_members(connection: Connection, team_id: str) -> tuple[MemberRecord, ...]:
    """The same inside a transaction."""
    return to_members(team_members.list_members(connection, team_id))


def list_leads(team_id: str) -> tuple[MemberRecord, ...]:
    """The leads who have an open account; one who was named and has not signed in yet is none."""
    with reading() as connection:
        return to_members(team_members.list_leads(connection, team_id))


def to_standing(stored: StoredStanding) -> TeamStanding:
    """Capacities and facts of somebody who is in the team or administers it."""
    leads = stored.role == TeamRole.LEAD
    roles = {Role.PERSON} | ({Role.TEAM_LEAD} if leads else set())
    roles |= {Role.ORGANISATION_ADMIN} if stored.administers else set()
    facts = Facts(member=stored.role is not None, own_team=leads, own_organisation=stored.administers, same_tenant=True)
    return TeamStanding(to_team(stored.team), frozenset(roles), facts)


def to_team(stored: StoredTeam) -> TeamRecord:
    return TeamRecord(stored.id, stored.name, stored.locale, stored.organisation_id)


def to_member(stored: StoredMember) -> MemberRecord:
    return MemberRecord(
        id=stored.id,
        email=stored.email,
        name=stored.name,
        locale=stored.locale,
        role=TeamRole(stored.role),
        confirmed=stored.confirmed_at is not None,
        user_id=stored.user_id,
    )


def to_members(stored: Iterable[StoredMember]) -> tuple[MemberRecord, ...]:
    return tuple(to_member(member) for member in stored)
