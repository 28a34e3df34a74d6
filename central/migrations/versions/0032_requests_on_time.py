"""Keep when requests were settled, and count their months; what is stored already is counted here."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_MUSCAT = ZoneInfo("Asia/Muscat")
"""The halls' clock: what came before this was told without the day of its referral."""


def upgrade() -> None:
    with op.batch_alter_table("request") as table:
        table.add_column(sa.Column("settled_on", sa.Date()))
        table.add_column(sa.Column("decided", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("request") as table:
        table.alter_column("decided", server_default=None)
    op.create_index("ix_request_settled_on_latest", "request", ["settled_on", "latest"])
    op.create_table(
        "request_month",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Integer(), nullable=False),
        sa.Column("on_time", sa.Integer(), nullable=False),
        sa.Column("decided", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_request_month_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "month", name=op.f("pk_request_month")),
    )
    op.create_index("ix_request_month_month", "request_month", ["month"])
    _count(op.get_bind())


def downgrade() -> None:
    op.drop_table("request_month")
    op.drop_index("ix_request_settled_on_latest", table_name="request")
    with op.batch_alter_table("request") as table:
        table.drop_column("decided")
        table.drop_column("settled_on")


def _count(connection: sa.Connection) -> None:
    request = sa.table(
        "request", sa.column("hall"), sa.column("number"), sa.column("state"), sa.column("service_day", sa.Date()),
        sa.column("latest", sa.Date()), sa.column("body", _JSON), sa.column("settled_on", sa.Date()),
        sa.column("decided", sa.Boolean()),
    )  # fmt: skip
    months: dict[tuple[str, date], list[int]] = {}
    for row in connection.execute(sa.select(request)).all():
        withdrawn = row.state == "withdrawn"
        day = None if withdrawn else _settled_on(row.body)
        decided = bool(row.body.get("decided_on"))
        mine = (request.c.hall == row.hall, request.c.number == row.number)
        connection.execute(sa.update(request).where(*mine).values(settled_on=day, decided=decided))
        counts = months.setdefault((row.hall, row.service_day.replace(day=1)), [0, 0, 0, 0])
        for at, is_so in enumerate((not withdrawn, day is not None, day is not None and day <= row.latest, decided)):
            counts[at] += is_so
    month = sa.table("request_month", *(sa.column(name) for name in ("hall", "came", "settled", "on_time", "decided")),
                     sa.column("month", sa.Date()))  # fmt: skip
    for (hall, first), (came, settled, on_time, decided_many) in months.items():
        values = {"came": came, "settled": settled, "on_time": on_time, "decided": decided_many}
        connection.execute(sa.insert(month).values(hall=hall, month=first, **values))


def _settled_on(body: dict[str, str | None]) -> date | None:
    days = []
    if body.get("decided_on"):
        days.append(date.fromisoformat(str(body["decided_on"])))
    if body.get("referred_at"):
        days.append(datetime.fromisoformat(str(body["referred_at"])).astimezone(_MUSCAT).date())
    return min(days, default=None)
