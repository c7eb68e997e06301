"""Development plans: the terms a person set, and the steps."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base


class DbPlan(Base):
    """The plan of one submitted assessment. ``dropped`` lists ids of actions the person does not want."""

    __tablename__ = "plans"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True)
    start: Mapped[dt.date]
    weekly_hours: Mapped[float]
    weeks: Mapped[int] = mapped_column(Integer)
    at_most: Mapped[int] = mapped_column(Integer)
    next_bottleneck: Mapped[str | None] = mapped_column(String(200))
    dropped: Mapped[list[str]] = mapped_column(JSON)


class DbPlanStep(Base):
    """A step with its dates. Texts of an action stay in the framework; those of an own step are kept here."""

    __tablename__ = "plan_steps"
    __table_args__ = (CheckConstraint("kind IN ('action', 'own')", name="kind"),)

    assessment_id: Mapped[str] = mapped_column(ForeignKey("plans.assessment_id", ondelete="CASCADE"), primary_key=True)
    step_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(8))
    competency: Mapped[str | None] = mapped_column(String(200))
    facet: Mapped[str | None] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(Text)
    how: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text)
    hours: Mapped[float]
    weeks: Mapped[int] = mapped_column(Integer)
    start: Mapped[dt.date]
    due: Mapped[dt.date]
    done_on: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(Text)
    fixed: Mapped[bool]
