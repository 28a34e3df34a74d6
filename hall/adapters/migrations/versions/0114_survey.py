"""Add the answers after visits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0114"
down_revision = "0112"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "survey",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("agent", sa.String(length=64), nullable=True),
        sa.Column("face", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=True),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("first_at", Instant(), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_survey_visit_visit")),
        sa.PrimaryKeyConstraint("visit", name=op.f("pk_survey")),
    )
    op.create_index(op.f("ix_survey_service_day"), "survey", ["service_day"])


def downgrade() -> None:
    op.drop_index(op.f("ix_survey_service_day"), table_name="survey")
    op.drop_table("survey")
