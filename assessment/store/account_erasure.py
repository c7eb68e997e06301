"""What goes when an account is deleted, and what stands in the way."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, delete, exists, or_, select
from sqlalchemy.orm import aliased

from assessment.domain.account_refusals import LeftAlone
from assessment.domain.people import TeamRole
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


def lock_what_is_led(connection: Connection, user_id: int) -> None:
    """Nobody else leaves, loses or deletes what this account leads or administers until the transaction ends.

    Before the account's own row is locked, as those do who are in a team and write down who did it.
    """
    led = select(DbTeamMember.team_id).where(DbTeamMember.user_id == user_id, DbTeamMember.role == TeamRole.LEAD)
    run = select(DbOrganisationAdmin.organisation_id).where(DbOrganisationAdmin.user_id == user_id)
    connection.execute(select(DbTeam.id).where(DbTeam.id.in_(led)).order_by(DbTeam.id).with_for_update())
    organisations = select(DbOrganisation.id).where(DbOrganisation.id.in_(run)).order_by(DbOrganisation.id)
    connection.execute(organisations.with_for_update())


def lock_account(connection: Connection, user_id: int) -> str | None:
    """The account's address, None if there is no such account; no other writer touches its row meanwhile."""
    found: str | None = connection.execute(
        select(DbUser.email).where(DbUser.id == user_id).with_for_update()
    ).scalar_one_or_none()
    return found


def list_teams_named(connection: Connection, team_ids: Collection[str]) -> tuple[LeftAlone, ...]:
    """These teams with their names, in the order of names."""
    statement = select(DbTeam.id, DbTeam.name).where(DbTeam.id.in_(team_ids)).order_by(DbTeam.name, DbTeam.id)
    return tuple(LeftAlone(*row) for row in connection.execute(statement))


def list_organisations_run_alone(connection: Connection, user_id: int) -> tuple[LeftAlone, ...]:
    """Organisations with teams that nobody else administers, in the order of names."""
    has_teams = exists().where(DbTeam.organisation_id == DbOrganisation.id)
    named = select(DbOrganisation.id, DbOrganisation.name).where(_runs_alone(user_id), has_teams)
    found = connection.execute(named.order_by(DbOrganisation.name, DbOrganisation.id))
    return tuple(LeftAlone(*row) for row in found)


def delete_own_assessments(connection: Connection, user_id: int) -> None:
    """All that the account owns, and what it answered in campaigns that know who answered."""
    owned = select(DbOwnedAssessment.assessment_id).where(DbOwnedAssessment.user_id == user_id)
    answered = (
        select(DbCampaignAssessment.assessment_id)
        .join(DbRespondent, DbRespondent.id == DbCampaignAssessment.respondent_id)
        .where(DbRespondent.user_id == user_id)
    )
    connection.execute(delete(DbAssessment).where(or_(DbAssessment.id.in_(owned), DbAssessment.id.in_(answered))))


def delete_invitation_links(connection: Connection, user_id: int, email: str) -> None:
    """Personal links of the person: none opens a questionnaire any more."""
    asked = select(DbRespondent.id).where(or_(DbRespondent.user_id == user_id, DbRespondent.email == email))
    connection.execute(delete(DbInvitationLink).where(DbInvitationLink.respondent_id.in_(asked)))


def delete_empty_organisations(connection: Connection, user_id: int) -> None:
    """Organisations without teams that nobody else administers."""
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
