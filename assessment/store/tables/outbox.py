"""Mails that have to go out, and how each of them fared; counters of limits."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base, UtcDateTime


class DbMail(Base):
    """One mail to one address. What it says is composed when it is sent: no secret ever lies here.

    ``key`` makes it unique: the same occasion never makes a second mail. ``state``: waiting for ``due_at``; claimed by
    a worker until ``claimed_until``; handing over, from just before its text goes to the mail server; then sent,
    refused by the server, bounced, in doubt (the worker died while handing over), given up after too many attempts, or
    cancelled. ``trouble`` is what the server said last.
    """

    __tablename__ = "mails"
    __table_args__ = (
        CheckConstraint(
            "state IN ('waiting', 'claimed', 'handing_over', 'sent', 'refused', 'bounced', 'in_doubt', 'given_up',"
            " 'cancelled')",
            name="state",
        ),
        Index("ix_mails_state_due_at", "state", "due_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    recipient: Mapped[str] = mapped_column(String(254))
    locale: Mapped[str] = mapped_column(String(12))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    respondent_id: Mapped[str | None] = mapped_column(ForeignKey("respondents.id", ondelete="CASCADE"), index=True)
    campaign_id: Mapped[str | None] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    attempts: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    trouble: Mapped[str] = mapped_column(Text)


class DbLimitWindow(Base):
    """How often something was tried in a window of time, for all processes together."""

    __tablename__ = "limit_windows"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    count: Mapped[int] = mapped_column(Integer)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
