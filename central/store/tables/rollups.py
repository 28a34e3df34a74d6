"""Tables of the centre's figures and chores: roll-ups, days that lag, targets, hours, what its staff and it did."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table, Text

from central.store.tables.halls import Instant, metadata

ALL = ""
"""In place of a hall or a service: all of them together."""

rollup = Table(
    "rollup",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("span", String(5), primary_key=True),
    Column("first", Date, primary_key=True),
    Column("service", String(40), primary_key=True),
    Column("total", Text, nullable=False),
    Column("parts", Text, nullable=False),
    Index(None, "span", "first", "service"),
)

dirty_day = Table(
    "dirty_day",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("service_day", Date, primary_key=True),
    Column("since", Instant, nullable=False),
)

training_hours = Table(
    "training_hours",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("hours", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("entered_at", Instant, nullable=False),
)

centre_act = Table(
    "centre_act",
    metadata,
    Column("id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(40), nullable=False),
    Column("hall", String(40)),
    Column("detail", Text, nullable=False),
)

chore_run = Table(  # the last run of each periodic task of the centre
    "chore_run",
    metadata,
    Column("chore", String(40), primary_key=True),
    Column("ran_at", Instant, nullable=False),
    Column("problem", Text, nullable=False),
)

service_target = Table(
    "service_target",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("service", String(40), primary_key=True),
    Column("target_s", Integer, nullable=False),
)
