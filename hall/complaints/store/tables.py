"""The table of complaints and suggestions."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from hall.platform.db.column_types import Instant
from hall.platform.db.tables.core import metadata

complaint = Table(
    "complaint",
    metadata,
    Column("number", String(64), primary_key=True),
    Column("nature", String(16), nullable=False),
    Column("way", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("service_day", Date, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("received_by", String(200), nullable=False),
    Column("service", String(64)),
    Column("visit", String(64), ForeignKey("visit.id")),
    Column("state", String(16), nullable=False),
    Column("handed_to", String(200)),
    Column("handed_on_at", Instant),
    Column("answer", Text),
    Column("answered_at", Instant),
    Column("answered_by", String(200)),
    Column("closed_at", Instant),
    Column("told", Integer, nullable=False),
    Column("earlier", Text),  # to whom it was handed on and what was answered before, as JSON, or nothing
    Index(None, "service_day"),
    Index(None, "state", "received_at"),
    Index(None, "visit"),
)
