"""A hall in the evening: some served, some missed, some who wait."""

from __future__ import annotations

from contracts.words.hall import Outcome
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.reception.cancel import Cancel, cancel
from tests.helpers.example_hall import staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)


def evening() -> MemoryHall:
    """v1 finished, v2 missed, v3 called, v4 served, v5 parked, v6 and v7 waiting, v8 cancelled."""
    hall = staffed_hall()
    for number in range(1, 9):
        take(hall, f"v{number}")
    hall.run(cancel, Cancel(VisitId("v8"), "kiosk-1"))
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    hall.run(call_next, CallNext(ONE))
    hall.run(mark_no_show, MarkNoShow(ONE))
    hall.run(call_next, CallNext(ONE))
    hall.run(call_next, CallNext(TWO))
    hall.run(begin_serving, BeginServing(TWO))
    hall.run(call_next, CallNext(THREE))
    hall.run(park, Park(THREE))
    return hall


def states(hall: MemoryHall) -> dict[str, str]:
    return {visit.id: visit.state.value for visit in hall.stored.visits.values()}
