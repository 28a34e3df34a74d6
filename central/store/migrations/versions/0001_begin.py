"""Begin: the tables of the first release."""

from __future__ import annotations

from central.store.migrations.baseline import halls, records

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    halls.create()
    records.create()


def downgrade() -> None:
    records.drop()
    halls.drop()
