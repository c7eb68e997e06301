"""What is written down of teams, without names and addresses of their people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.store.teams import StoredTeam
from assessment.use_cases.audit import note


def note_team(
    connection: Connection,
    action: AuditAction,
    team: StoredTeam,
    *,
    user_id: int | None,
    now: datetime,
    **facts: str | int,
) -> None:
    """Write down in the caller's transaction what the account did with the team; None where nobody is signed in."""
    note(
        connection,
        action,
        now=now,
        user_id=user_id,
        subject_kind="team",
        subject_id=team.id,
        organisation_id=team.organisation_id,
        facts={"team": team.name, **facts},
    )
