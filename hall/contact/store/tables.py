"""The tables of messages to telephones and of the sealed numbers left for requests."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from hall.platform.db.column_types import Instant
from hall.platform.db.tables.core import metadata

message = Table(
    "message",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("about", String(64), nullable=False),  # a visit's id or a request's number
    Column("language", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("until_at", Instant, nullable=False),
    Column("next_try_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("settled_at", Instant),
    UniqueConstraint("about", "kind"),
    Index(None, "state", "next_try_at"),
)

request_phone = Table(
    "request_phone",
    metadata,
    Column("number", String(64), ForeignKey("request.number"), primary_key=True),
    Column("day", Date, nullable=False),  # whose key seals it
    Column("sealed", LargeBinary, nullable=False),
    Column("language", String(16), nullable=False),
    Column("until_at", Instant, nullable=False),
    Index(None, "until_at"),
)
