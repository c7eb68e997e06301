"""The people of a team: added, changed, named leads, removed, leaving."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.domain.people import LONGEST_NAME, TeamRole
from assessment.domain.team_refusals import AlreadyInTeam, LastLead, MemberNotFound, TeamFull, TeamNotFound
from assessment.domain.written_addresses import split_named
from assessment.store import team_members, teams
from assessment.store.database import reading, transaction
from assessment.store.team_members import StoredMember
from assessment.store.teams import StoredTeam
from assessment.use_cases.locales import known_locale
from assessment.use_cases.mail_addresses import get_address
from assessment.use_cases.own_words import clean_line
from assessment.use_cases.team_audit import note_team
from assessment.use_cases.teams import MemberRecord, to_member
from assessment.use_cases.tokens import ID_BYTES, TokenSource

MOST_PEOPLE = 10_000
"""People in one team."""


def get_member(team_id: str, member_id: str) -> MemberRecord:
    """Somebody of the team. Raises MemberNotFound."""
    with reading() as connection:
        return to_member(_get(connection, team_id, member_id))


def add_member(
    team_id: str, *, address: str, name: str, locale: str, user_id: int, now: datetime, token_source: TokenSource
) -> MemberRecord:
    """Somebody new, as a member. Whoever waits for a confirmation of their own is confirmed by it.

    An address pasted as ``Anna <a@b>`` brings its name along where no other is given.

    Raises AddressUnusable, TextTooLong, UnknownLocale, AlreadyInTeam, TeamFull, TeamNotFound.
    """
    email = get_address(address)
    name = clean_line("name", name or split_named(address)[0], LONGEST_NAME)
    with transaction() as connection:
        team = lock_team(connection, team_id)
        known = team_members.find_member_by_email(connection, team_id, email)
        if known is not None and known.confirmed_at is not None:
            raise AlreadyInTeam(email)
        if known is not None:
            team_members.confirm_members(connection, [known.id], at=now)
            note_team(connection, AuditAction.MEMBERS_ADDED, team, user_id=user_id, now=now, count=1)
            return to_member(_get(connection, team_id, known.id))
        require_room(connection, team_id, 1)
        member = StoredMember(
            id=token_source(ID_BYTES),
            team_id=team_id,
            user_id=None,
            email=email,
            name=name,
            locale=known_locale(locale),
            role=TeamRole.MEMBER.value,
            added_at=now,
            confirmed_at=now,
        )
        team_members.add_members(connection, [member])
        note_team(connection, AuditAction.MEMBERS_ADDED, team, user_id=user_id, now=now, count=1)
    return to_member(member)


def change_member(team_id: str, member_id: str, *, name: str, locale: str, user_id: int, now: datetime) -> None:
    """Another name or language. Raises TextTooLong, UnknownLocale, MemberNotFound, TeamNotFound."""
    values = {"name": clean_line("name", name, LONGEST_NAME), "locale": known_locale(locale)}
    with transaction() as connection:
        team = lock_team(connection, team_id)
        member = _get(connection, team_id, member_id)
        if values != {"name": member.name, "locale": member.locale}:
            team_members.change_member(connection, member_id, values)
            note_team(connection, AuditAction.MEMBER_CHANGED, team, user_id=user_id, now=now)


def set_role(team_id: str, member_id: str, role: TeamRole, *, user_id: int, now: datetime) -> None:
    """Make somebody a lead, or a member again. Raises LastLead, MemberNotFound, TeamNotFound.

    A lead without an account is one from the moment they sign in.
    """
    with transaction() as connection:
        team = lock_team(connection, team_id)
        member = _get(connection, team_id, member_id)
        if member.role == role:
            return
        if role is TeamRole.MEMBER:
            _require_another_lead(connection, member)
        team_members.change_member(connection, member_id, {"role": role.value})
        note_team(connection, AuditAction.MEMBER_ROLE_CHANGED, team, user_id=user_id, now=now, role=role.value)


def remove_member(team_id: str, member_id: str, *, user_id: int, now: datetime) -> None:
    """Take somebody out; campaigns that are open go on with them. Raises LastLead, MemberNotFound, TeamNotFound."""
    with transaction() as connection:
        team = lock_team(connection, team_id)
        member = _get(connection, team_id, member_id)
        _require_another_lead(connection, member)
        team_members.delete_member(connection, member_id)
        note_team(connection, AuditAction.MEMBER_REMOVED, team, user_id=user_id, now=now)


def leave_team(team_id: str, *, user_id: int, now: datetime) -> None:
    """Take oneself out. Raises LastLead, MemberNotFound, TeamNotFound."""
    with transaction() as connection:
        team = lock_team(connection, team_id)
        member = team_members.find_member_of_account(connection, team_id, user_id)
        if member is None:
            raise MemberNotFound
        _require_another_lead(connection, member)
        team_members.delete_member(connection, member.id)
        note_team(connection, AuditAction.MEMBER_LEFT, team, user_id=user_id, now=now)


def lock_team(connection: Connection, team_id: str) -> StoredTeam:
    """The team, whose people nobody else changes until the transaction ends. Raises TeamNotFound."""
    team = teams.lock_team(connection, team_id)
    if team is None:
        raise TeamNotFound
    return team


def require_room(connection: Connection, team_id: str, more: int) -> None:
    """Raises TeamFull when so many more do not fit."""
    if teams.count_people(connection, (team_id,))[team_id] + more > MOST_PEOPLE:
        raise TeamFull(MOST_PEOPLE)


def _get(connection: Connection, team_id: str, member_id: str) -> StoredMember:
    member = team_members.find_member(connection, team_id, member_id)
    if member is None:
        raise MemberNotFound
    return member


def _require_another_lead(connection: Connection, member: StoredMember) -> None:
    """Whoever leads stays while nobody else does."""
    if member.role == TeamRole.LEAD and member.user_id is not None:
        leads = team_members.list_leads(connection, member.team_id)
        if all(lead.id == member.id for lead in leads):
            raise LastLead
