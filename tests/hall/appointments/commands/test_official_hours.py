"""The hours of an official change, and the appointments outside them are counted."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from hall.appointments.commands.official_hours import (
    SetAway,
    SetOfficialHours,
    TakeAwayBack,
    set_away,
    set_official_hours,
    take_away_back,
)
from hall.appointments.commands.officials import book_official, official_of
from hall.appointments.model.facts import OfficialAway, OfficialHoursChanged, OfficialPresent
from hall.appointments.model.refusals import AbsenceUnknownError, AppointmentSlotError
from hall.kernel.official_settings import Span
from tests.hall.appointments.commands.test_officials import HALF_PAST, WEEK, booking, with_director
from tests.helpers.example_hall import TUESDAY, staffed_hall
from tests.helpers.memory_work import MemoryHall

TOMORROW = TUESDAY + timedelta(days=1)


@pytest.fixture
def hall() -> MemoryHall:
    made = staffed_hall(with_director())
    made.run(book_official, booking())
    return made


def test_another_week_holds_at_once_and_counts_who_is_booked_outside_it(hall):
    later = {day: (Span(time(10), time(12)),) for day in WEEK}
    assert hall.run(set_official_hours, SetOfficialHours("director", later, 60, "head")) == 1
    assert hall.facts[-1] == OfficialHoursChanged("director", 1, "head")
    with pytest.raises(AppointmentSlotError):
        hall.run(book_official, booking(HALF_PAST + timedelta(minutes=60), "11111111"))
    assert hall.run(set_official_hours, SetOfficialHours("director", WEEK, 30, "head")) == 0


def test_away_and_back(hall):
    assert hall.run(set_away, SetAway("director", TUESDAY, TOMORROW, "head")) == 1
    assert hall.facts[-1] == OfficialAway("director", TUESDAY, TOMORROW, 1, "head")
    with pytest.raises(AppointmentSlotError):
        hall.run(book_official, booking(HALF_PAST + timedelta(days=1), "11111111"))
    with pytest.raises(AbsenceUnknownError):
        hall.run(take_away_back, TakeAwayBack("director", TOMORROW, "head"))
    hall.run(take_away_back, TakeAwayBack("director", TUESDAY, "head"))
    assert hall.facts[-1] == OfficialPresent("director", TUESDAY, "head")
    assert official_of("director", hall.settings).away == ()
