"""The table of what figures need of a service day, put together once so that a year need not be read stage by stage."""

from __future__ import annotations

from sqlalchemy import Column, Date, String, Table, Text

from hall.adapters.column_types import BIG
from hall.adapters.tables import metadata

day_figures = Table(
    "day_figures",
    metadata,
    Column("service_day", Date, primary_key=True),
    Column("seq", BIG, nullable=False),  # the day's newest fact when this was put together: with a newer one it is old
    Column("zone", String(64), nullable=False),  # in which the hours are local
    Column("stages", Text, nullable=False),  # hall.adapters.stage_columns
)
