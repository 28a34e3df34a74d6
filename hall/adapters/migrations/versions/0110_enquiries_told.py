"""Count what the centre was told of an enquiry."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0110"
down_revision = "0092"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("enquiry") as table:
        table.add_column(sa.Column("told", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("enquiry") as table:
        table.alter_column("told", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("enquiry") as table:
        table.drop_column("told")
