"""Which account an assessment belongs to, and with whom its owner shares it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base, UtcDateTime


class DbOwnedAssessment(Base):
    """An assessment in an account; one without a row here is known by its private link alone."""

    __tablename__ = "owned_assessments"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    taken_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DbShare(Base):
    """A result shown to one address, until taken back. ``with_plan``: the development plan as well."""

    __tablename__ = "shares"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id", ondelete="CASCADE"), index=True)
    recipient: Mapped[str] = mapped_column(String(254), index=True)
    with_plan: Mapped[bool] = mapped_column(Boolean)
    shared_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
