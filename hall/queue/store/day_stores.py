"""Service days and running numbers in the database, as ports of the application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, Select, bindparam, func, insert, null, select, union_all, update

from hall.calendar.service_day import DayState, ServiceDay
from hall.kernel.ids import DeviceId, ServiceCode
from hall.platform.db.moment_rows import moment, moment_set, read_readings, readings_text
from hall.platform.db.tables.core import call_count, number_line, service_day
from hall.platform.db.tables.kept import number_block
from hall.platform.db.upsert import upsert
from hall.queue.model.numbers.number_block import NumberBlock

_LATEST = select(service_day).order_by(service_day.c.saved.desc()).limit(1)
_LATEST_DATE = select(service_day.c.day).order_by(service_day.c.saved.desc()).limit(1)
_CALLS = select(call_count.c.service, call_count.c.calls).where(call_count.c.service_day == bindparam("day"))
_NEXT_SAVED = select(func.coalesce(func.max(service_day.c.saved), 0) + 1)
_PREVIOUS_SAVED = select(func.coalesce(func.min(service_day.c.saved), 0) - 1)
_LAST = select(number_line.c.last).where(
    number_line.c.service_day == bindparam("day"), number_line.c.service == bindparam("service")
)
_LAST_AND_KEPT = union_all(
    _LAST.add_columns(null().label("first"), null().label("device")),
    select(number_block.c.last, number_block.c.first, number_block.c.device).where(
        number_block.c.service == bindparam("service")
    ),
)
_SET_LAST = (
    update(number_line)
    .where(number_line.c.service_day == bindparam("day"), number_line.c.service == bindparam("code"))
    .values(last=bindparam("number"))
)
_COUNT_CALL = (
    update(call_count)
    .where(call_count.c.service_day == bindparam("day"), call_count.c.service == bindparam("code"))
    .values(calls=call_count.c.calls + 1)
)


class SqlDays:
    """The service days; the one that was saved last is the hall's. Made for one piece of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._latest: date | None = None
        """The date of `latest`, once this work has read or saved it."""

    def latest(self) -> ServiceDay | None:
        """Return the day that was saved last, or None in a new hall."""
        row = self._connection.execute(_LATEST).first()
        if row is None:
            return None
        self._latest = row.day
        readings = read_readings(row.readings)
        return ServiceDay(
            day=row.day,
            state=DayState(row.state),
            opened=moment_set(row.opened_at, "opened", readings),
            closed=moment(row.closed_at, "closed", readings),
            closed_by=row.closed_by,
            previous_closed_by=row.previous_closed_by,
            by_hand=bool(row.by_hand),
            doubted=row.doubted,
        )

    def latest_date(self) -> date | None:
        """Return the date of `latest`."""
        if self._latest is None:
            self._latest = self._connection.execute(_LATEST_DATE).scalar_one_or_none()
        return self._latest

    def save(self, day: ServiceDay) -> None:
        """Store a new or changed day; it is the hall's from now on."""
        upsert(self._connection, service_day, self._values(day, _NEXT_SAVED), key=("day",))
        self._latest = day.day

    def fill_in(self, day: ServiceDay) -> None:
        """Store a day that nobody opened, if it is not there; the hall's day stays the one that was saved last."""
        known = self._connection.execute(select(service_day.c.day).where(service_day.c.day == day.day)).first()
        if known is None:
            self._connection.execute(insert(service_day), self._values(day, _PREVIOUS_SAVED))

    def _values(self, day: ServiceDay, saved: Select[tuple[int]]) -> dict[str, object]:
        return {
            "day": day.day,
            "state": day.state.value,
            "saved": self._connection.execute(saved).scalar_one(),
            "opened_at": day.opened.at,
            "closed_at": day.closed.at if day.closed else None,
            "readings": readings_text({"opened": day.opened, "closed": day.closed}),
            "closed_by": day.closed_by,
            "previous_closed_by": day.previous_closed_by,
            "by_hand": int(day.by_hand),
            "doubted": day.doubted,
        }


class SqlNumbers:
    """Running numbers and counts of calls."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self, day: date, service: ServiceCode) -> int | None:
        """Return the last number given, or None when none was given today."""
        found = self._connection.execute(_LAST, {"day": day, "service": service}).scalar_one_or_none()
        return None if found is None else int(found)

    def last_and_kept(self, day: date, service: ServiceCode) -> tuple[int | None, Sequence[NumberBlock]]:
        """Return `last` and the service's blocks for kiosks in one question: each issue asks this."""
        last, kept = None, []
        for row in self._connection.execute(_LAST_AND_KEPT, {"day": day, "service": service}):
            if row.device is None:
                last = int(row.last)
            else:
                kept.append(NumberBlock(service, DeviceId(row.device), row.first, row.last))
        return last, kept

    def set_last(self, day: date, service: ServiceCode, number: int) -> None:
        """Remember the last number given."""
        moved = self._connection.execute(_SET_LAST, {"day": day, "code": service, "number": number})
        if moved.rowcount == 0:
            self._connection.execute(insert(number_line), {"service_day": day, "service": service, "last": number})

    def calls(self, day: date) -> Mapping[ServiceCode, int]:
        """Return how often each service was called today (recalls not counted)."""
        counted = self._connection.execute(_CALLS, {"day": day})
        return {ServiceCode(service): calls for service, calls in counted}

    def count_call(self, day: date, service: ServiceCode) -> None:
        """Count one call of the service."""
        counted = self._connection.execute(_COUNT_CALL, {"day": day, "code": service})
        if counted.rowcount == 0:
            self._connection.execute(insert(call_count), {"service_day": day, "service": service, "calls": 1})
