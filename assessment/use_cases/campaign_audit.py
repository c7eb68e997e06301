"""What is written down of those who run campaigns. It names nobody who is asked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.store.teams import find_team
from assessment.use_cases.audit import note
from assessment.use_cases.campaign_records import CampaignRecord


def note_campaign(
    connection: Connection,
    action: AuditAction,
    record: CampaignRecord,
    *,
    by: int | None,
    now: datetime,
    **facts: str | int,
) -> None:
    """Write down in the caller's transaction what the account ``by`` did; None where the system did it."""
    team = find_team(connection, record.team_id)
    note(
        connection,
        action,
        now=now,
        user_id=by,
        subject_kind="campaign",
        subject_id=record.id,
        organisation_id=None if team is None else team.organisation_id,
        facts={"title": record.title, "team": "" if team is None else team.name, **facts},
    )
