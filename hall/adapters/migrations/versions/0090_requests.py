"""Add the requests that visits, the platform and letters register."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0090"
down_revision = "0086"
branch_labels = None
depends_on = None

_INDEXES = (("state", "latest"), ("directorate", "state"), ("service_day",), ("visit",))


def upgrade() -> None:
    op.create_table(
        "request",
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("external", sa.String(length=64), nullable=True),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("directorate", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("registered_at", Instant(), nullable=False),
        sa.Column("registered_by", sa.String(length=200), nullable=False),
        sa.Column("printed_latest", sa.Date(), nullable=False),
        sa.Column("latest", sa.Date(), nullable=False),
        sa.Column("latest_expected", sa.Boolean(), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("referred_at", Instant(), nullable=True),
        sa.Column("referred_by", sa.String(length=200), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("replied_at", Instant(), nullable=True),
        sa.Column("replied_by", sa.String(length=200), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("power", sa.String(length=64), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_request_visit_visit")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_request")),
        sa.UniqueConstraint("external", name=op.f("uq_request_external")),
    )
    for columns in _INDEXES:
        op.create_index(op.f(f"ix_request_{'_'.join(columns)}"), "request", list(columns))


def downgrade() -> None:
    for columns in reversed(_INDEXES):
        op.drop_index(op.f(f"ix_request_{'_'.join(columns)}"), table_name="request")
    op.drop_table("request")
