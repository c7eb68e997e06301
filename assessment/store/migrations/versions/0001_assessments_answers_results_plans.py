"""Assessments, answers, results, plans."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "framework_snapshots",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("framework_id", sa.String(length=200), nullable=False),
        sa.Column("version", sa.String(length=80), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_framework_snapshots")),
        sa.UniqueConstraint("framework_id", "version", name=op.f("uq_framework_snapshots_framework_id_version")),
    )
    op.create_table(
        "assessments",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("snapshot", sa.String(length=64), nullable=False),
        sa.Column("level", sa.String(length=12), nullable=False),
        sa.Column("locale", sa.String(length=12), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kept_despite_flags", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "(status = 'submitted') = (submitted_at IS NOT NULL)", name=op.f("ck_assessments_submitted_at")
        ),
        sa.CheckConstraint("level IN ('individual', 'team', 'organisation')", name=op.f("ck_assessments_level")),
        sa.CheckConstraint("status IN ('open', 'submitted')", name=op.f("ck_assessments_status")),
        sa.ForeignKeyConstraint(
            ["snapshot"],
            ["framework_snapshots.digest"],
            name=op.f("fk_assessments_snapshot_framework_snapshots"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessments")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_assessments_token_hash")),
    )
    op.create_index(op.f("ix_assessments_snapshot"), "assessments", ["snapshot"], unique=False)

    op.create_table(
        "answers",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("value", sa.SmallInteger(), nullable=True),
        sa.Column("special", sa.String(length=16), nullable=True),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.CheckConstraint("special IN ('not_applicable', 'dont_know')", name=op.f("ck_answers_special")),
        sa.CheckConstraint("(value IS NULL) <> (special IS NULL)", name=op.f("ck_answers_value_or_special")),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_answers_seconds")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_answers_assessment_id_assessments"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "item_id", name=op.f("pk_answers")),
    )
    op.create_table(
        "plans",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("weekly_hours", sa.Double(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("at_most", sa.Integer(), nullable=False),
        sa.Column("next_bottleneck", sa.String(length=200), nullable=True),
        sa.Column("dropped", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_plans_assessment_id_assessments"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_plans")),
    )
    op.create_table(
        "result_files",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("locale", sa.String(length=12), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("kind IN ('svg', 'png')", name=op.f("ck_result_files_kind")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_result_files_assessment_id_assessments"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "kind", "locale", name=op.f("pk_result_files")),
    )
    op.create_table(
        "results",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_results_assessment_id_assessments"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_results")),
    )
    op.create_table(
        "plan_steps",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("step_id", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("competency", sa.String(length=200), nullable=True),
        sa.Column("facet", sa.String(length=200), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("hours", sa.Double(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("fixed", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('action', 'own')", name=op.f("ck_plan_steps_kind")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["plans.assessment_id"],
            name=op.f("fk_plan_steps_assessment_id_plans"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "step_id", name=op.f("pk_plan_steps")),
    )


def downgrade() -> None:
    op.drop_table("plan_steps")
    op.drop_table("results")
    op.drop_table("result_files")
    op.drop_table("plans")
    op.drop_table("answers")
    op.drop_table("assessments")
    op.drop_table("framework_snapshots")
