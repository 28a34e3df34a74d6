"""Keep what a complaint said before a step corrected it, so that undoing the step restores it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0134"
down_revision = "0132"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint") as batch:
        batch.add_column(sa.Column("earlier", sa.Text()))


def downgrade() -> None:
    with op.batch_alter_table("complaint") as batch:
        batch.drop_column("earlier")
