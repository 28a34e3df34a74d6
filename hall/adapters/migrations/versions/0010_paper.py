"""Add the paper roll of each printer, and since when a device is in which trouble."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import BIG, Instant

revision = "0010"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paper_roll",
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.Column("changed_at", Instant(), nullable=True),
        sa.Column("changed_by", sa.String(length=200), nullable=True),
        sa.Column("used_mm", BIG, nullable=False),
        sa.Column("tickets", sa.Integer(), nullable=False),
        sa.Column("low_at_mm", BIG, nullable=True),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.Column("ticket_mm", sa.Float(), nullable=True),
        sa.Column("roll_mm", sa.Float(), nullable=True),
        sa.Column("reserve_mm", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_paper_roll")),
    )
    op.add_column("device", sa.Column("since_at", Instant(), nullable=True))
    op.add_column("device", sa.Column("fault", sa.String(length=200), nullable=True))
    op.create_index(op.f("ix_print_attempt_device_at"), "print_attempt", ["device", "at"])
    op.create_index(op.f("ix_print_attempt_state_at"), "print_attempt", ["state", "at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_print_attempt_state_at"), table_name="print_attempt")
    op.drop_index(op.f("ix_print_attempt_device_at"), table_name="print_attempt")
    with op.batch_alter_table("device") as batch:
        batch.drop_column("fault")
        batch.drop_column("since_at")
    op.drop_table("paper_roll")
