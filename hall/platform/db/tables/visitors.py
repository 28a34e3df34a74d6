"""The tables of what visitors leave or have booked: sealed telephone numbers, appointments and return codes."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, LargeBinary, String, Table, Text, text

from hall.platform.db.column_types import Instant
from hall.platform.db.tables.core import metadata

WITH_OFFICIAL_SQL = "official IS NOT NULL AND cancelled_at IS NULL"

visit_phone = Table(
    "visit_phone",
    metadata,
    Column("visit", String(64), ForeignKey("visit.id"), primary_key=True),
    Column("service_day", Date, nullable=False),  # whose key seals it
    Column("sealed", LargeBinary, nullable=False),
    Column("until_at", Instant, nullable=False),
    Index(None, "until_at"),
)

appointment = Table(
    "appointment",
    metadata,
    Column("number", String(16), primary_key=True),
    Column("service_day", Date, nullable=False),
    Column("service", String(64), nullable=False),
    Column("slot_at", Instant, nullable=False),
    Column("booked_at", Instant, nullable=False),
    Column("booked_by", String(200), nullable=False),
    Column("cancelled_at", Instant),
    Column("visit", String(64), ForeignKey("visit.id"), unique=True),
    Column("official", String(64)),
    Column("guest_name", String(200)),
    Column("purpose", String(200)),
    Column("sealed", LargeBinary),
    Index(None, "service_day", "slot_at"),
    Index(
        "uq_appointment_official_slot",
        "official",
        "slot_at",
        unique=True,
        sqlite_where=text(WITH_OFFICIAL_SQL),
        postgresql_where=text(WITH_OFFICIAL_SQL),
    ),
)

return_slip = Table(  # who may come back on another day because documents were missing
    "return_slip",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("visit", String(64), ForeignKey("visit.id"), nullable=False),
    Column("service", String(64), nullable=False),
    Column("made_on", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("missing", Text, nullable=False),  # JSON
    Column("used_by", String(64)),
    Index(None, "visit"),
)
