"""Keep acts on the command line until the hall service has told them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0138"
down_revision = "0140"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "console_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_console_act")),
    )


def downgrade() -> None:
    op.drop_table("console_act")
