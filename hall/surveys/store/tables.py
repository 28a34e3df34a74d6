"""The table of answers after visits; what a visitor wrote is erased after a year."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table

from hall.platform.db.column_types import Instant
from hall.platform.db.tables.core import metadata

survey = Table(
    "survey",
    metadata,
    Column("visit", String(64), ForeignKey("visit.id"), primary_key=True),
    Column("service_day", Date, nullable=False),
    Column("service", String(64), nullable=False),
    Column("hour", Integer, nullable=False),
    Column("counter", Integer),
    Column("agent", String(64)),
    Column("face", Integer, nullable=False),
    Column("reason", String(16)),
    Column("words", String(200)),
    Column("way", String(16), nullable=False),
    Column("first_at", Instant, nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("told", Integer, nullable=False),
    Index(None, "service_day"),
)
