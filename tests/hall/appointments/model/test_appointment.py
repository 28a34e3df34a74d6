"""When the holder of a booking may come in, to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from hall.appointments.model import refusals as appointments_refusals
from hall.appointments.model.appointment import Appointment, CheckInTime, is_number, slot_moment
from hall.kernel import refusals
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.kiosk_settings import Appointments
from hall.kernel.moment import Moment
from tests.helpers.replacing import replace

DAY, SLOT = date(2026, 11, 24), datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LIMITS = Appointments(offered=True, early_s=1800, late_s=900)
BOOKED = Appointment("48217390", ServiceCode("L"), DAY, SLOT, SLOT - timedelta(days=3), "reception")
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "word"),
    [
        (SLOT - timedelta(minutes=30) - SECOND, CheckInTime.EARLY),
        (SLOT - timedelta(minutes=30), CheckInTime.OPEN),
        (SLOT, CheckInTime.OPEN),
        (SLOT + timedelta(minutes=15), CheckInTime.OPEN),
        (SLOT + timedelta(minutes=15) + SECOND, CheckInTime.LATE),
    ],
)
def test_the_door_opens_and_closes_around_the_slot(at: datetime, word: CheckInTime) -> None:
    assert BOOKED.check_in(at, DAY, LIMITS) is word


@pytest.mark.parametrize(
    ("known", "today", "at", "error"),
    [
        (BOOKED, DAY, SLOT - timedelta(hours=1), appointments_refusals.AppointmentEarlyError),
        (BOOKED, DAY, SLOT + timedelta(hours=1), appointments_refusals.AppointmentLateError),
        (BOOKED, DAY + timedelta(days=1), SLOT + timedelta(days=1), appointments_refusals.AppointmentOtherDayError),
        (replace(BOOKED, visit=VisitId("v0")), DAY, SLOT, appointments_refusals.AppointmentUsedError),
        (replace(BOOKED, cancelled=SLOT), DAY, SLOT, appointments_refusals.AppointmentCancelledError),
    ],
)
def test_who_may_not_come_in_is_told_why(
    known: Appointment, today: date, at: datetime, error: type[refusals.HallError]
) -> None:
    with pytest.raises(error, match="this appointment") as refusal:
        known.become(VisitId("v1"), at, today, LIMITS)
    assert BOOKED.number not in str(refusal.value), "a number that lets its holder in is in no log"


def test_it_becomes_a_visit_once_and_is_cancelled_only_before() -> None:
    checked = BOOKED.become(VisitId("v1"), SLOT, DAY, LIMITS)
    assert checked.visit == "v1"
    with pytest.raises(appointments_refusals.AppointmentUsedError):
        checked.cancel(SLOT)
    cancelled = BOOKED.cancel(SLOT)
    assert cancelled.cancelled == SLOT
    assert cancelled.cancel(SLOT + SECOND) == cancelled


def test_a_slot_ahead_is_ahead_on_the_monotonic_clock_too() -> None:
    now = Moment(SLOT - timedelta(minutes=10), 5_000_000_000, "b1")
    slot = slot_moment(SLOT, now)
    assert (slot.at, slot.monotonic_ns - now.monotonic_ns) == (SLOT, 600_000_000_000)
    assert slot.seconds_since(now) == 600


@pytest.mark.parametrize("text", ["", "12345", "1234567890123", "12 34567", "٤٨٢١٧٣٩٠", "A1234567"])
def test_what_cannot_be_typed_on_a_keypad_is_no_number(text: str) -> None:
    assert not is_number(text)
