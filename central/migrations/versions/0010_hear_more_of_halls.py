"""Keep how each hall's machine is, the settings published for it, what it made of them, and its inbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0020"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for name in ("beat", "settings_told"):
        op.add_column("hall", sa.Column(name, _JSON))
    op.create_table(
        "settings_document",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("published_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_settings_document_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "version", name=op.f("pk_settings_document")),
    )
    op.create_table(
        "inbox",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("body", _JSON, nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_inbox_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "number", name=op.f("pk_inbox")),
        sa.UniqueConstraint("hall", "key", name=op.f("uq_inbox_hall_key")),
    )


def downgrade() -> None:
    op.drop_table("inbox")
    op.drop_table("settings_document")
    for name in ("settings_told", "beat"):
        op.drop_column("hall", name)
