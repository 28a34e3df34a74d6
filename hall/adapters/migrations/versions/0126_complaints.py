"""Add complaints and suggestions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0126"
down_revision = "0122"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "complaint",
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("nature", sa.String(length=16), nullable=False),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("received_by", sa.String(length=200), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=True),
        sa.Column("visit", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("handed_to", sa.String(length=200), nullable=True),
        sa.Column("handed_on_at", Instant(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by", sa.String(length=200), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_complaint_visit_visit")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_complaint")),
    )
    op.create_index(op.f("ix_complaint_service_day"), "complaint", ["service_day"])
    op.create_index(op.f("ix_complaint_state_received_at"), "complaint", ["state", "received_at"])
    op.create_index(op.f("ix_complaint_visit"), "complaint", ["visit"])


def downgrade() -> None:
    op.drop_index(op.f("ix_complaint_visit"), table_name="complaint")
    op.drop_index(op.f("ix_complaint_state_received_at"), table_name="complaint")
    op.drop_index(op.f("ix_complaint_service_day"), table_name="complaint")
    op.drop_table("complaint")
