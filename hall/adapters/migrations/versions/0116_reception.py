"""Count how often a ticket was printed anew: its code is another one each time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0116"
down_revision = "0114"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("visit", sa.Column("reprints", sa.Integer()))


def downgrade() -> None:
    with op.batch_alter_table("visit") as batch:
        batch.drop_column("reprints")
