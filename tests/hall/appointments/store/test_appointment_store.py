"""Appointments on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from hall.appointments.model.appointment import Appointment, Guest
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import ServiceCode, VisitId
from hall.platform.db.legal_holds import VISIT, lift_hold, place_hold
from tests.hall.queue.store.test_visit_rows import visit
from tests.helpers.example_hall import TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

SLOT = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LATER = Appointment("48217390", ServiceCode("L"), TUESDAY, SLOT, SLOT - timedelta(days=1), "الاستقبال")
SOONER = replace(LATER, number="12345678", slot=SLOT - timedelta(minutes=5))


def test_an_appointment_is_kept_found_and_changed(stored_hall: StoredHall) -> None:
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

    assert stored_hall.do(life) == [LATER, None, [SOONER, LATER], True, replace(SOONER, cancelled=SLOT), []]


def test_the_appointments_of_several_days_are_read_at_once(stored_hall: StoredHall) -> None:
    after = replace(SOONER, number="55555555", service_day=TUESDAY + timedelta(days=1), slot=SLOT + timedelta(days=1))

    def life(work: SqlWork, _now: object) -> list[object]:
        for one in (after, LATER, SOONER):
            work.appointments.save(one)
        days = (TUESDAY - timedelta(days=1), TUESDAY, after.service_day)
        return [list(work.appointments.of_days(day, days[-1])) for day in days]

    assert stored_hall.do(life) == [[SOONER, LATER, after], [SOONER, LATER, after], [after]]


def test_who_comes_to_an_official_is_kept_and_forgotten(stored_hall: StoredHall) -> None:
    guest = Guest("director", "سعيد", "قطعة", b"\x00sealed")
    mine = replace(LATER, guest=guest)
    bare = replace(SOONER, guest=Guest("director"))

    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.appointments
        for one in (mine, bare, replace(SOONER, number="55555555")):
            kept.save(one)
        seen: list[object] = [kept.find("48217390"), list(kept.with_officials(TUESDAY, TUESDAY)), kept.phone_days()]
        kept.save(replace(bare, cancelled=SLOT))
        seen += [list(kept.with_officials(TUESDAY, TUESDAY)), kept.erase_guests(SLOT)]
        return [*seen, kept.erase_guests(SLOT + timedelta(seconds=1)), kept.find("48217390"), kept.phone_days()]

    forgotten = replace(mine, guest=Guest("director"))
    assert stored_hall.do(life) == [mine, [bare, mine], {TUESDAY}, [mine], 0, 1, forgotten, set()]


def test_name_and_purpose_of_a_held_visit_stay_until_the_hold_is_lifted(stored_hall: StoredHall) -> None:
    mine = replace(LATER, guest=Guest("director", "سعيد", "قطعة", b"\x00sealed"), visit=VisitId("v1"))
    after = SLOT + timedelta(days=1)

    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.appointments
        work.visits.add(visit("v1"))
        kept.save(mine)
        place_hold(work.connection, VISIT, "v1", "case 7", by="Salma", at=SLOT)
        seen: list[object] = [kept.erase_guests(after), kept.erase_guests(after), kept.find("48217390")]
        lift_hold(work.connection, VISIT, "v1", "case 7", by="Salma", at=after)
        return [*seen, kept.erase_guests(after), kept.find("48217390")]

    held = replace(mine, guest=Guest("director", "سعيد", "قطعة"))
    assert stored_hall.do(life) == [1, 0, held, 1, replace(mine, guest=Guest("director"))]


def test_no_slot_of_an_official_is_stored_twice(stored_hall: StoredHall) -> None:
    mine = replace(LATER, guest=Guest("director"))

    def life(work: SqlWork, _now: object) -> None:
        work.appointments.save(replace(mine, number="11111111", cancelled=SLOT))
        work.appointments.save(mine)
        work.appointments.save(replace(mine, number="22222222", guest=Guest("deputy")))
        with pytest.raises(IntegrityError), work.connection.begin_nested():
            work.appointments.save(replace(mine, number="33333333"))

    stored_hall.do(life)
