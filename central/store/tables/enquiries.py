"""Tables of the enquiries of all halls: each at its newest revision, their months, and what topics are called."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from central.store.tables.halls import BIG, JSON_TEXT, Instant, metadata

enquiry = Table(
    "enquiry",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("number", BIG, primary_key=True),
    Column("asked_at", Instant, primary_key=True),  # a restored hall may give a number again
    Column("rev", Integer, nullable=False),
    Column("service_day", Date, nullable=False, index=True),
    Column("month", Date, nullable=False),
    Column("topic", String(64), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("left_open", Boolean, nullable=False),
    Column("reply_s", Integer),  # from asking to the answer, of those that were left open
    Column("body", JSON_TEXT, nullable=False),
    Column("received_at", Instant, nullable=False),
    Index(None, "hall", "month"),
    Index(None, "state", "asked_at"),
)

enquiry_month = Table(
    "enquiry_month",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("topic", String(64), primary_key=True),
    Column("channel", String(16), primary_key=True),
    Column("came", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("left_open", Integer, nullable=False),
    Column("replied", Integer, nullable=False),
    Column("reply_s", BIG, nullable=False),  # the sum
    Index(None, "month"),
)

enquiry_topic = Table(
    "enquiry_topic",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("topic", String(64), primary_key=True),
    Column("names", JSON_TEXT, nullable=False),
)
