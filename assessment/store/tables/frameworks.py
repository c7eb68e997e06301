"""Every framework version that was ever published here, kept for the assessments made with it."""

from __future__ import annotations

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.store.tables.base import Base


class DbFrameworkSnapshot(Base):
    """Canonical JSON of a framework under the sha256 of its content."""

    __tablename__ = "framework_snapshots"
    __table_args__ = (UniqueConstraint("framework_id", "version"),)

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    framework_id: Mapped[str] = mapped_column(String(200))
    version: Mapped[str] = mapped_column(String(80))
    content: Mapped[str] = mapped_column(Text)
