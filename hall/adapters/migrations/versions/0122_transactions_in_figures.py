"""Empty what is kept of past days for figures: transactions belong to it now, and it fills itself again."""

from __future__ import annotations

from alembic import op

revision = "0122"
down_revision = "0120"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM day_figures")


def downgrade() -> None:
    op.execute("DELETE FROM day_figures")
