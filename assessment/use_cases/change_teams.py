"""Creating, changing and deleting teams."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.domain.campaign import CampaignState
from assessment.domain.people import LONGEST_NAME, TeamRole
from assessment.domain.team_refusals import OrganisationNotFound
from assessment.store import campaigns, organisations, team_members, teams
from assessment.store.database import reading, transaction
from assessment.store.organisations import StoredOrganisation
from assessment.store.team_members import StoredMember
from assessment.store.teams import StoredTeam
from assessment.use_cases.accounts import Account
from assessment.use_cases.locales import known_locale
from assessment.use_cases.own_words import clean_line
from assessment.use_cases.team_audit import note_team
from assessment.use_cases.team_members import lock_team
from assessment.use_cases.teams import TeamRecord, TeamStanding, to_standing, to_team
from assessment.use_cases.tokens import ID_BYTES, TokenSource


@dataclass(frozen=True, slots=True)
class TeamOverview:
    """A team in a list: how the reader stands to it, and how many people it has."""

    standing: TeamStanding
    people: int


@dataclass(frozen=True, slots=True)
class TeamLoss:
    """What goes with a team. ``running`` counts those of its campaigns that are open."""

    people: int
    campaigns: int
    running: int


def list_teams(user_id: int) -> tuple[TeamOverview, ...]:
    """The teams an account leads, is in or administers, by name."""
    with reading() as connection:
        standings = [to_standing(stored) for stored in teams.list_standings(connection, user_id)]
        counts = teams.count_people(connection, tuple(standing.team.id for standing in standings))
    return tuple(TeamOverview(standing, counts[standing.team.id]) for standing in standings)


def create_team(
    founder: Account,
    *,
    name: str,
    locale: str,
    organisation_id: str | None,
    now: datetime,
    token_source: TokenSource,
) -> TeamRecord:
    """A new team that its founder leads. Raises TextMissing, TextTooLong, UnknownLocale, OrganisationNotFound."""
    team = StoredTeam(token_source(ID_BYTES), organisation_id, _clean_name(name), known_locale(locale), now)
    lead = StoredMember(
        id=token_source(ID_BYTES),
        team_id=team.id,
        user_id=founder.id,
        email=founder.email,
        name=founder.name,
        locale=founder.locale,
        role=TeamRole.LEAD.value,
        added_at=now,
        confirmed_at=now,
    )
    with transaction() as connection:
        if organisation_id is not None:
            _get_administered(connection, organisation_id, founder.id)
        teams.add_team(connection, team)
        team_members.add_members(connection, [lead])
        note_team(connection, AuditAction.TEAM_CREATED, team, user_id=founder.id, now=now)
    return to_team(team)


def change_team(
    team_id: str, *, name: str, locale: str, organisation_id: str | None, user_id: int, now: datetime
) -> TeamRecord:
    """Give a team another name, language or organisation.

    Whoever moves it must administer both the organisation it leaves and the one it enters. Raises TeamNotFound,
    TextMissing, TextTooLong, UnknownLocale, OrganisationNotFound.
    """
    with transaction() as connection:
        old = lock_team(connection, team_id)
        new = StoredTeam(old.id, organisation_id, _clean_name(name), known_locale(locale), old.created_at)
        if old.organisation_id != new.organisation_id:
            _note_move(connection, AuditAction.TEAM_MOVED_OUT, old, user_id=user_id, now=now)
            _note_move(connection, AuditAction.TEAM_MOVED_IN, new, user_id=user_id, now=now)
        if new != old:
            teams.change_team(connection, new)
        if (new.name, new.locale) != (old.name, old.locale):
            note_team(connection, AuditAction.TEAM_CHANGED, new, user_id=user_id, now=now)
    return to_team(new)


def count_loss(team_id: str) -> TeamLoss:
    """What would go with the team."""
    with reading() as connection:
        states = [campaign.state for campaign in campaigns.list_of_team(connection, team_id)]
        people = teams.count_people(connection, (team_id,))[team_id]
    return TeamLoss(people, len(states), states.count(CampaignState.OPEN))


def delete_team(team_id: str, *, user_id: int, now: datetime) -> None:
    """The team, its members, join links, campaigns, results and plans. Raises TeamNotFound.

    Assessments stay with the people who made them.
    """
    with transaction() as connection:
        team = lock_team(connection, team_id)
        note_team(connection, AuditAction.TEAM_DELETED, team, user_id=user_id, now=now)
        teams.delete_team(connection, team_id)


def _clean_name(name: str) -> str:
    return clean_line("name", name, LONGEST_NAME, required=True)


def _get_administered(connection: Connection, organisation_id: str, user_id: int) -> StoredOrganisation:
    stored = organisations.find_administered(connection, organisation_id, user_id)
    if stored is None:
        raise OrganisationNotFound
    return stored


def _note_move(connection: Connection, action: AuditAction, team: StoredTeam, *, user_id: int, now: datetime) -> None:
    """Tell the organisation of the team, if it has one, which the account must administer."""
    if team.organisation_id is not None:
        stored = _get_administered(connection, team.organisation_id, user_id)
        note_team(connection, action, team, user_id=user_id, now=now, organisation=stored.name)
