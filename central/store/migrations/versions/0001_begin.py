"""Begin: the tables of the first release."""

from __future__ import annotations

from central.store.migrations.baseline import halls, people, records, releases

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    halls.create()
    records.create()
    people.create()
    releases.create()


def downgrade() -> None:
    releases.drop()
    people.drop()
    records.drop()
    halls.drop()
