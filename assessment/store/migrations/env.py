"""Runs migrations on the database of the current app; Alembic loads this file."""

from typing import Literal

from alembic import context
from flask import current_app

from assessment.store.database import db, upgrading
from assessment.store.tables.base import UtcDateTime


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Migrations name types of SQLAlchemy alone, so that they run whatever becomes of ours."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


with upgrading() as connection:
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        transactional_ddl=True,
        render_item=render_item,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
