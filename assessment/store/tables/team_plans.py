"""The development plan of a team, made from a published result."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base


class DbTeamPlan(Base):
    """Terms of a team's plan; ``dropped`` lists ids of actions the team does not want."""

    __tablename__ = "team_plans"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True)
    start: Mapped[dt.date]
    weeks: Mapped[int] = mapped_column(Integer)
    weekly_hours: Mapped[float]
    at_most: Mapped[int] = mapped_column(Integer)
    dropped: Mapped[list[str]] = mapped_column(JSON)


class DbTeamPlanStep(Base):
    """A step with its dates, owner and progress (0-100). Texts of the bank's actions stay in the framework.

    ``owner_id`` is the member who sees to it; then ``owner``, which is for words of the team's own, is empty. It stays
    when the member goes: nothing of them does, but that somebody saw to it who is not there any more.
    """

    __tablename__ = "team_plan_steps"
    __table_args__ = (
        CheckConstraint("kind IN ('action', 'learning', 'expert_support', 'workshop', 'own')", name="kind"),
        CheckConstraint("progress BETWEEN 0 AND 100", name="progress"),
    )

    campaign_id: Mapped[str] = mapped_column(ForeignKey("team_plans.campaign_id", ondelete="CASCADE"), primary_key=True)
    step_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(16))
    competency: Mapped[str | None] = mapped_column(String(200))
    facet: Mapped[str | None] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(Text)
    how: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(String(200))
    owner_id: Mapped[str | None] = mapped_column(String(32))
    hours: Mapped[float]
    weeks: Mapped[int] = mapped_column(Integer)
    start: Mapped[dt.date]
    due: Mapped[dt.date]
    progress: Mapped[int] = mapped_column(Integer)
    done_on: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(Text)
    fixed: Mapped[bool]
