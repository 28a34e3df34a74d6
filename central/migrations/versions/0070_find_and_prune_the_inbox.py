"""Find a visit's answers by a column of their own, and keep how far each hall has taken its inbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0060"
branch_labels = None
depends_on = None

SURVEY = "survey:"


def upgrade() -> None:
    op.add_column("inbox", sa.Column("about", sa.String(64)))
    inbox = sa.table("inbox", sa.column("about"), sa.column("key"))
    # The key of an answer was "survey:", the digest of the ticket's code, ":" and a number.
    digest = sa.func.substr(inbox.c.key, len(SURVEY) + 1, 64)
    op.execute(sa.update(inbox).where(inbox.c.key.like(f"{SURVEY}%")).values(about=digest))
    op.create_index("ix_inbox_hall_about", "inbox", ["hall", "about"])
    op.add_column("hall", sa.Column("inbox_taken", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))


def downgrade() -> None:
    op.drop_column("hall", "inbox_taken")
    op.drop_index("ix_inbox_hall_about", "inbox")
    op.drop_column("inbox", "about")
