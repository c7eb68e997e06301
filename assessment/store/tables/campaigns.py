"""Campaigns: who is asked what until when, whose answers belong to them, and what was published."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, CheckConstraint, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base, UtcDateTime


class DbCampaign(Base):
    """One round of asking a team.

    ``snapshot`` is the framework version it asks with. ``time_zone`` is the organiser's; ``closes_at`` the moment it
    closes by itself. ``remind_before`` are seconds before it. ``previous_id`` is the campaign it continues.
    """

    __tablename__ = "campaigns"
    __table_args__ = (
        CheckConstraint("kind IN ('themselves', 'team', 'lead_alone')", name="kind"),
        CheckConstraint("state IN ('draft', 'open', 'closed', 'archived')", name="state"),
        CheckConstraint("k >= 5", name="k"),
        CheckConstraint("(state IN ('closed', 'archived')) = (closed_at IS NOT NULL)", name="closed_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), index=True)
    previous_id: Mapped[str | None] = mapped_column(ForeignKey("campaigns.id", ondelete="SET NULL"), index=True)
    snapshot: Mapped[str] = mapped_column(ForeignKey("framework_snapshots.digest", ondelete="RESTRICT"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    title: Mapped[str] = mapped_column(String(200))
    k: Mapped[int] = mapped_column(Integer)
    anonymous: Mapped[bool] = mapped_column(Boolean)
    time_zone: Mapped[str] = mapped_column(String(64))
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    remind_before: Mapped[list[int]] = mapped_column(JSON)
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(12), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DbRespondent(Base):
    """Somebody asked by a campaign: its membership, frozen when it opened.

    ``person`` is a keyed hash of the address, the same in every campaign, which stays when the address goes: rules
    about waves compare memberships. ``begun`` is set when answers were begun; ``withdrawn`` when the person erased them
    or the account, and wants no more mails. No moment is kept, so that nothing tells who answered when.
    """

    __tablename__ = "respondents"
    __table_args__ = (UniqueConstraint("campaign_id", "person"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"))
    member_id: Mapped[str | None] = mapped_column(ForeignKey("team_members.id", ondelete="SET NULL"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    person: Mapped[str] = mapped_column(String(64))
    email: Mapped[str | None] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(200))
    locale: Mapped[str] = mapped_column(String(12))
    begun: Mapped[bool] = mapped_column(Boolean)
    withdrawn: Mapped[bool] = mapped_column(Boolean)


class DbInvitationLink(Base):
    """A personal link of a respondent, known by its sha256 alone; every mail carries one of its own."""

    __tablename__ = "invitation_links"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    respondent_id: Mapped[str] = mapped_column(ForeignKey("respondents.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DbCampaignAssessment(Base):
    """An assessment that answers a campaign. An anonymous campaign keeps no ``respondent_id``."""

    __tablename__ = "campaign_assessments"
    __table_args__ = (UniqueConstraint("respondent_id"),)

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True)
    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"), index=True)
    respondent_id: Mapped[str | None] = mapped_column(ForeignKey("respondents.id", ondelete="SET NULL"))


class DbPublishedResult(Base):
    """What was released of a campaign when it closed. It never changes, whatever is erased later.

    ``result`` is all that viewers get. ``basis`` holds what the next wave's change is computed from, of released
    figures alone; ``memberships`` the sets of people (keyed hashes) whose numbers were told.
    """

    __tablename__ = "published_results"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True)
    result: Mapped[dict[str, Any]] = mapped_column(JSON)
    basis: Mapped[dict[str, Any]] = mapped_column(JSON)
    memberships: Mapped[list[list[str]]] = mapped_column(JSON)
