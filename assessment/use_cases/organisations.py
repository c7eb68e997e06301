"""Organisations: several teams under administrators who see them all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.domain.people import LONGEST_NAME
from assessment.domain.team_refusals import LastAdministrator, NotKnownInOrganisation, OrganisationNotFound
from assessment.store import organisations, teams
from assessment.store.database import reading, transaction
from assessment.store.organisations import StoredOrganisation
from assessment.use_cases.audit import note
from assessment.use_cases.mail_addresses import get_address
from assessment.use_cases.own_words import clean_line
from assessment.use_cases.teams import TeamRecord, to_team
from assessment.use_cases.tokens import ID_BYTES, TokenSource


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class AdministratorRecord:
    """Somebody who administers an organisation. ``name`` may be empty."""

    user_id: int
    email: str
    name: str


@dataclass(frozen=True, slots=True)
class OrganisationTeam:
    """A team of an organisation and how many people it has."""

    team: TeamRecord
    people: int


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """An organisation as its administrators see it."""

    record: OrganisationRecord
    administrators: tuple[AdministratorRecord, ...]
    teams: tuple[OrganisationTeam, ...]


def list_organisations(user_id: int) -> tuple[OrganisationRecord, ...]:
    """The organisations that an account administers, by name."""
    with reading() as connection:
        found = organisations.list_administered(connection, user_id)
    return tuple(OrganisationRecord(stored.id, stored.name) for stored in found)


def find_organisation_name(organisation_id: str | None) -> str | None:
    """The name of the organisation a team is in; None for a team of its own."""
    if organisation_id is None:
        return None
    with reading() as connection:
        return organisations.find_name(connection, organisation_id)


def get_organisation_for(user_id: int, organisation_id: str) -> OrganisationView:
    """The organisation for who administers it. Raises OrganisationNotFound for everybody else."""
    with reading() as connection:
        stored = _get(connection, organisation_id, user_id)
        administrators = organisations.list_administrators(connection, organisation_id)
        own_teams = [to_team(team) for team in teams.list_teams_of(connection, organisation_id)]
        people = teams.count_people(connection, tuple(team.id for team in own_teams))
    return OrganisationView(
        OrganisationRecord(stored.id, stored.name),
        tuple(AdministratorRecord(one.user_id, one.email, one.name) for one in administrators),
        tuple(OrganisationTeam(team, people[team.id]) for team in own_teams),
    )


def create_organisation(name: str, *, user_id: int, now: datetime, token_source: TokenSource) -> OrganisationRecord:
    """A new organisation that its founder administers. Raises TextMissing, TextTooLong."""
    stored = StoredOrganisation(token_source(ID_BYTES), _clean_name(name), now)
    with transaction() as connection:
        organisations.add_organisation(connection, stored)
        organisations.add_administrator(connection, stored.id, user_id)
        _note(connection, AuditAction.ORGANISATION_CREATED, stored, user_id=user_id, now=now)
    return OrganisationRecord(stored.id, stored.name)


def rename_organisation(organisation_id: str, name: str, *, user_id: int, now: datetime) -> None:
    """Raises TextMissing, TextTooLong, OrganisationNotFound."""
    name = _clean_name(name)
    with transaction() as connection:
        old = _get(connection, organisation_id, user_id)
        if old.name != name:
            organisations.rename_organisation(connection, organisation_id, name)
            new = StoredOrganisation(old.id, name, old.created_at)
            _note(connection, AuditAction.ORGANISATION_RENAMED, new, user_id=user_id, now=now)


def add_administrator(organisation_id: str, address: str, *, user_id: int, now: datetime) -> bool:
    """Let an account administer it that is in one of its teams; False for one that does so already.

    Only those are found, so that nobody can ask this service who has an account. Raises AddressUnusable,
    NotKnownInOrganisation, OrganisationNotFound.
    """
    email = get_address(address)
    with transaction() as connection:
        stored = _get(connection, organisation_id, user_id, lock=True)
        found = organisations.find_account_among_teams(connection, organisation_id, email)
        if found is None:
            raise NotKnownInOrganisation(email)
        if found in _administrators(connection, organisation_id):
            return False
        organisations.add_administrator(connection, organisation_id, found)
        _note(connection, AuditAction.ADMINISTRATOR_ADDED, stored, user_id=user_id, now=now)
    return True


def remove_administrator(organisation_id: str, removed_id: int, *, user_id: int, now: datetime) -> None:
    """Somebody administers it no more. Raises LastAdministrator, OrganisationNotFound."""
    with transaction() as connection:
        stored = _get(connection, organisation_id, user_id, lock=True)
        present = _administrators(connection, organisation_id)
        if present == {removed_id}:
            raise LastAdministrator
        if removed_id in present:
            organisations.remove_administrator(connection, organisation_id, removed_id)
            _note(connection, AuditAction.ADMINISTRATOR_REMOVED, stored, user_id=user_id, now=now)


def _get(connection: Connection, organisation_id: str, user_id: int, *, lock: bool = False) -> StoredOrganisation:
    if lock:
        organisations.lock_organisation(connection, organisation_id)
    stored = organisations.find_administered(connection, organisation_id, user_id)
    if stored is None:
        raise OrganisationNotFound
    return stored


def _administrators(connection: Connection, organisation_id: str) -> set[int]:
    return {one.user_id for one in organisations.list_administrators(connection, organisation_id)}


def _clean_name(name: str) -> str:
    return clean_line("name", name, LONGEST_NAME, required=True)


def _note(
    connection: Connection, action: AuditAction, stored: StoredOrganisation, *, user_id: int, now: datetime
) -> None:
    note(
        connection,
        action,
        now=now,
        user_id=user_id,
        subject_kind="organisation",
        subject_id=stored.id,
        organisation_id=stored.id,
        facts={"organisation": stored.name},
    )
