"""The table of requests."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from hall.platform.db.column_types import Instant
from hall.platform.db.tables.core import metadata

request = Table(
    "request",
    metadata,
    Column("number", String(64), primary_key=True),
    Column("external", String(64), unique=True),
    Column("source", String(16), nullable=False),
    Column("topic", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("directorate", String(64), nullable=False),
    Column("service_day", Date, nullable=False),
    Column("registered_at", Instant, nullable=False),
    Column("registered_by", String(200), nullable=False),
    Column("printed_latest", Date, nullable=False),
    Column("latest", Date, nullable=False),
    Column("latest_expected", Boolean, nullable=False),
    Column("visit", String(64), ForeignKey("visit.id")),
    Column("counter", Integer),
    Column("urgent", Boolean, nullable=False),
    Column("state", String(16), nullable=False),
    Column("referred_at", Instant),
    Column("referred_by", String(200)),
    Column("reply", Text),
    Column("replied_at", Instant),
    Column("replied_by", String(200)),
    Column("decision", Text),
    Column("decided_by", String(200)),
    Column("power", String(64)),
    Column("decided_on", Date),
    Column("decided_omr", Integer),
    Column("withdrawn_why", Text),
    Column("visitor_told_at", Instant),
    Column("visitor_told_by", String(200)),
    Column("told", Integer, nullable=False),
    Index(None, "state", "latest"),
    Index(None, "directorate", "state"),
    Index(None, "service_day"),
    Index(None, "visit"),
)
