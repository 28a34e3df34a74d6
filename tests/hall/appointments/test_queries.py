"""A day of an official: free and taken slots, who comes, and the day in numbers."""

from __future__ import annotations

from datetime import timedelta

from contracts.words.hall import Outcome
from hall.appointments.commands.appointments import CancelAppointment, CheckInVisit, cancel_appointment, check_in
from hall.appointments.commands.official_hours import SetAway, set_away
from hall.appointments.commands.officials import book_official, official_of
from hall.appointments.queries import official_day, official_view
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from tests.hall.appointments.commands.test_officials import DIRECTOR, HALF_PAST, ROOM, booking, with_director
from tests.helpers.example_hall import TUESDAY, staffed_hall
from tests.helpers.memory_work import MemoryHall

LENGTH = timedelta(minutes=30)


def day_of(hall: MemoryHall):
    def ask(_command: None, *, work, now):
        return official_day("director", TUESDAY, work=work, now=now)

    return hall.run(ask, None)


def test_the_day_tells_slots_who_comes_and_how_it_stands():
    hall = staffed_hall(with_director())
    for at, number in enumerate(("11111111", "22222222", "33333333")):
        hall.run(book_official, booking(HALF_PAST + at * LENGTH, number, name=f"Guest {at}"))
    hall.run(cancel_appointment, CancelAppointment("33333333", "desk"))
    hall.clock.advance(600)
    hall.run(check_in, CheckInVisit("11111111", VisitId("a1"), "kiosk-1"))
    hall.run(sign_in, SignIn("s9", ROOM, DIRECTOR))
    hall.clock.advance(1800)
    hall.run(call_next, CallNext(ROOM))
    day = day_of(hall)
    assert [slot.state for slot in day.slots] == ["past", "taken", "taken", "free"]
    rows = [(one.number, one.state, one.name, one.ticket, one.counter, one.waited_s) for one in day.appointments]
    assert rows == [
        ("11111111", "called", "Guest 0", "M001", 9, 600),
        ("22222222", "booked", "Guest 1", None, None, None),
        ("33333333", "cancelled", "Guest 2", None, None, None),
    ]
    assert day.counts == {"booked": 1, "arrived": 1, "served": 0, "not_come": 0, "cancelled": 1}
    hall.run(begin_serving, BeginServing(ROOM))
    hall.run(finish, Finish(ROOM, Outcome.COMPLETED))
    hall.clock.advance(3600)
    assert day_of(hall).counts == {"booked": 0, "arrived": 0, "served": 1, "not_come": 1, "cancelled": 1}


def test_whoever_is_booked_while_he_is_away_is_marked():
    hall = staffed_hall(with_director())
    hall.run(book_official, booking())
    hall.run(set_away, SetAway("director", TUESDAY, TUESDAY, "head"))
    day = day_of(hall)
    assert (day.away, day.slots, [one.outside for one in day.appointments]) == (True, (), [True])
    view = hall.run(
        lambda _c, *, work, now: official_view(official_of("director", work.settings), work=work, now=now), None
    )
    assert (view.rooms, view.outside, view.weekly["2"][0].first, len(view.away)) == ((9,), 1, "09:00", 1)
