"""The tables of how kiosks were used: counters by hour, with neither visit nor ticket nor instant."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table

from hall.platform.db.tables.core import metadata

kiosk_count = Table(
    "kiosk_count",
    metadata,
    Column("device", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("hour", Integer, primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("many", Integer, nullable=False),
    Index(None, "day"),
)

kiosk_report = Table(  # the last report of each kiosk, so that a repetition is not counted again
    "kiosk_report",
    metadata,
    Column("device", String(64), primary_key=True),
    Column("report", String(64), nullable=False),
)
