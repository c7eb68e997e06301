"""Answers, one row each. A missing answer is a missing row, never a 0."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base


class DbAnswer(Base):
    """Either a scale value or a special answer. ``seconds`` is how long the first answer took, None where untimed."""

    __tablename__ = "answers"
    __table_args__ = (
        CheckConstraint("(value IS NULL) <> (special IS NULL)", name="value_or_special"),
        CheckConstraint("special IN ('not_applicable', 'dont_know')", name="special"),
        CheckConstraint("seconds >= 0", name="seconds"),
    )

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    value: Mapped[int | None] = mapped_column(SmallInteger)
    special: Mapped[str | None] = mapped_column(String(16))
    seconds: Mapped[float | None]
