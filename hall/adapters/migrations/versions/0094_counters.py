"""Add a counter's whole day: groups, reminders, ways back, marks, breaks asked, help, return codes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import Instant

revision = "0094"
down_revision = "0090"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("visit") as batch:
        batch.add_column(sa.Column("group_id", sa.String(64)))
    with op.batch_alter_table("stage") as batch:
        batch.add_column(sa.Column("remind_at", Instant()))
        batch.add_column(sa.Column("back", sa.Text()))
        batch.add_column(sa.Column("marks", sa.Text()))
        batch.add_column(sa.Column("transactions", sa.Text()))
        batch.add_column(sa.Column("quantity", sa.Integer()))
        batch.add_column(sa.Column("why", sa.String(200)))
    op.execute("UPDATE stage SET quantity = 1 WHERE outcome IS NOT NULL")
    with op.batch_alter_table("counter_session") as batch:
        batch.add_column(sa.Column("last_call_at", Instant()))
        batch.add_column(sa.Column("break_asked", sa.String(200)))
        batch.add_column(sa.Column("break_until", Instant()))
        batch.add_column(sa.Column("help_since", Instant()))
        batch.add_column(sa.Column("auto_call_at", Instant()))
        batch.create_index("ix_counter_session_agent_signed_in_at", ["agent", "signed_in_at"])
    op.create_table(
        "return_slip",
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("visit", sa.String(64), nullable=False),
        sa.Column("service", sa.String(64), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("used_by", sa.String(64)),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_return_slip_visit_visit")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_return_slip")),
    )
    op.create_index(op.f("ix_return_slip_visit"), "return_slip", ["visit"])


def downgrade() -> None:
    op.drop_table("return_slip")
    with op.batch_alter_table("counter_session") as batch:
        batch.drop_index("ix_counter_session_agent_signed_in_at")
        for name in ("auto_call_at", "help_since", "break_until", "break_asked", "last_call_at"):
            batch.drop_column(name)
    with op.batch_alter_table("stage") as batch:
        for name in ("why", "quantity", "transactions", "marks", "back", "remind_at"):
            batch.drop_column(name)
    with op.batch_alter_table("visit") as batch:
        batch.drop_column("group_id")
