"""Drop what was kept of past days for figures: they are reckoned from the visits each time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import BIG

revision = "0165"
down_revision = "0141"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("day_figures")


def downgrade() -> None:
    op.create_table(
        "day_figures",
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("service_day", name=op.f("pk_day_figures")),
    )
