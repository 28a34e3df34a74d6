"""Make the monthly partitions of the visits on PostgreSQL before their days come in, and drop those emptied.

There is no default partition: it would have to be searched before each new month, and a month could not be detached
beside it. Days far outside the present never get here; they lie in quarantine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from weakref import WeakKeyDictionary

from psycopg.errors import LockNotAvailable
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

_NAME = re.compile(r"visit_\d{4}_\d{2}")
_LOCK = 0x64617772  # "dawr": any number, as long as only this uses it
MONTHS_BEHIND, _MONTHS_AHEAD = 14, 3
"""Days that are taken in lie within them, except those of a centre that was not started for three months."""
_PATIENCE_MS = 500
"""So long dropping a partition may make batches wait."""

# Asking costs a connection and a transaction a batch. Only months that are made ahead are remembered, and those are
# never dropped; an older one, of which a visit left quarantine, is asked for each time.
_THERE: WeakKeyDictionary[Engine, set[date]] = WeakKeyDictionary()


def is_partition(table: str) -> bool:
    """Say whether a table is one of the monthly partitions.

    >>> [is_partition(name) for name in ("visit_2026_11", "visit")]
    [True, False]
    """
    return _NAME.fullmatch(table) is not None


def month_of(day: date) -> tuple[date, date]:
    """Return the first day of a day's month and of the month after it.

    >>> month_of(date(2026, 12, 24))
    (datetime.date(2026, 12, 1), datetime.date(2027, 1, 1))
    """
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1)


def ensure_months(engine: Engine, days: Iterable[date]) -> None:
    """Make the partitions that `days` need, in a transaction of their own; nothing to do on SQLite.

    Never within a transaction that stores: the new partition locks the whole table, and whoever already waits for a
    hall's row while holding a part of the table would wait for ever.
    """
    known = _THERE.get(engine, set())
    months = {month_of(day) for day in days if day.replace(day=1) not in known}
    if engine.dialect.name == "postgresql" and months:
        _make(engine, months)


def make_ahead(engine: Engine, today: date) -> None:
    """Make the months in which days may come in, from 14 before today's to three after it, and remember them."""
    this = today.year * 12 + today.month - 1
    months = range(this - MONTHS_BEHIND, this + _MONTHS_AHEAD + 1)
    ahead = {date(month // 12, month % 12 + 1, 1) for month in months}
    ensure_months(engine, ahead)
    _THERE[engine] = ahead


def drop_emptied(engine: Engine, months: Iterable[date]) -> Sequence[date]:
    """Drop the partitions of these months that hold no visit and return which; nothing to do on SQLite.

    Each in a transaction of its own that gives up rather than make a batch wait; it is tried again the next night.
    """
    if engine.dialect.name != "postgresql":
        return []
    with engine.connect().execution_options(read_only=True) as connection:
        there = _existing(connection, [_name(month) for month in months])
    return [month for month in sorted(months) if _name(month) in there and _dropped(engine, _name(month))]


def _dropped(engine: Engine, name: str) -> bool:
    try:
        with engine.begin() as connection:
            connection.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE_MS}ms'"))
            # Whoever would store into it waits from here on, and then makes the month anew.
            connection.execute(text(f"LOCK TABLE ONLY visit, {name} IN ACCESS EXCLUSIVE MODE"))
            if connection.execute(text(f"SELECT 1 FROM {name} LIMIT 1")).first() is not None:  # noqa: S608 - our name
                return False
            connection.execute(text(f"DROP TABLE {name}"))
    except OperationalError as error:
        if isinstance(error.orig, LockNotAvailable):
            return False
        raise
    return True


def _make(engine: Engine, months: Iterable[tuple[date, date]]) -> None:
    with engine.begin() as connection:
        there = _existing(connection, [_name(first) for first, _ in months])
        missing = [month for month in sorted(months) if _name(month[0]) not in there]
        if not missing:
            return
        # Two halls that bring the first day of a month together would both make it, and one would fail.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        for first, after in missing:
            span = f"FROM ('{first.isoformat()}') TO ('{after.isoformat()}')"
            connection.execute(text(f"CREATE TABLE IF NOT EXISTS {_name(first)} PARTITION OF visit FOR VALUES {span}"))


def _existing(connection: Connection, names: list[str]) -> set[str]:
    asked = text("SELECT relname FROM pg_class WHERE relname = ANY(:names) AND pg_table_is_visible(oid)")
    return set(connection.execute(asked, {"names": names}).scalars())


def _name(first: date) -> str:
    return f"visit_{first:%Y_%m}"
