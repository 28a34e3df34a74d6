"""Keep for how long a break that is asked for is to be, and since when a visit is set aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0112"
down_revision = "0110"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("counter_session") as batch:
        batch.add_column(sa.Column("break_minutes", sa.Integer()))
    with op.batch_alter_table("stage") as batch:
        batch.add_column(sa.Column("parked_since", Instant()))


def downgrade() -> None:
    with op.batch_alter_table("stage") as batch:
        batch.drop_column("parked_since")
    with op.batch_alter_table("counter_session") as batch:
        batch.drop_column("break_minutes")
