"""Keep where the visits in each hall stand, for visitors' own pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0050"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hall_places",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_hall_places_hall_hall")),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_hall_places")),
    )


def downgrade() -> None:
    op.drop_table("hall_places")
