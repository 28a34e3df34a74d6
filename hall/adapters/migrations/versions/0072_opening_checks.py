"""Add the checks before the hall opens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0072"
down_revision = "0070"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "opening_check",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("answered", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_check")),
    )
    op.create_index(op.f("ix_opening_check_begun_at"), "opening_check", ["begun_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_opening_check_begun_at"), table_name="opening_check")
    op.drop_table("opening_check")
