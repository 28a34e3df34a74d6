"""The tables by which a hall answers for itself: moves out of order."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table

from hall.adapters.column_types import BIG, Instant
from hall.adapters.tables import metadata

out_of_order = Table(  # each beside its fact, so that a quarter's need not be looked for among all facts
    "out_of_order",
    metadata,
    Column("seq", BIG, primary_key=True, autoincrement=False),
    Column("service_day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("by", String(200), nullable=False),
    Column("reason", String(200), nullable=False),
    Column("visit", String(64), nullable=False),
    Column("ticket", String(16), nullable=False),
    Column("service", String(64), nullable=False),
    Column("counter", Integer),
    Index(None, "service_day"),
)
