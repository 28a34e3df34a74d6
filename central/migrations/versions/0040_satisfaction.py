"""Keep the answers after visits of all halls with their months, and complaints and suggestions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0040"
down_revision = "0032"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "survey",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("face", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=40)),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("body", _JSON, nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_survey_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "visit", name=op.f("pk_survey")),
    )
    op.create_index("ix_survey_service_day", "survey", ["service_day"])
    op.create_index("ix_survey_hall_month", "survey", ["hall", "month"])
    op.create_table(
        "survey_month",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("face", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_survey_month_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "month", "service", "face", name=op.f("pk_survey_month")),
    )
    op.create_index("ix_survey_month_month", "survey_month", ["month"])
    op.create_table(
        "complaint",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("nature", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("came_at", _INSTANT, nullable=False),
        sa.Column("reply_s", sa.Integer()),
        sa.Column("body", _JSON, nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_complaint_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "number", name=op.f("pk_complaint")),
    )
    op.create_index("ix_complaint_service_day", "complaint", ["service_day"])


def downgrade() -> None:
    op.drop_table("complaint")
    op.drop_table("survey_month")
    op.drop_table("survey")
