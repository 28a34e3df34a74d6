"""Begin: the tables of the first release."""

from __future__ import annotations

from alembic import op

from hall.platform.db.append_only import guards, removals
from hall.platform.db.migrations.baseline import access, records, satellites, visits

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("fact", "announced_wait")


def upgrade() -> None:
    for part in (visits, access, records, satellites):
        part.create()
    for table in APPEND_ONLY:
        for statement in guards(op.get_context().dialect.name, table):
            op.execute(statement)


def downgrade() -> None:
    for table in APPEND_ONLY:
        for statement in removals(op.get_context().dialect.name, table):
            op.execute(statement)
    for part in (satellites, records, access, visits):
        part.drop()
