"""Refuse to change or remove what a ticket told of its wait, so that the hall's score can be audited."""

from __future__ import annotations

from alembic import op

from hall.adapters.append_only import guards, removals

revision = "0070"
down_revision = "0067"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in guards(op.get_bind().dialect.name, "announced_wait"):
        op.execute(statement)


def downgrade() -> None:
    for statement in removals(op.get_bind().dialect.name, "announced_wait"):
        op.execute(statement)
