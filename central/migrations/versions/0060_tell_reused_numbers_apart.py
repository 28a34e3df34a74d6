"""Tell a hall's items of the same number apart by the instant they came: a restored hall may give a number again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0050"
branch_labels = None
depends_on = None

INSTANTS = {"request": "registered_at", "enquiry": "asked_at", "complaint": "came_at"}


def upgrade() -> None:
    for table, instant in INSTANTS.items():
        _key(table, ["hall", "number", instant])


def downgrade() -> None:
    for table, instant in INSTANTS.items():
        # Only one of a number fits: the newest item, the one that the hall has still.
        one = sa.table(table, sa.column("hall"), sa.column("number"), sa.column(instant))
        other = one.alias("other")
        newer = sa.exists().where(
            other.c.hall == one.c.hall, other.c.number == one.c.number, other.c[instant] > one.c[instant]
        )
        op.execute(sa.delete(one).where(newer))
        _key(table, ["hall", "number"])


def _key(table: str, columns: list[str]) -> None:
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(f"pk_{table}", type_="primary")
        changed.create_primary_key(f"pk_{table}", columns)
