"""Whether the hall may be updated now: after closing or before its doors open, never while visitors are served."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from hall.calendar.service_day import DayState, times_on
from hall.config import HallConfig
from hall.platform.db.engine import StoreError, open_for_reads
from hall.platform.db.tables.core import service_day
from hall.settings.store.settings_store import NoSettingsError, read_settings

BEFORE_DOORS = timedelta(minutes=15)
"""An update begun later might not be done, or undone, when the doors open."""


def reason_to_wait(config: HallConfig, now: datetime) -> str:
    """Return why the hall may not be updated now, or nothing when it may."""
    try:
        engine = open_for_reads(config.database_url)
    except StoreError as error:
        return f"the hall's database cannot be read: {error}"
    try:
        return _reason(engine, now)
    except NoSettingsError:
        return ""
    except DBAPIError as error:
        return f"the hall's database cannot be read: {error.orig}"
    finally:
        engine.dispose()


def _reason(engine: Engine, now: datetime) -> str:
    with engine.connect() as connection:
        settings = read_settings(connection)
        newest = connection.execute(select(service_day).order_by(service_day.c.saved.desc()).limit(1)).first()
    here = now.astimezone(ZoneInfo(settings.time_zone))
    if newest is not None and newest.state != DayState.CLOSED.value:
        return f"the service day {newest.day} is not closed"
    times = times_on(here.date(), settings.hours)
    if times is None or (newest is not None and newest.day == here.date()):
        return ""
    if (here + BEFORE_DOORS).time() >= times.doors and here.time() < times.closing:
        return f"the doors open at {times.doors:%H:%M}"
    return ""
