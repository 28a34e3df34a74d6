"""How kiosks were used in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, and_, insert, select, update

from contracts.devices.kiosk_use import UseCount, UseKind, UseRow
from hall.devices.store.tables_kiosk import kiosk_count, kiosk_report
from hall.kernel.ids import DeviceId
from hall.platform.db.upsert import upsert


class SqlKioskUse:
    """One row for each kiosk, day, hour, kind and key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last_report(self, device: DeviceId) -> str | None:
        """Return the id of the report of this kiosk that was counted last, or None."""
        asked = select(kiosk_report.c.report).where(kiosk_report.c.device == device)
        return self._connection.execute(asked).scalar_one_or_none()

    def add(self, device: DeviceId, report: str, counts: Sequence[UseCount]) -> None:
        """Add the counts of a report and keep its id as the last one."""
        for one in counts:
            self._add(device, one)
        upsert(self._connection, kiosk_report, {"device": device, "report": report}, key=("device",))

    def _add(self, device: DeviceId, one: UseCount) -> None:
        values = {"device": device, "day": one.day, "hour": one.hour, "kind": one.kind.value, "key": one.key}
        same = and_(*(kiosk_count.c[name] == value for name, value in values.items()))
        more = update(kiosk_count).where(same).values(many=kiosk_count.c.many + one.many)
        if not self._connection.execute(more).rowcount:
            self._connection.execute(insert(kiosk_count), {**values, "many": one.many})

    def rows(self, first: date, last: date) -> Sequence[UseRow]:
        """Return the counters of the days from `first` to `last`."""
        asked = select(kiosk_count).where(kiosk_count.c.day.between(first, last)).order_by(*kiosk_count.primary_key)
        return [
            UseRow(row.device, row.day, row.hour, UseKind(row.kind), row.key, row.many)
            for row in self._connection.execute(asked)
        ]
