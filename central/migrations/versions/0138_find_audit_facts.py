"""Find audit facts by their time, in all halls or in one."""

from __future__ import annotations

from alembic import op

revision = "0138"
down_revision = "0090"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_hall_at", "audit", ["hall", "at"])


def downgrade() -> None:
    op.drop_index("ix_audit_hall_at", "audit")
    op.drop_index("ix_audit_at", "audit")
