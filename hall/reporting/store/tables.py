"""The table of deliveries of scheduled reports: the report of a period is sent only once to each target."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, String, Table, Text

from hall.platform.db.column_types import Instant
from hall.platform.db.tables.core import metadata

report_delivery = Table(
    "report_delivery",
    metadata,
    Column("report", String(64), primary_key=True),
    Column("first", Date, primary_key=True),
    Column("way", String(16), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("next_at", Instant),
    Column("why", Text, nullable=False),
)
