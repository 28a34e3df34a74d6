"""Add messages to telephones and the sealed numbers left for requests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0091"
down_revision = "0094"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("request") as table:
        table.add_column(sa.Column("visitor_told_at", Instant(), nullable=True))
        table.add_column(sa.Column("visitor_told_by", sa.String(length=200), nullable=True))
    op.create_table(
        "message",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("until_at", Instant(), nullable=False),
        sa.Column("next_try_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("about", "kind", name=op.f("uq_message_about_kind")),
    )
    op.create_index(op.f("ix_message_state_next_try_at"), "message", ["state", "next_try_at"])
    op.create_table(
        "request_phone",
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("until_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["request.number"], name=op.f("fk_request_phone_number_request")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_request_phone")),
    )
    op.create_index(op.f("ix_request_phone_until_at"), "request_phone", ["until_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_request_phone_until_at"), table_name="request_phone")
    op.drop_table("request_phone")
    op.drop_index(op.f("ix_message_state_next_try_at"), table_name="message")
    op.drop_table("message")
    with op.batch_alter_table("request") as table:
        table.drop_column("visitor_told_by")
        table.drop_column("visitor_told_at")
