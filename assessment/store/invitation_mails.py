"""Mails to respondents, as the organiser of a campaign may ask about them: invitations, never reminders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from assessment.domain.mail import MailKind, MailState
from assessment.store.tables import DbMail


@dataclass(frozen=True, slots=True)
class InvitationMail:
    """How one invitation fares. ``trouble`` is what the mail server said last, ``due_at`` when it is tried next."""

    respondent_id: str | None
    state: MailState
    trouble: str
    due_at: datetime
    finished_at: datetime | None


_ALL = (
    select(DbMail.respondent_id, DbMail.state, DbMail.trouble, DbMail.due_at, DbMail.finished_at)
    .where(DbMail.kind == MailKind.INVITATION.value)
    .order_by(DbMail.created_at, DbMail.key)
)
_OF_CAMPAIGN = _ALL.where(DbMail.campaign_id == bindparam("key"))
_OF_RESPONDENT = _ALL.where(DbMail.respondent_id == bindparam("key"))
_NOT_HANDED_OVER = (MailState.WAITING.value, MailState.CLAIMED.value)


def list_newest(connection: Connection, campaign_id: str) -> dict[str | None, InvitationMail]:
    """The newest invitation of every respondent of a campaign, by respondent."""
    rows = connection.execute(_OF_CAMPAIGN, {"key": campaign_id})
    return {row.respondent_id: _read(row) for row in rows}


def list_invitations(connection: Connection, respondent_id: str) -> tuple[InvitationMail, ...]:
    """All invitations of one respondent, the newest last."""
    rows = connection.execute(_OF_RESPONDENT, {"key": respondent_id})
    return tuple(_read(row) for row in rows)


def hurry_invitation(connection: Connection, respondent_id: str, *, now: datetime) -> None:
    """Try the invitation now that waits for its next attempt."""
    statement = (
        update(DbMail)
        .where(
            DbMail.respondent_id == respondent_id,
            DbMail.kind == MailKind.INVITATION.value,
            DbMail.state == MailState.WAITING.value,
            DbMail.due_at > now,
        )
        .values(due_at=now)
    )
    connection.execute(statement)


def cancel_mails(connection: Connection, respondent_id: str, *, at: datetime) -> None:
    """Let no mail to this respondent go out that has not been handed over, reminders included."""
    statement = (
        update(DbMail)
        .where(DbMail.respondent_id == respondent_id, DbMail.state.in_(_NOT_HANDED_OVER))
        .values(state=MailState.CANCELLED.value, finished_at=at, claimed_until=None)
    )
    connection.execute(statement)


def _read(row: Row[*tuple[Any, ...]]) -> InvitationMail:
    return InvitationMail(row.respondent_id, MailState(row.state), row.trouble, row.due_at, row.finished_at)
