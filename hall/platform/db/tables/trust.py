"""The tables by which a hall answers for itself: moves out of order, corrections, days as they were closed."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table, Text

from hall.platform.db.column_types import BIG, Instant
from hall.platform.db.tables.core import metadata

out_of_order = Table(  # each beside its fact, so that a quarter's need not be looked for among all facts
    "out_of_order",
    metadata,
    Column("seq", BIG, primary_key=True, autoincrement=False),
    Column("service_day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("by", String(200), nullable=False),
    Column("reason", String(200), nullable=False),
    Column("visit", String(64), nullable=False),
    Column("ticket", String(16), nullable=False),
    Column("service", String(64), nullable=False),
    Column("counter", Integer),
    Index(None, "service_day"),
)

visit_correction = Table(  # corrections of visits that are over, with both values
    "visit_correction",
    metadata,
    Column("visit", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("service_day", Date, nullable=False),
    Column("ticket", String(16), nullable=False),
    Column("position", Integer, nullable=False),
    Column("reason", String(32), nullable=False),
    Column("remark", Text),
    Column("by", String(200), nullable=False),
    Column("at", Instant, nullable=False),
    Column("before", Text, nullable=False),  # the values of the stage as JSON
    Column("after", Text, nullable=False),
    Column("taken_back_by", String(200)),
    Column("taken_back_at", Instant),
    Index(None, "service_day"),
)

closed_figures = Table(  # how a day stood when it was closed, so that a figure changed later shows both values
    "closed_figures",
    metadata,
    Column("service_day", Date, primary_key=True),
    Column("seq", BIG, nullable=False),  # the newest fact at the close
    Column("closed_at", Instant, nullable=False),
    Column("stages", Text, nullable=False),  # figures.stage_rows.StageRow as JSON lists
)

advice_given = Table(  # advice that the hall head received, and what happened in the hour after it
    "advice_given",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("service_day", Date, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("service", String(64), nullable=False),
    Column("counter", Integer, nullable=False),
    Column("agent", String(64)),
    Column("services", Text, nullable=False),  # codes as JSON
    Column("gain_low", Integer, nullable=False),
    Column("gain_likely", Integer, nullable=False),
    Column("gain_high", Integer, nullable=False),
    Column("share_without", Integer, nullable=False),  # percent, predicted
    Column("followed_at", Instant),
    Column("visitors", Integer),
    Column("within", Integer),
    Column("scored", Integer, nullable=False),
    Index(None, "service_day"),
    Index(None, "at"),
)
