"""Adding many people at once: the list is read, kept while its sender looks at it, and added when they say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assessment.domain.address_list import read_pasted_list
from assessment.domain.audit import AuditAction
from assessment.domain.list_encoding import decode_list
from assessment.domain.listed_people import BadLine, ListedPerson, PeopleList, Trouble
from assessment.domain.people import LONGEST_NAME
from assessment.domain.people_table import read_people_table
from assessment.domain.team_refusals import DraftGone, TeamFull
from assessment.store import member_lists, team_members
from assessment.store.database import reading, transaction
from assessment.store.team_members import StoredMember
from assessment.use_cases.kept_lists import from_kept, to_kept
from assessment.use_cases.mail_addresses import find_address
from assessment.use_cases.own_words import cut_line
from assessment.use_cases.team_audit import note_team
from assessment.use_cases.team_members import MOST_PEOPLE, lock_team
from assessment.use_cases.tokens import ID_BYTES, TokenSource

_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A list that was read and kept: nobody of it is in the team yet."""

    id: str
    people: tuple[ListedPerson, ...]
    bad: tuple[BadLine, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """How many were added; ``known`` were in the team by then."""

    added: int
    known: int


def preview_pasted(team_id: str, text: str, *, user_id: int, now: datetime, token_source: TokenSource) -> ListPreview:
    """Read a pasted list. Raises BadListFile, TeamFull, TeamNotFound."""
    return _preview(team_id, read_pasted_list(text, find_address), user_id=user_id, now=now, token_source=token_source)


def preview_file(
    team_id: str, content: bytes, *, user_id: int, now: datetime, token_source: TokenSource
) -> ListPreview:
    """Read an uploaded table. Raises BadListFile, TeamFull, TeamNotFound."""
    people = read_people_table(decode_list(content), find_address)
    return _preview(team_id, people, user_id=user_id, now=now, token_source=token_source)


def get_preview(team_id: str, list_id: str, *, user_id: int) -> ListPreview:
    """A list that this account has sent for this team. Raises DraftGone."""
    with reading() as connection:
        kept = member_lists.find_list(connection, list_id, team_id=team_id, user_id=user_id)
    if kept is None:
        raise DraftGone
    found = from_kept(kept)
    return ListPreview(list_id, found.people, found.bad, found.ignored)


def add_previewed(team_id: str, list_id: str, *, user_id: int, now: datetime, token_source: TokenSource) -> Added:
    """Add exactly the people of the list that this account has looked at. Raises DraftGone, TeamFull, TeamNotFound.

    Who came into the team meanwhile is left as they are.
    """
    with transaction() as connection:
        team = lock_team(connection, team_id)
        kept = member_lists.take_list(connection, list_id, team_id=team_id, user_id=user_id)
        if kept is None:
            raise DraftGone
        people = from_kept(kept).people
        by_email = {member.email: member for member in team_members.list_members(connection, team_id)}
        new = [person for person in people if person.email not in by_email]
        waiting = [by_email[person.email] for person in people if person.email in by_email]
        waiting = [member for member in waiting if member.confirmed_at is None]
        if len(by_email) + len(new) > MOST_PEOPLE:
            raise TeamFull(MOST_PEOPLE)
        team_members.add_members(connection, _rows(team_id, team.locale, new, now, token_source))
        team_members.confirm_members(connection, [member.id for member in waiting], at=now)
        added = len(new) + len(waiting)
        if added:
            note_team(connection, AuditAction.MEMBERS_ADDED, team, user_id=user_id, now=now, count=added)
    return Added(added, len(people) - added)


def forget_old_lists(now: datetime) -> None:
    """Forget lists that nobody said yes to for a day."""
    with transaction() as connection:
        member_lists.delete_old_lists(connection, before=now - _KEPT)


def _preview(team_id: str, found: PeopleList, *, user_id: int, now: datetime, token_source: TokenSource) -> ListPreview:
    with transaction() as connection:
        lock_team(connection, team_id)
        present = _confirmed(connection, team_id)
        people = tuple(_storable(person) for person in found.people if person.email not in present)
        known = (
            BadLine(person.line, person.email, Trouble.IN_TEAM) for person in found.people if person.email in present
        )
        bad = tuple(sorted((*found.bad, *known), key=lambda line: line.line))
        if len(present) + len(people) > MOST_PEOPLE:
            raise TeamFull(MOST_PEOPLE)
        member_lists.delete_old_lists(connection, before=now - _KEPT)
        list_id = token_source(ID_BYTES)
        kept = to_kept(PeopleList(people, bad, found.ignored))
        member_lists.add_list(connection, list_id, team_id=team_id, user_id=user_id, made_at=now, found=kept)
    return ListPreview(list_id, people, bad, found.ignored)


def _confirmed(connection: Connection, team_id: str) -> frozenset[str]:
    members = team_members.list_members(connection, team_id)
    return frozenset(member.email for member in members if member.confirmed_at is not None)


def _storable(person: ListedPerson) -> ListedPerson:
    return ListedPerson(person.line, person.email, cut_line(person.name, LONGEST_NAME), person.locale, person.role)


def _rows(
    team_id: str, locale: str, people: Iterable[ListedPerson], now: datetime, token_source: TokenSource
) -> list[StoredMember]:
    return [
        StoredMember(
            id=token_source(ID_BYTES),
            team_id=team_id,
            user_id=None,
            email=person.email,
            name=person.name,
            locale=person.locale or locale,
            role=person.role.value,
            added_at=now,
            confirmed_at=now,
        )
        for person in people
    ]
