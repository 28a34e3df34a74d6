"""Add the advice that was shown, to be held against what its hour brought."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0088"
down_revision = "0102"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "advice_given",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("agent", sa.String(length=64), nullable=True),
        sa.Column("services", sa.Text(), nullable=False),
        sa.Column("gain_low", sa.Integer(), nullable=False),
        sa.Column("gain_likely", sa.Integer(), nullable=False),
        sa.Column("gain_high", sa.Integer(), nullable=False),
        sa.Column("share_without", sa.Integer(), nullable=False),
        sa.Column("followed_at", Instant(), nullable=True),
        sa.Column("visitors", sa.Integer(), nullable=True),
        sa.Column("within", sa.Integer(), nullable=True),
        sa.Column("scored", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_given")),
    )
    op.create_index(op.f("ix_advice_given_service_day"), "advice_given", ["service_day"])
    op.create_index(op.f("ix_advice_given_at"), "advice_given", ["at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_advice_given_at"), table_name="advice_given")
    op.drop_index(op.f("ix_advice_given_service_day"), table_name="advice_given")
    op.drop_table("advice_given")
