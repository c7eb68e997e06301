"""What goes when an account is deleted, and what stands in the way."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, delete, exists, or_, select, update
from sqlalchemy.orm import aliased

from assessment.store.tables import (
    DbAssessment,
    DbCampaignAssessment,
    DbInvitationLink,
    DbMail,
    DbOrganisation,
    DbOrganisationAdmin,
    DbOwnedAssessment,
    DbRespondent,
    DbShare,
    DbTeam,
    DbTeamMember,
    DbUser,
)

_LEAD = "lead"


def lock_account(connection: Connection, user_id: int) -> str | None:
    """The account's address, None if there is no such account; no other writer touches its row meanwhile."""
    found: str | None = connection.execute(
        select(DbUser.email).where(DbUser.id == user_id).with_for_update()
    ).scalar_one_or_none()
    return found


def list_teams_led_alone(connection: Connection, user_id: int) -> tuple[str, ...]:
    """Names of teams that nobody else with an account leads."""
    other = aliased(DbTeamMember)
    another_lead = exists().where(
        other.team_id == DbTeam.id, other.role == _LEAD, other.user_id.is_not(None), other.user_id != user_id
    )
    statement = (
        select(DbTeam.name)
        .join(DbTeamMember, DbTeamMember.team_id == DbTeam.id)
        .where(DbTeamMember.user_id == user_id, DbTeamMember.role == _LEAD, ~another_lead)
        .order_by(DbTeam.name, DbTeam.id)
    )
    return tuple(connection.scalars(statement))


def list_organisations_run_alone(connection: Connection, user_id: int) -> tuple[str, ...]:
    """Names of organisations with teams that nobody else administers."""
    has_teams = exists().where(DbTeam.organisation_id == DbOrganisation.id)
    statement = select(DbOrganisation.name).where(_runs_alone(user_id), has_teams).order_by(DbOrganisation.name)
    return tuple(connection.scalars(statement))


def delete_own_assessments(connection: Connection, user_id: int) -> None:
    """All that the account owns, and what it answered in campaigns that know who answered."""
    owned = select(DbOwnedAssessment.assessment_id).where(DbOwnedAssessment.user_id == user_id)
    answered = (
        select(DbCampaignAssessment.assessment_id)
        .join(DbRespondent, DbRespondent.id == DbCampaignAssessment.respondent_id)
        .where(DbRespondent.user_id == user_id)
    )
    connection.execute(delete(DbAssessment).where(or_(DbAssessment.id.in_(owned), DbAssessment.id.in_(answered))))


def withdraw_respondents(connection: Connection, user_id: int, email: str) -> None:
    """Of somebody who was asked only the keyed hash stays, which rules about waves compare."""
    theirs = or_(DbRespondent.user_id == user_id, DbRespondent.email == email)
    links = DbInvitationLink.respondent_id.in_(select(DbRespondent.id).where(theirs))
    connection.execute(delete(DbInvitationLink).where(links))
    connection.execute(update(DbRespondent).where(theirs).values(user_id=None, email=None, name="", withdrawn=True))


def delete_memberships(connection: Connection, user_id: int, email: str) -> None:
    """Places in teams, and organisations without teams that nobody else administers."""
    connection.execute(delete(DbTeamMember).where(or_(DbTeamMember.user_id == user_id, DbTeamMember.email == email)))
    connection.execute(delete(DbOrganisation).where(_runs_alone(user_id)))


def delete_mails(connection: Connection, user_id: int, email: str) -> None:
    """Mails to the account, sent or waiting."""
    connection.execute(delete(DbMail).where(or_(DbMail.user_id == user_id, DbMail.recipient == email)))


def delete_account(connection: Connection, user_id: int, email: str) -> None:
    """The account, what was shared with it, and everything else that hangs on it."""
    connection.execute(delete(DbShare).where(DbShare.recipient == email))
    connection.execute(delete(DbUser).where(DbUser.id == user_id))


def _runs_alone(user_id: int) -> ColumnElement[bool]:
    other = aliased(DbOrganisationAdmin)
    return exists().where(
        DbOrganisationAdmin.organisation_id == DbOrganisation.id, DbOrganisationAdmin.user_id == user_id
    ) & ~exists().where(other.organisation_id == DbOrganisation.id, other.user_id != user_id)
