"""Who is left when the day is to be closed."""

from __future__ import annotations

from contracts.words.hall import VisitState
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.queries.left import left_view
from tests.helpers.example_hall import TUESDAY, new_hall, staffed_hall, take


def test_those_at_counters_come_first_and_who_has_gone_is_not_there():
    hall = staffed_hall()
    for name in ("v1", "v2", "v3", "v4"):
        take(hall, name)
    hall.run(cancel, Cancel(VisitId("v4"), "kiosk"))
    hall.run(call_next, CallNext(CounterId(1)))
    hall.run(begin_serving, BeginServing(CounterId(1)))
    hall.run(park, Park(CounterId(1)))
    hall.run(call_next, CallNext(CounterId(2)))
    told = left_view(work=hall.work(), now=hall.clock.now())
    assert told.service_day == TUESDAY
    assert [(one.visit, one.state) for one in told.visits] == [
        ("v2", VisitState.CALLED), ("v1", VisitState.PARKED), ("v3", VisitState.WAITING),
    ]  # fmt: skip
    assert (told.visits[0].ticket, told.visits[0].counter) == ("L002", 2)


def test_a_hall_without_a_day_has_nobody():
    hall = new_hall()
    told = left_view(work=hall.work(), now=hall.clock.now())
    assert (told.service_day, told.visits) == (TUESDAY, ())
