"""Whether the hall may be updated now, as its database says, beside the running service or without it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from commands.update.problem import Problem
from contracts.words.releases import ReleaseProblem
from hall.calendar.service_day import DayState
from hall.calendar.update_time import why_not_now
from hall.config import HallConfig
from hall.platform.db.engine import StoreError, open_for_reads
from hall.platform.db.tables.core import service_day
from hall.settings.store.settings_store import NoSettingsError, read_settings


def reason_to_wait(config: HallConfig, now: datetime) -> Problem | None:
    """Return why the hall may not be updated now, or None when it may."""
    try:
        engine = open_for_reads(config.database_url)
    except StoreError as error:
        return _unreadable(error)
    try:
        return _reason(engine, now)
    except NoSettingsError:
        return None
    except DBAPIError as error:
        return _unreadable(error.orig)
    finally:
        engine.dispose()


def _unreadable(error: object) -> Problem:
    return Problem(ReleaseProblem.DATABASE, f"the hall's database cannot be read: {error}")


def _reason(engine: Engine, now: datetime) -> Problem | None:
    with engine.connect() as connection:
        settings = read_settings(connection)
        newest = connection.execute(select(service_day).order_by(service_day.c.saved.desc()).limit(1)).first()
    is_closed = newest is not None and newest.state == DayState.CLOSED.value
    found = why_not_now(newest.day if newest else None, settings, now, is_closed=is_closed)
    return None if found is None else Problem(found.code, found.text)
