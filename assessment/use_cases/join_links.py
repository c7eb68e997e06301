"""Joining a team by oneself: the link that leads hand round, and the confirmation of an address by mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.domain.people import LONGEST_NAME, TeamRole
from assessment.domain.refusals import OutOfRange
from assessment.domain.team_refusals import JoinLinkNotValid
from assessment.store import join_links, team_members, teams
from assessment.store.database import reading, transaction
from assessment.store.join_links import StoredJoinLink
from assessment.store.team_members import StoredMember
from assessment.store.teams import StoredTeam
from assessment.use_cases.accounts import Account
from assessment.use_cases.join_mails import member_of_token, write_join_mail
from assessment.use_cases.locales import known_locale
from assessment.use_cases.mail_addresses import get_address
from assessment.use_cases.mails import wake
from assessment.use_cases.own_words import clean_line
from assessment.use_cases.team_audit import note_team
from assessment.use_cases.team_members import lock_team, require_room
from assessment.use_cases.teams import TeamRecord, to_team
from assessment.use_cases.tokens import ID_BYTES, TOKEN_BYTES, TokenSource, hash_token

USUAL_DAYS = 14
MOST_DAYS = 90


@dataclass(frozen=True, slots=True)
class JoinLinkRecord:
    """The join link of a team that works now. Its token is known to nobody but those who have the link."""

    id: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Joining:
    """What the confirmation in a mail leads to; ``done`` once the address is confirmed."""

    team: TeamRecord
    done: bool


def find_join_link(team_id: str, *, now: datetime) -> JoinLinkRecord | None:
    """The link of the team that works now, if any."""
    with reading() as connection:
        found = join_links.find_live(connection, team_id, now=now)
    return None if found is None else JoinLinkRecord(found.id, found.created_at, found.expires_at)


def create_join_link(team_id: str, days: int, *, user_id: int, now: datetime, token_source: TokenSource) -> str:
    """The token of a new link, shown once; an earlier link stops working. Raises OutOfRange, TeamNotFound."""
    if not 1 <= days <= MOST_DAYS:
        raise OutOfRange("days", 1, MOST_DAYS)
    token = token_source(TOKEN_BYTES)
    link = StoredJoinLink(token_source(ID_BYTES), team_id, hash_token(token), now, now + timedelta(days=days), None)
    with transaction() as connection:
        team = lock_team(connection, team_id)
        join_links.revoke_links(connection, team_id, at=now)
        join_links.add_link(connection, link)
        note_team(connection, AuditAction.JOIN_LINK_CREATED, team, user_id=user_id, now=now, days=days)
    return token


def revoke_join_link(team_id: str, *, user_id: int, now: datetime) -> None:
    """Let no join link of the team work any more. Raises TeamNotFound."""
    with transaction() as connection:
        team = lock_team(connection, team_id)
        if join_links.revoke_links(connection, team_id, at=now):
            note_team(connection, AuditAction.JOIN_LINK_REVOKED, team, user_id=user_id, now=now)


def open_join_link(token: str, *, now: datetime) -> TeamRecord:
    """The team that the link leads to. Raises JoinLinkNotValid for an unknown, expired and revoked link alike."""
    with reading() as connection:
        return to_team(_team_of(connection, token, now=now))


def is_in_team(team_id: str, user_id: int) -> bool:
    """Whether the account is in the team already."""
    with reading() as connection:
        return team_members.find_member_of_account(connection, team_id, user_id) is not None


def join_with_account(token: str, account: Account, *, now: datetime, token_source: TokenSource) -> TeamRecord:
    """Put an account whose address is confirmed into the team; once more changes nothing.

    Raises JoinLinkNotValid, TeamFull.
    """
    if not account.confirmed:
        raise ValueError("only a confirmed address joins without a mail")
    with transaction() as connection:
        team = lock_team(connection, _team_of(connection, token, now=now).id)
        known = team_members.find_member_by_email(connection, team.id, account.email)
        if known is None:
            known = _new_member(
                token_source(ID_BYTES), team, email=account.email, name=account.name, locale=account.locale, now=now
            )
            _add(connection, known)
        if known.user_id is None:
            values = {"user_id": account.id, "confirmed_at": known.confirmed_at or now}
            team_members.change_member(connection, known.id, values)
            note_team(connection, AuditAction.MEMBER_JOINED, team, user_id=account.id, now=now)
    return to_team(team)


def ask_to_join(token: str, *, address: str, name: str, locale: str, now: datetime, token_source: TokenSource) -> str:
    """Send a mail that confirms the address, and return the address as it was understood.

    It is answered alike whether or not the address is in the team already. Raises AddressUnusable, TextTooLong,
    UnknownLocale, JoinLinkNotValid, TeamFull.
    """
    email, name = get_address(address), clean_line("name", name, LONGEST_NAME)
    known_locale(locale)
    with transaction() as connection:
        team = lock_team(connection, _team_of(connection, token, now=now).id)
        member = team_members.find_member_by_email(connection, team.id, email)
        if member is None:
            member = _new_member(token_source(ID_BYTES), team, email=email, name=name, locale=locale, now=now)
            _add(connection, member)
        write_join_mail(connection, team, member, locale=locale, now=now)
    wake()
    return email


def find_joining(token: str, *, now: datetime) -> Joining:
    """What a confirmation leads to. Raises JoinLinkNotValid."""
    with reading() as connection:
        team, member = _waiting(connection, token, now=now)
    return Joining(to_team(team), member.confirmed_at is not None)


def confirm_joining(token: str, *, now: datetime) -> None:
    """Note that the address is confirmed; once more changes nothing. Raises JoinLinkNotValid."""
    with transaction() as connection:
        team, member = _waiting(connection, token, now=now)
        if member.confirmed_at is None:
            team_members.confirm_members(connection, [member.id], at=now)
            note_team(connection, AuditAction.MEMBER_JOINED, team, user_id=None, now=now)


def _waiting(connection: Connection, token: str, *, now: datetime) -> tuple[StoredTeam, StoredMember]:
    found = member_of_token(token, now=now)
    team = None if found is None else teams.find_team(connection, found[0])
    member = None if found is None else team_members.find_member(connection, *found)
    if team is None or member is None:
        raise JoinLinkNotValid
    return team, member


def _team_of(connection: Connection, token: str, *, now: datetime) -> StoredTeam:
    link = join_links.find_by_token_hash(connection, hash_token(token))
    if link is None or link.revoked_at is not None or link.expires_at <= now:
        raise JoinLinkNotValid
    team = teams.find_team(connection, link.team_id)
    if team is None:
        raise JoinLinkNotValid
    return team


def _add(connection: Connection, member: StoredMember) -> None:
    require_room(connection, member.team_id, 1)
    team_members.add_members(connection, [member])


def _new_member(member_id: str, team: StoredTeam, *, email: str, name: str, locale: str, now: datetime) -> StoredMember:
    """Somebody whose address nobody has confirmed yet."""
    return StoredMember(
        id=member_id,
        team_id=team.id,
        user_id=None,
        email=email,
        name=name,
        locale=locale,
        role=TeamRole.MEMBER.value,
        added_at=now,
        confirmed_at=None,
    )
