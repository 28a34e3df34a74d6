"""Keep with each visit what ranks it, so that one index finds who can be next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import BIG

revision = "0160"
down_revision = "0165"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("visit", sa.Column("rank_ns", BIG, nullable=False, server_default="0"))
    op.add_column("visit", sa.Column("rank_boot", sa.String(length=64), nullable=False, server_default=""))
    # The visits that are there are looked at one by one.
    op.add_column("visit", sa.Column("by_time", sa.Integer(), nullable=False, server_default="0"))
    op.drop_index("ix_visit_service_day_state_service", table_name="visit")
    columns = ["service_day", "state", "service", "lane", "rank_boot", "by_time", "rank_ns"]
    op.create_index("ix_visit_waiting", "visit", columns)


def downgrade() -> None:
    op.drop_index("ix_visit_waiting", table_name="visit")
    op.create_index("ix_visit_service_day_state_service", "visit", ["service_day", "state", "service"])
    with op.batch_alter_table("visit") as batch:
        batch.drop_column("by_time")
        batch.drop_column("rank_boot")
        batch.drop_column("rank_ns")
