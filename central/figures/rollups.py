"""Keep the roll-ups in step with the visits: count a changed day again, and add the change to its month and year.

A batch marks its days (`mark_dirty`) in the transaction that stores them. `refresh` takes some marks away, counts those
days from the visits, and applies the difference to the day of all halls and to each month and year, all in one
transaction: a reader sees either all of it or nothing. A batch that comes meanwhile waits for the mark's row and
marks the day again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, delete, exists, func, insert, select, text, tuple_
from sqlalchemy.dialects import sqlite

from central.figures.visit_stages import day_slices
from central.store.tables.halls import visit
from central.store.tables.rollups import ALL, dirty_day, rollup, service_target
from figures.slices import Slice, joined, slice_of

DAYS_AT_ONCE = 64
COUNTING_LOCK = 0x64617773  # one refresher at a time, whichever process it lives in
_COLUMNS = (
    visit.c.service_day, visit.c.ticket, visit.c.service, visit.c.lane, visit.c.visitor_kind, visit.c.state,
    visit.c.outcome, visit.c.stages, visit.c.counter, visit.c.issued_at, visit.c.called_at, visit.c.begun_at,
    visit.c.waiting_s, visit.c.time_to_begin_s, visit.c.serving_s,
)  # fmt: skip

_MARK = text(
    "INSERT INTO dirty_day (hall, service_day, since) SELECT :hall, day, :now FROM unnest(CAST(:days AS date[])) AS day"
    " ON CONFLICT DO NOTHING"
)

Place: TypeAlias = tuple[str, str, date, str]
"""A roll-up's key: hall, span, first day, service."""
Changes: TypeAlias = dict[Place, Slice]


def mark_dirty(connection: Connection, hall: str, days: Iterable[date], *, now: datetime) -> None:
    """Note that these days of a hall must be counted again; a day that is already marked keeps its time."""
    marked = sorted(set(days))
    if not marked:
        return
    if connection.dialect.name == "postgresql":  # one statement however many days; always in the order of days
        connection.execute(_MARK, {"hall": hall, "days": marked, "now": now})
        return
    rows = [{"hall": hall, "service_day": day, "since": now} for day in marked]
    connection.execute(sqlite.insert(dirty_day).on_conflict_do_nothing(), rows)


def mark_hall_dirty(connection: Connection, hall: str, *, now: datetime) -> None:
    """Mark all of a hall's days to be counted again, because the targets of its services changed."""
    kept = select(rollup.c.first).where(rollup.c.hall == hall, rollup.c.span == "day").distinct()
    days = connection.execute(kept).scalars().all()
    mark_dirty(connection, hall, days, now=now)


def dirty_days(engine: Engine) -> int:
    """Return how many days are behind."""
    with engine.connect().execution_options(read_only=True) as connection:
        return connection.execute(select(func.count()).select_from(dirty_day)).scalar_one()


def refresh(engine: Engine, *, time_zone: str, days_at_once: int = DAYS_AT_ONCE) -> int:
    """Count the oldest marked days of one hall again and return how many; 0 when nothing is behind."""
    with engine.begin() as connection:
        count_alone(connection)
        hall, marked = _taken(connection, days_at_once)
        fresh = _counted(connection, hall, marked, ZoneInfo(time_zone))
        # A day without visits was deleted by the cleanup: what was counted of it stays.
        days = sorted({day for _, _, day, _ in fresh})
        if days:
            _apply(connection, _upward(_replaced(connection, hall, days, fresh)))
    return len(marked)


def any_day_deleted(connection: Connection, hall: str, days: Iterable[date]) -> bool:
    """Return whether one of these days of a hall was counted and its visits were deleted since."""
    kept = exists().where(visit.c.hall == hall, visit.c.service_day == rollup.c.first)
    counted = (rollup.c.hall == hall, rollup.c.span == "day", rollup.c.first.in_(list(days)), rollup.c.service == ALL)
    return connection.execute(select(rollup.c.first).where(*counted, ~kept).limit(1)).first() is not None


