"""Keep with each access by which key of the centre it was made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0080"
down_revision = "0070"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("key_mark", sa.String(length=64)))


def downgrade() -> None:
    op.drop_column("person", "key_mark")
