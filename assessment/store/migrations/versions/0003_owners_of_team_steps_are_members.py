"""Owners of a team's steps are known as members."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("team_plan_steps", sa.Column("owner_id", sa.String(length=32), nullable=True))


def downgrade() -> None:
    op.drop_column("team_plan_steps", "owner_id")
