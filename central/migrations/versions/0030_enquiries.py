"""Keep the enquiries of all halls, their months, and what topics are called."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0030"
down_revision = "0011"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "enquiry",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("left_open", sa.Boolean(), nullable=False),
        sa.Column("asked_at", _INSTANT, nullable=False),
        sa.Column("reply_s", sa.Integer()),
        sa.Column("body", _JSON, nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_enquiry_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "number", name=op.f("pk_enquiry")),
    )
    op.create_index("ix_enquiry_service_day", "enquiry", ["service_day"])
    op.create_index("ix_enquiry_hall_month", "enquiry", ["hall", "month"])
    op.create_index("ix_enquiry_state_asked_at", "enquiry", ["state", "asked_at"])
    op.create_table(
        "enquiry_month",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("left_open", sa.Integer(), nullable=False),
        sa.Column("replied", sa.Integer(), nullable=False),
        sa.Column("reply_s", _BIG, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_enquiry_month_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "month", "topic", "channel", name=op.f("pk_enquiry_month")),
    )
    op.create_index("ix_enquiry_month_month", "enquiry_month", ["month"])
    op.create_table(
        "enquiry_topic",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("names", _JSON, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_enquiry_topic_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "topic", name=op.f("pk_enquiry_topic")),
    )


def downgrade() -> None:
    op.drop_table("enquiry_topic")
    op.drop_table("enquiry_month")
    op.drop_table("enquiry")
