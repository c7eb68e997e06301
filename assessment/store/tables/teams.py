"""Organisations, teams and the people in them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base, UtcDateTime


class DbOrganisation(Base):
    __tablename__ = "organisations"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DbOrganisationAdmin(Base):
    """An account that administers an organisation."""

    __tablename__ = "organisation_admins"

    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)


class DbTeam(Base):
    """A team, in an organisation or on its own. ``locale`` is the language of mails to members without a choice."""

    __tablename__ = "teams"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    locale: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DbTeamMember(Base):
    """Somebody in a team, known by address; ``user_id`` once an account has confirmed it.

    A lead names members and runs campaigns; a member is asked. ``email`` is in lower case. ``confirmed_at`` is empty
    for somebody who used a join link and has not yet confirmed the address: such a one is not asked.
    """

    __tablename__ = "team_members"
    __table_args__ = (
        UniqueConstraint("team_id", "email"),
        CheckConstraint("role IN ('member', 'lead')", name="role"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    name: Mapped[str] = mapped_column(String(200))
    locale: Mapped[str] = mapped_column(String(12))
    role: Mapped[str] = mapped_column(String(8))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DbJoinLink(Base):
    """A link with which people join a team by themselves until it expires; known by its sha256 alone."""

    __tablename__ = "join_links"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DbMemberList(Base):
    """A list of people that somebody is looking at before adding them to a team; gone once added, or after a day.

    ``people`` holds what was read: people, bad lines with their reasons, and columns that were not used.
    """

    __tablename__ = "member_lists"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    people: Mapped[dict[str, Any]] = mapped_column(JSON)
