"""Add appointments with officials: with whom, who comes, and no slot twice."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0128"
down_revision = "0126"
branch_labels = None
depends_on = None

WITH_OFFICIAL = sa.text("official IS NOT NULL AND cancelled_at IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("appointment") as batch:
        batch.add_column(sa.Column("official", sa.String(64)))
        batch.add_column(sa.Column("guest_name", sa.String(200)))
        batch.add_column(sa.Column("purpose", sa.String(200)))
        batch.add_column(sa.Column("sealed", sa.LargeBinary()))
    op.create_index(
        "uq_appointment_official_slot",
        "appointment",
        ["official", "slot_at"],
        unique=True,
        sqlite_where=WITH_OFFICIAL,
        postgresql_where=WITH_OFFICIAL,
    )


def downgrade() -> None:
    op.drop_index("uq_appointment_official_slot", "appointment")
    with op.batch_alter_table("appointment") as batch:
        for name in ("sealed", "purpose", "guest_name", "official"):
            batch.drop_column(name)
