"""Appointments on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hall.adapters.sql_work import SqlWork
from hall.domain.appointment import Appointment
from hall.domain.ids import ServiceCode, VisitId
from tests.hall.adapters.conftest import Hall
from tests.hall.adapters.test_lane_memory import visit
from tests.helpers.example_hall import TUESDAY

SLOT = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LATER = Appointment("48217390", ServiceCode("L"), TUESDAY, SLOT, SLOT - timedelta(days=1), "الاستقبال")
SOONER = replace(LATER, number="12345678", slot=SLOT - timedelta(minutes=5))


def test_an_appointment_is_kept_found_and_changed(hall: Hall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.appointments
        kept.save(LATER)
        kept.save(SOONER)
        work.visits.add(visit("v1"))
        seen: list[object] = [kept.find("48217390"), kept.find("00000000"), list(kept.of_day(TUESDAY))]
        checked = replace(LATER, visit=VisitId("v1"))
        kept.save(checked)
        kept.save(replace(SOONER, cancelled=SLOT))
        return [
            *seen,
            kept.find("48217390") == checked,
            kept.find("12345678"),
            list(kept.of_day(TUESDAY.replace(day=1))),
        ]

    assert hall.do(life) == [LATER, None, [SOONER, LATER], True, replace(SOONER, cancelled=SLOT), []]
