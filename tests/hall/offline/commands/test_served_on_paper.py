"""Who was served while the hall was away is marked from a list, and nobody calls him again."""

from __future__ import annotations

from datetime import date

import pytest

from contracts.words.hall import Outcome, VisitState
from hall.kernel import refusals
from hall.kernel.facts import VisitServedOnPaper
from hall.kernel.ids import CounterId, DeviceId, VisitId
from hall.offline.commands.hand_in import HandIn, hand_in
from hall.offline.commands.reserve_numbers import ReserveNumbers, reserve_numbers
from hall.offline.commands.served_on_paper import MarkServed, mark_served, waiting_from_kiosks
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.undo import Undo, undo
from tests.helpers.example_hall import LANDS, NINE, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall


def after_the_cut() -> MemoryHall:
    """Return a hall where L001 waits, and L900 to L902 of a kiosk's own numbers wait too."""
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(reserve_numbers, ReserveNumbers(DeviceId("k1"), frozenset({DeviceId("k1")}), "http://h/t#"))
    for number in (900, 901, 902):
        hall.run(hand_in, HandIn(VisitId(f"p{number}"), f"L{number}", LANDS, TUESDAY, NINE, by="k1"))
    return hall


def listed(hall: MemoryHall) -> list[str]:
    return [visit.ticket for visit in waiting_from_kiosks(work=hall.work())]


def mark(hall: MemoryHall, *visits: str, outcome: Outcome = Outcome.COMPLETED) -> list[str]:
    ids = tuple(VisitId(visit) for visit in visits)
    return [visit.id for visit in hall.run(mark_served, MarkServed(ids, "head", outcome))]


def test_the_list_holds_the_kiosks_own_tickets_alone() -> None:
    assert listed(after_the_cut()) == ["L900", "L901", "L902"]
    assert listed(new_hall()) == []


def test_the_marked_are_over_told_to_the_centre_and_called_no_more() -> None:
    hall = after_the_cut()
    assert mark(hall, "p900", "p901", "p900", outcome=Outcome.REFERRED) == ["p900", "p901"]
    assert hall.facts[-1] == VisitServedOnPaper(VisitId("p901"), "L901", LANDS, "head", Outcome.REFERRED)
    told = [(record.ticket, record.state, record.outcome, record.serving_s, record.waiting_s) for record in hall.told]
    assert told == [("L900", "finished", "referred", None, None), ("L901", "finished", "referred", None, None)]
    assert listed(hall) == ["L902"]
    called = [hall.run(call_next, CallNext(CounterId(counter))) for counter in (1, 2, 3)]
    assert [visit.ticket for visit in called if visit is not None] == ["L902", "L001"]


def test_a_time_that_nobody_measured_teaches_nothing() -> None:
    hall = after_the_cut()
    mark(hall, "p900")
    assert list(hall.work().waits.ended(date.min, 10)) == []


def test_one_that_was_called_meanwhile_is_left_at_its_counter() -> None:
    hall = after_the_cut()
    hall.run(call_next, CallNext(CounterId(1)))
    assert mark(hall, "p900", "p901") == ["p901"]
    assert hall.visit("p900").state is VisitState.CALLED


def test_a_slip_is_taken_back() -> None:
    hall = after_the_cut()
    mark(hall, "p900")
    hall.run(undo, Undo(VisitId("p900"), "head"))
    assert listed(hall) == ["L900", "L901", "L902"]


def test_a_visit_that_is_not_there_marks_nobody() -> None:
    hall = after_the_cut()
    with pytest.raises(refusals.VisitUnknownError):
        mark(hall, "p900", "p999")
    assert listed(hall) == ["L900", "L901", "L902"]
