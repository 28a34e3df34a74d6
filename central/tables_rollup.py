"""Tables of what figures are made of: roll-ups by hall and day, month and year, and the days that lag."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table, Text

from central.tables import Instant, metadata

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

service_target = Table(
    "service_target",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("service", String(40), primary_key=True),
    Column("target_s", Integer, nullable=False),
)
