"""Give access tokens an end and a last use, and let a session belong to a token in place of a person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0090"
down_revision = "0080"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_FOREIGN_KEY = "fk_staff_session_access_token_access_token"


def upgrade() -> None:
    with op.batch_alter_table("access_token") as table:
        table.add_column(sa.Column("expires_at", _INSTANT))
        table.add_column(sa.Column("used_at", _INSTANT))
    op.execute("UPDATE access_token SET kind = 'acts' WHERE kind = 'admin'")
    with op.batch_alter_table("staff_session") as table:
        table.alter_column("person", existing_type=sa.String(length=40), nullable=True)
        table.add_column(sa.Column("access_token", sa.String(length=64)))
        table.create_foreign_key(_FOREIGN_KEY, "access_token", ["access_token"], ["token_hash"])


def downgrade() -> None:
    op.execute("DELETE FROM staff_session WHERE person IS NULL")
    with op.batch_alter_table("staff_session") as table:
        table.drop_constraint(_FOREIGN_KEY, type_="foreignkey")
        table.drop_column("access_token")
        table.alter_column("person", existing_type=sa.String(length=40), nullable=False)
    op.execute("UPDATE access_token SET kind = 'admin' WHERE kind = 'acts'")
    with op.batch_alter_table("access_token") as table:
        table.drop_column("used_at")
        table.drop_column("expires_at")
