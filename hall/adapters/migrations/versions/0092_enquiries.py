"""Add enquiries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import BIG, Instant

revision = "0092"
down_revision = "0082"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "enquiry",
        sa.Column("number", BIG, autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("received_by", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("handed_to", sa.String(length=200), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by", sa.String(length=200), nullable=True),
        sa.Column("confirmed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_enquiry")),
    )
    op.create_index(op.f("ix_enquiry_service_day"), "enquiry", ["service_day"])
    op.create_index(op.f("ix_enquiry_state_received_at"), "enquiry", ["state", "received_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_enquiry_state_received_at"), table_name="enquiry")
    op.drop_index(op.f("ix_enquiry_service_day"), table_name="enquiry")
    op.drop_table("enquiry")
