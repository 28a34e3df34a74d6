"""Keep wrong PINs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0141"
down_revision = "0138"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pin_tries",
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("locks", sa.Integer(), nullable=False),
        sa.Column("locked_until", Instant(), nullable=True),
        sa.Column("last_try_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_pin_tries")),
    )


def downgrade() -> None:
    op.drop_table("pin_tries")
