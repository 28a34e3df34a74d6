"""Add what each ticket told of its wait, and find the breaks among the facts at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "announced_wait",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("lane", sa.String(length=16), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("ahead", sa.Integer(), nullable=False),
        sa.Column("simulated_s", sa.Float(), nullable=False),
        sa.Column("spread", sa.Float(), nullable=False),
        sa.Column("low_s", sa.Float(), nullable=False),
        sa.Column("likely_s", sa.Float(), nullable=False),
        sa.Column("high_s", sa.Float(), nullable=False),
        sa.Column("told_low_s", sa.Integer(), nullable=True),
        sa.Column("told_likely_s", sa.Integer(), nullable=True),
        sa.Column("told_high_s", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_announced_wait_visit_visit")),
        sa.PrimaryKeyConstraint("visit", name=op.f("pk_announced_wait")),
    )
    op.create_index(op.f("ix_announced_wait_service_day"), "announced_wait", ["service_day"])
    op.create_index(
        "ix_fact_break_ended",
        "fact",
        ["seq"],
        sqlite_where=sa.text("kind = 'break_ended'"),
        postgresql_where=sa.text("kind = 'break_ended'"),
    )


def downgrade() -> None:
    op.drop_index("ix_fact_break_ended", table_name="fact")
    op.drop_index(op.f("ix_announced_wait_service_day"), table_name="announced_wait")
    op.drop_table("announced_wait")
