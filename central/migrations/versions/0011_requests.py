"""Keep the requests of all halls, each at its newest revision."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0021"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "request",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("external", sa.String(length=64)),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("directorate", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("registered_at", _INSTANT, nullable=False),
        sa.Column("latest", sa.Date(), nullable=False),
        sa.Column("referred_at", _INSTANT),
        sa.Column("replied_at", _INSTANT),
        sa.Column("body", _JSON, nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_request_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "number", name=op.f("pk_request")),
    )
    op.create_index("ix_request_number", "request", ["number"])
    op.create_index("ix_request_external", "request", ["external"])
    op.create_index("ix_request_service_day", "request", ["service_day"])


def downgrade() -> None:
    op.drop_table("request")
