"""The tables of enquiries and of the sealed numbers to call back."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from hall.platform.db.column_types import BIG, Instant
from hall.platform.db.tables.core import metadata

enquiry = Table(
    "enquiry",
    metadata,
    Column("number", BIG, primary_key=True, autoincrement=False),
    Column("topic", String(64), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("service_day", Date, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("received_by", String(200), nullable=False),
    Column("state", String(16), nullable=False),
    Column("question", Text),
    Column("handed_to", String(200)),
    Column("answer", Text),
    Column("answered_at", Instant),
    Column("answered_by", String(200)),
    Column("confirmed_at", Instant),
    Column("told", Integer, nullable=False),
    Index(None, "service_day", "told"),  # whether a period has changed is asked at each look at its figures
    Index(None, "state", "received_at"),
)

enquiry_phone = Table(
    "enquiry_phone",
    metadata,
    Column("number", BIG, ForeignKey("enquiry.number"), primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),  # whose key seals it
    Column("sealed", LargeBinary, nullable=False),
    Column("until_at", Instant, nullable=False),
    Index(None, "until_at"),
)
