"""Bringing a database to the tables of this version of the service."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import inspect, text

from assessment.store.database import db, reading

NEWEST = "0003"
"""The migration that the tables in this package agree with."""

_MIGRATIONS = Path(__file__).parent / "migrations"


class DatabaseIsNewer(Exception):
    """The database was brought up to date by a later version of the service. The message says what to do."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"The database has tables of a later version of CX Wheel ({version}), which this one does not know. "
            "Nothing was changed. Install that version again, or restore the backup made before it."
        )


def offer_migrations(app: Flask) -> None:
    """Give the app Flask-Migrate and its ``flask db`` commands. It brings Alembic along, so only where it is used."""
    from flask_migrate import Migrate

    Migrate(app, db, directory=str(_MIGRATIONS))


def upgrade_database() -> None:
    """Create or upgrade the tables of the current app's database. Safe when several processes do it at once.

    Raises DatabaseUnavailable and DatabaseIsNewer.
    """
    version = read_version()
    if version == NEWEST:
        return
    from alembic import command
    from alembic.script import ScriptDirectory

    if "migrate" not in current_app.extensions:
        offer_migrations(current_app)
    config = current_app.extensions["migrate"].migrate.get_config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise DatabaseIsNewer(version)
    command.upgrade(config, "head")


def read_version() -> str | None:
    """The newest migration the database has, None for an empty one."""
    with reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        return version
