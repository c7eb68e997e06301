"""Whether the service can keep anything just now."""

from __future__ import annotations

from sqlalchemy import text

from assessment.store.database import DatabaseUnavailable, reading
from assessment.store.upgrades import DatabaseIsNewer

__all__ = ["DatabaseIsNewer", "DatabaseUnavailable", "check_database"]


def check_database() -> None:
    """Ask the database one small question. Raises DatabaseUnavailable."""
    with reading() as connection:
        connection.execute(text("SELECT count(*) FROM framework_snapshots"))