def count_alone(connection: Connection) -> None:
    """Wait until nobody counts days, and let nobody begin to the transaction's end; SQLite lets one write anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": COUNTING_LOCK})


def _taken(connection: Connection, limit: int) -> tuple[str, Sequence[date]]:
    hall = connection.execute(select(dirty_day.c.hall).order_by(dirty_day.c.since).limit(1)).scalar_one_or_none()
    if hall is None:
        return "", ()
    marked = select(dirty_day.c.service_day).where(dirty_day.c.hall == hall).order_by(dirty_day.c.service_day)
    # A batch that is storing such a day holds its mark: that day comes next time.
    days = connection.execute(marked.limit(limit).with_for_update(skip_locked=True)).scalars().all()
    gone = delete(dirty_day).where(dirty_day.c.hall == hall, dirty_day.c.service_day.in_(days))
    connection.execute(gone)
    return hall, days


def _counted(connection: Connection, hall: str, days: Sequence[date], zone: ZoneInfo) -> Changes:
    found = select(service_target.c.service, service_target.c.target_s).where(service_target.c.hall == hall)
    targets: Mapping[str, float] = {row.service: float(row.target_s) for row in connection.execute(found)}
    visits = select(*_COLUMNS).where(visit.c.hall == hall, visit.c.service_day.in_(days))
    by_day: dict[date, list[Any]] = {day: [] for day in days}
    for row in connection.execute(visits):
        by_day[row.service_day].append(row)
    fresh: Changes = {}
    for day, rows in by_day.items():
        services = day_slices(rows, day, zone=zone, targets=targets)
        if services:
            services[ALL] = joined(services.values())
        fresh |= {(hall, "day", day, service): one for service, one in services.items()}
    return fresh


def _replaced(connection: Connection, hall: str, days: Sequence[date], fresh: Changes) -> Changes:
    """Put the fresh days in place of the old ones and return the difference."""
    where = (rollup.c.hall == hall, rollup.c.span == "day", rollup.c.first.in_(days))
    changes = dict(fresh)
    for place, old in _read(connection, where).items():
        changes[place] = joined([fresh[place]]) if place in fresh else Slice()
        changes[place].merge(old, -1)
    connection.execute(delete(rollup).where(*where))
    _write(connection, fresh)
    return {place: change for place, change in changes.items() if _differs(change)}


def _differs(change: Slice) -> bool:
    return not change.empty or any(change.parts.values())


def _upward(changes: Changes) -> Changes:
    """Return what the changes of one hall's days add to its months and years and to all halls together.

    Places may share a slice: what is added to the hall's month is what is added to everybody's.
    """
    months: Changes = {}
    for (hall, _, day, service), change in changes.items():
        months.setdefault((hall, "month", day.replace(day=1), service), Slice()).merge(change)
    years: Changes = {}
    for (hall, _, first, service), change in months.items():
        years.setdefault((hall, "year", first.replace(month=1), service), Slice()).merge(change)
    own = months | years
    return own | {(ALL, *place[1:]): change for place, change in (changes | own).items()}


def _apply(connection: Connection, changes: Changes) -> None:
    for part in _in_runs(sorted(changes), 200):
        where = (tuple_(rollup.c.hall, rollup.c.span, rollup.c.first, rollup.c.service).in_(part),)
        kept = _read(connection, where)
        for place in part:
            if place in kept:
                kept[place].merge(changes[place])
            else:
                kept[place] = changes[place]
        connection.execute(delete(rollup).where(*where))
        _write(connection, kept)


def _read(connection: Connection, where: Iterable[Any]) -> Changes:
    return {
        (row.hall, row.span, row.first, row.service): slice_of(row.total, row.parts)
        for row in connection.execute(select(rollup).where(*where))
    }


def _write(connection: Connection, slices: Changes) -> None:
    rows = [
        {"hall": hall, "span": span, "first": first, "service": service,
         "total": one.total_text(), "parts": one.parts_text()}
        for (hall, span, first, service), one in slices.items() if not one.empty
    ]  # fmt: skip
    if rows:
        connection.execute(insert(rollup), rows)


def _in_runs(places: Sequence[Place], length: int) -> Iterable[Sequence[Place]]:
    for at in range(0, len(places), length):
        yield places[at : at + length]
