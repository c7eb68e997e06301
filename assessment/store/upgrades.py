"""Bringing a database to the tables of this version of the service."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import inspect, text

from assessment.store.database import db, reading

NEWEST = "0001"
"""The migration that the tables in this package agree with."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def offer_migrations(app: Flask) -> None:
    """Give the app Flask-Migrate and its ``flask db`` commands. It brings Alembic along, so only where it is used."""
    from flask_migrate import Migrate

    Migrate(app, db, directory=str(_MIGRATIONS))


def upgrade_database() -> None:
    """Create or upgrade the tables of the current app's database. Safe when several processes do it at once.

    Raises DatabaseUnavailable.
    """
    if read_version() == NEWEST:
        return
    from alembic import command

    if "migrate" not in current_app.extensions:
        offer_migrations(current_app)
    command.upgrade(current_app.extensions["migrate"].migrate.get_config(), "head")


def read_version() -> str | None:
    """The newest migration the database has, None for an empty one."""
    with reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        return version
