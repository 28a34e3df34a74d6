"""Add the alerts that somebody has seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0067"
down_revision = "0065"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alert_seen",
        sa.Column("alert", sa.String(length=200), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("alert", name=op.f("pk_alert_seen")),
    )


def downgrade() -> None:
    op.drop_table("alert_seen")
