"""Add what was put right of visits that were over, and how each day stood when it was closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import BIG, Instant

revision = "0087"
down_revision = "0091"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "visit_correction",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("ticket", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("taken_back_by", sa.String(length=200), nullable=True),
        sa.Column("taken_back_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("visit", "number", name=op.f("pk_visit_correction")),
    )
    op.create_index(op.f("ix_visit_correction_service_day"), "visit_correction", ["service_day"])
    op.create_table(
        "closed_figures",
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("closed_at", Instant(), nullable=False),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("service_day", name=op.f("pk_closed_figures")),
    )


def downgrade() -> None:
    op.drop_table("closed_figures")
    op.drop_index(op.f("ix_visit_correction_service_day"), table_name="visit_correction")
    op.drop_table("visit_correction")
