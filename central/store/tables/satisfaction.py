"""Tables of what visitors of all halls say: answers after visits with their months, complaints and suggestions."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table

from central.store.tables.halls import JSON_TEXT, Instant, metadata

survey = Table(
    "survey",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("visit", String(64), primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("service_day", Date, nullable=False, index=True),
    Column("month", Date, nullable=False),
    Column("service", String(64), nullable=False),
    Column("hour", Integer, nullable=False),
    Column("face", Integer, nullable=False),
    Column("reason", String(40)),
    Column("way", String(40), nullable=False),
    Column("body", JSON_TEXT, nullable=False),
    Column("received_at", Instant, nullable=False),
    Index(None, "hall", "month"),
)

survey_month = Table(  # how many gave each face
    "survey_month",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("service", String(64), primary_key=True),
    Column("face", Integer, primary_key=True, autoincrement=False),
    Column("many", Integer, nullable=False),
    Index(None, "month"),
)

complaint = Table(
    "complaint",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("number", String(64), primary_key=True),
    Column("came_at", Instant, primary_key=True),  # a restored hall may give a number again
    Column("rev", Integer, nullable=False),
    Column("service_day", Date, nullable=False, index=True),
    Column("nature", String(40), nullable=False),
    Column("way", String(40), nullable=False),
    Column("state", String(40), nullable=False),
    Column("reply_s", Integer),  # from coming to the answer
    Column("body", JSON_TEXT, nullable=False),
    Column("received_at", Instant, nullable=False),
)
