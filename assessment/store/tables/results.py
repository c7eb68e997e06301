"""What was computed when an assessment was submitted, and the pictures drawn of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base


class DbResult(Base):
    """The profile as JSON in full precision, one for each submitted assessment."""

    __tablename__ = "results"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True)
    profile: Mapped[dict[str, Any]] = mapped_column(JSON)


class DbResultFile(Base):
    """A drawing of a result, made once and served from here."""

    __tablename__ = "result_files"
    __table_args__ = (CheckConstraint("kind IN ('svg', 'png')", name="kind"),)

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    locale: Mapped[str] = mapped_column(String(12), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
