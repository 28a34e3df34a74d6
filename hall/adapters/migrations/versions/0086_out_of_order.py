"""Keep each move out of order beside its fact, those of facts that are there already too."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import BIG, Instant

revision = "0086"
down_revision = "0074"
branch_labels = None
depends_on = None

KINDS = ("visit_called", "visit_transferred", "lane_changed", "visit_reinstated", "visit_walked_up")
REINSTATE_MAX = 2
"""What a hall allows that sets nothing: what it allowed on a day long ago is not written down."""
_FACTS = sa.text(
    "SELECT seq, service_day, at, kind, visit, counter, agent, body FROM fact WHERE kind IN :kinds ORDER BY seq"
).bindparams(sa.bindparam("kinds", KINDS, expanding=True))
FACTS = _FACTS.columns(seq=BIG, service_day=sa.Date(), at=Instant())


def upgrade() -> None:
    made = op.create_table(
        "out_of_order",
        sa.Column("seq", BIG, autoincrement=False, nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("ticket", sa.String(length=16), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_out_of_order")),
    )
    op.create_index(op.f("ix_out_of_order_service_day"), "out_of_order", ["service_day"])
    rows = list(_found(op.get_bind()))
    if rows:
        op.bulk_insert(made, rows)


def downgrade() -> None:
    op.drop_index(op.f("ix_out_of_order_service_day"), table_name="out_of_order")
    op.drop_table("out_of_order")


def _found(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    reinstated: Counter[str] = Counter()
    for row in connection.execute(FACTS):
        detail = json.loads(row.body)["detail"]
        kind, by, reason = row.kind, row.agent, detail.get("reason")
        if kind == "visit_called":
            named = "call_chosen" if reason else None
        elif kind == "visit_transferred":
            named = "transfer_first" if detail.get("position") == "first" else None
        elif kind == "lane_changed":
            by, named = detail["by"], "priority_given" if detail["lane"] == "priority" else "priority_taken_back"
        elif kind == "visit_reinstated":
            by = detail["by"]
            reinstated[row.visit] += by != "prayer"
            past = by != "prayer" and reinstated[row.visit] > REINSTATE_MAX
            named = "reinstated_past_limit" if past else None
        else:
            named = "walk_up"
        if named is not None:
            yield {
                "seq": row.seq, "service_day": row.service_day, "at": row.at, "kind": named, "by": by or "",
                "reason": reason or "", "visit": row.visit, "ticket": detail["ticket"], "service": detail["service"],
                "counter": row.counter if named != "reinstated_past_limit" else None,
            }  # fmt: skip
