"""Let staff tokens expire, and keep the sessions of browsers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0140"
down_revision = "0136"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Tokens made before have no end: they are made again.
    op.drop_table("staff_token")
    op.create_table(
        "staff_token",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("one_use", sa.Boolean(), nullable=False),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_token")),
    )
    op.create_table(
        "browser_session",
        sa.Column("session_hash", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("session_hash", name=op.f("pk_browser_session")),
    )
    op.create_index(op.f("ix_browser_session_token_hash"), "browser_session", ["token_hash"])


def downgrade() -> None:
    op.drop_index(op.f("ix_browser_session_token_hash"), table_name="browser_session")
    op.drop_table("browser_session")
    with op.batch_alter_table("staff_token") as batch:
        batch.drop_column("one_use")
        batch.drop_column("expires_at")
