"""Note when the centre last kept its house, and what was wrong."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chore_run",
        sa.Column("chore", sa.String(length=40), nullable=False),
        sa.Column("ran_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chore", name=op.f("pk_chore_run")),
    )


def downgrade() -> None:
    op.drop_table("chore_run")
