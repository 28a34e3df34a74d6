"""Add sealed telephone numbers for messages about a turn, and appointments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0065"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "visit_phone",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("until_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_visit_phone_visit_visit")),
        sa.PrimaryKeyConstraint("visit", name=op.f("pk_visit_phone")),
    )
    op.create_index(op.f("ix_visit_phone_until_at"), "visit_phone", ["until_at"])
    op.create_table(
        "appointment",
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("slot_at", Instant(), nullable=False),
        sa.Column("booked_at", Instant(), nullable=False),
        sa.Column("booked_by", sa.String(length=200), nullable=False),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.Column("visit", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_appointment_visit_visit")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_appointment")),
        sa.UniqueConstraint("visit", name=op.f("uq_appointment_visit")),
    )
    op.create_index(op.f("ix_appointment_service_day_slot_at"), "appointment", ["service_day", "slot_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_appointment_service_day_slot_at"), table_name="appointment")
    op.drop_table("appointment")
    op.drop_index(op.f("ix_visit_phone_until_at"), table_name="visit_phone")
    op.drop_table("visit_phone")
