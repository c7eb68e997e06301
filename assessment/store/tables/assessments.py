"""One sitting of one respondent about one subject."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base, UtcDateTime


class DbAssessment(Base):
    """``id`` is public and random; the private token is known by its sha256 alone.

    ``revision`` counts the calls that changed answers. ``last_saved_at`` is the last call that changed answers.
    ``kept_despite_flags`` is set where the answers looked hurried or careless and the person kept them: such an
    assessment stays out of comparisons.
    """

    __tablename__ = "assessments"
    __table_args__ = (
        CheckConstraint("status IN ('open', 'submitted')", name="status"),
        CheckConstraint("level IN ('individual', 'team', 'organisation')", name="level"),
        CheckConstraint("(status = 'submitted') = (submitted_at IS NOT NULL)", name="submitted_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    snapshot: Mapped[str] = mapped_column(ForeignKey("framework_snapshots.digest", ondelete="RESTRICT"), index=True)
    level: Mapped[str] = mapped_column(String(12))
    locale: Mapped[str] = mapped_column(String(12))
    channel: Mapped[str] = mapped_column(String(12))
    status: Mapped[str] = mapped_column(String(12))
    revision: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(200))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_saved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    kept_despite_flags: Mapped[bool | None]
