"""The tables of the hall's accounts; every secret as its hash."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from hall.platform.db.column_types import BIG, Instant
from hall.platform.db.tables.core import metadata

account = Table(
    "account",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("full_name", String(200), nullable=False),
    Column("role", String(16), nullable=False),
    Column("unit", String(64), nullable=False),
    Column("added_by", String(200), nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("password", Text),
    Column("authenticator", Text),  # its secret, sealed with the hall's key
    Column("last_step", BIG, nullable=False),  # of the last code taken: each is taken once
    Column("wrong", Integer, nullable=False),
    Column("locked_until", Instant),
    Column("set_up_code", String(64)),
    Column("set_up_until", Instant),
    Column("ready_at", Instant),
    Column("ended_at", Instant),
    # Who it is at the ministry's OpenID provider; both NULL for an account of the hall.
    Column("issuer", Text),
    Column("subject", String(255)),
    # Of a person on the centre's list; NULL for all others.
    Column("centre_at", Instant),
    Column("centre_until", Instant),
    Column("centre_code", String(64)),
    Column("locked_at", Instant),
    Column("unit_unknown", Boolean, nullable=False),
    UniqueConstraint("issuer", "subject", name="one_account_of_a_subject"),
)

recovery_code = Table(
    "recovery_code",
    metadata,
    Column("account", String(80), ForeignKey("account.name"), primary_key=True),
    Column("code_hash", String(64), primary_key=True),
    Column("used_at", Instant),
)
