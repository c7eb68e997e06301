"""Everything that is stored about one account, for its owner to take along; nothing of other people is among it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Executable, select

from assessment.store.tables import (
    DbAccountSession,
    DbAuditEntry,
    DbCampaign,
    DbIdentity,
    DbMail,
    DbOrganisation,
    DbOrganisationAdmin,
    DbOwnedAssessment,
    DbPasskey,
    DbRespondent,
    DbShare,
    DbTeam,
    DbTeamMember,
    DbUser,
)

Rows = list[dict[str, Any]]


def read_profile(connection: Connection, user_id: int) -> dict[str, Any] | None:
    """The account itself; of its secrets only that there are some."""
    columns = (
        DbUser.email,
        DbUser.name,
        DbUser.locale,
        DbUser.time_zone,
        DbUser.created_at,
        DbUser.confirmed_at,
        DbUser.password.is_not(None).label("has_password"),
        DbUser.tf_primary_method.is_not(None).label("has_second_step"),
        DbUser.mf_recovery_codes.label("recovery_codes_left"),
    )
    found = _rows(connection, select(*columns).where(DbUser.id == user_id))
    if not found:
        return None
    codes = found[0]["recovery_codes_left"]
    return {**found[0], "recovery_codes_left": len(codes or ())}


def list_owned(connection: Connection, user_id: int) -> tuple[str, ...]:
    """Ids of the account's assessments, in the order they were taken in."""
    owned = select(DbOwnedAssessment.assessment_id).where(DbOwnedAssessment.user_id == user_id)
    ordered = owned.order_by(DbOwnedAssessment.taken_at, DbOwnedAssessment.assessment_id)
    return tuple(connection.execute(ordered).scalars())


def list_ways_in(connection: Connection, user_id: int) -> dict[str, Rows]:
    """Passkeys, single sign-ons and devices."""
    passkeys = select(DbPasskey.name, DbPasskey.usage, DbPasskey.create_datetime, DbPasskey.lastuse_datetime)
    devices = select(DbAccountSession.device, DbAccountSession.started_at, DbAccountSession.seen_at)
    identities = select(DbIdentity.issuer, DbIdentity.subject)
    return {
        "passkeys": _rows(connection, passkeys.where(DbPasskey.user_id == user_id).order_by(DbPasskey.id)),
        "single_sign_ons": _rows(
            connection, identities.where(DbIdentity.user_id == user_id).order_by(DbIdentity.issuer, DbIdentity.subject)
        ),
        "devices": _rows(
            connection, devices.where(DbAccountSession.user_id == user_id).order_by(DbAccountSession.started_at)
        ),
    }


def list_places(connection: Connection, user_id: int) -> dict[str, Rows]:
    """Teams, organisations, and campaigns that asked the account."""
    members = (
        select(
            DbTeam.name.label("team"),
            DbTeamMember.name,
            DbTeamMember.role,
            DbTeamMember.added_at,
            DbTeamMember.confirmed_at,
        )
        .join(DbTeam, DbTeam.id == DbTeamMember.team_id)
        .where(DbTeamMember.user_id == user_id)
    )
    administered = (
        select(DbOrganisation.name.label("organisation"))
        .join(DbOrganisationAdmin, DbOrganisationAdmin.organisation_id == DbOrganisation.id)
        .where(DbOrganisationAdmin.user_id == user_id)
    )
    asked = (
        select(DbCampaign.title.label("campaign"), DbTeam.name.label("team"), DbRespondent.begun, DbCampaign.anonymous)
        .join(DbCampaign, DbCampaign.id == DbRespondent.campaign_id)
        .join(DbTeam, DbTeam.id == DbCampaign.team_id)
        .where(DbRespondent.user_id == user_id)
    )
    return {
        "teams": _rows(connection, members.order_by(DbTeamMember.added_at, DbTeamMember.id)),
        "organisations": _rows(connection, administered.order_by(DbOrganisation.name)),
        "campaigns": _rows(connection, asked.order_by(DbCampaign.created_at, DbCampaign.id)),
    }


def list_shares_with(connection: Connection, email: str) -> Rows:
    """What others share with the address: when, not who and not what."""
    shares = select(DbShare.shared_at, DbShare.with_plan, DbShare.revoked_at).where(DbShare.recipient == email)
    return _rows(connection, shares.order_by(DbShare.shared_at, DbShare.id))


def list_log(connection: Connection, user_id: int) -> Rows:
    """What the account did, and when. With whom and with whose things stays out: that is about others."""
    entries = select(DbAuditEntry.at, DbAuditEntry.action)
    return _rows(connection, entries.where(DbAuditEntry.user_id == user_id).order_by(DbAuditEntry.at, DbAuditEntry.id))


def list_mails(connection: Connection, email: str) -> Rows:
    """Mails to the address."""
    mails = select(DbMail.kind, DbMail.state, DbMail.created_at, DbMail.finished_at).where(DbMail.recipient == email)
    return _rows(connection, mails.order_by(DbMail.created_at, DbMail.id))


def _rows(connection: Connection, statement: Executable) -> Rows:
    return [dict(row) for row in connection.execute(statement).mappings()]
