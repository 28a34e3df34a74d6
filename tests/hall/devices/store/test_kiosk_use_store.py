"""Counters of how kiosks were used, on both databases."""

from __future__ import annotations

from datetime import date

from contracts.devices.kiosk_use import KioskUseRequest, UseCount, UseKind
from hall.composition.sql_work import SqlWork
from hall.devices.commands.count_kiosk_use import count_kiosk_use
from hall.kernel.ids import DeviceId
from tests.helpers.stored_hall import StoredHall

SUNDAY = date(2026, 11, 29)
MONDAY = date(2026, 11, 30)
K1, K2 = DeviceId("k1"), DeviceId("k2")


def report(name: str, *counts: UseCount) -> KioskUseRequest:
    return KioskUseRequest(name, counts)


def count(kind: UseKind, many: int = 1, *, key: str = "", day: date = SUNDAY, hour: int = 9) -> UseCount:
    return UseCount(day, hour, kind, key, many)


def test_reports_are_added_by_kiosk_day_hour_and_screen(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        left = count(UseKind.ABANDONED, key="services")
        for name in ("r1", "r2"):
            count_kiosk_use(K1, report(name, count(UseKind.STARTED, 2), left), work=work)
        count_kiosk_use(K2, report("r1", count(UseKind.STARTED), count(UseKind.STARTED, 5, day=MONDAY)), work=work)
        return [tuple(row) for row in work.kiosk_use.rows(SUNDAY, SUNDAY)]

    assert stored_hall.do(life) == [
        ("k1", SUNDAY, 9, UseKind.ABANDONED, "services", 2),
        ("k1", SUNDAY, 9, UseKind.STARTED, "", 4),
        ("k2", SUNDAY, 9, UseKind.STARTED, "", 1),
    ]


def test_the_same_report_is_counted_once_however_late_it_comes_again(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        for _ in range(3):
            count_kiosk_use(K1, report("r1", count(UseKind.STARTED)), work=work)
        count_kiosk_use(K1, report("r2", count(UseKind.STARTED)), work=work)
        return [row.many for row in work.kiosk_use.rows(SUNDAY, MONDAY)]

    assert stored_hall.do(life) == [2]
