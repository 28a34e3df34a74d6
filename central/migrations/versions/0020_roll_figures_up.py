"""Roll figures up by hall and day, month and year."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rollup",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("span", sa.String(length=5), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "span", "first", "service", name=op.f("pk_rollup")),
    )
    op.create_index("ix_rollup_span_first_service", "rollup", ["span", "first", "service"])
    op.create_table(
        "dirty_day",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hall", "service_day", name=op.f("pk_dirty_day")),
    )
    op.create_table(
        "service_target",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("target_s", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "service", name=op.f("pk_service_target")),
    )
    # What was taken in before has no roll-up yet.
    op.execute(
        "INSERT INTO dirty_day (hall, service_day, since) "
        "SELECT hall, service_day, max(received_at) FROM visit GROUP BY hall, service_day"
    )


def downgrade() -> None:
    op.drop_table("service_target")
    op.drop_table("dirty_day")
    op.drop_index("ix_rollup_span_first_service", "rollup")
    op.drop_table("rollup")
