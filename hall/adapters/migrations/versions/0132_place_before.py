"""Keep the place that unlinking a visit, and changing its service back, restore."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0132"
down_revision = "0128"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("stage") as batch:
        batch.add_column(sa.Column("before", sa.Text()))


def downgrade() -> None:
    with op.batch_alter_table("stage") as batch:
        batch.drop_column("before")
