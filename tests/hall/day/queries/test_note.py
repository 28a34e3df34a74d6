"""The last day in a few lines, calculated by hand."""

from __future__ import annotations

from datetime import timedelta

from contracts.day.answers import LongestWait
from contracts.words.hall import Lane, Outcome
from hall.day.commands.close_day import CloseDay, close_day
from hall.day.queries.note import note_view
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.recall import Recall, recall
from hall.waits.model.calibration import CorrectedRange, SimulatedWait
from hall.waits.model.wait_ports import AnnouncedWait
from hall.waits.model.waiting_time import Announced, ExpectedWait
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE = CounterId(1)


def promise(hall: MemoryHall, visit: str, low_s: int, high_s: int) -> None:
    told = Announced(SimulatedWait(low_s), CorrectedRange(low_s, low_s, high_s), ExpectedWait(low_s, low_s, high_s))
    work = hall.work()
    work.waits.announce(AnnouncedWait(VisitId(visit), TUESDAY, LANDS, Lane.STANDARD, 9, told))
    hall.stored = work.stored


def a_day() -> MemoryHall:
    """Two served after 10 and 20 minutes (one called twice), one missed, one carried over; then it is Wednesday."""
    hall = staffed_hall()
    for visit in ("v1", "v2", "v3"):
        take(hall, visit)
    take(hall, "v4", HOUSING)
    hall.clock.advance(600)
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.clock.advance(600)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    hall.run(call_next, CallNext(ONE))
    hall.clock.advance(30)
    hall.run(recall, Recall(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    hall.run(call_next, CallNext(ONE))
    hall.run(mark_no_show, MarkNoShow(ONE))
    promise(hall, "v1", 300, 900)
    promise(hall, "v2", 0, 600)
    hall.run(close_day, CloseDay("noor"))
    hall.clock.advance(24 * 3600)
    return hall


def test_the_day_before_is_told_as_it_was():
    hall = a_day()
    note = note_view(work=hall.work(), now=hall.clock.now()).note
    assert note is not None
    assert (note.service_day, note.visits, note.served, note.no_shows, note.carried_over) == (TUESDAY, 4, 2, 1, 1)
    assert (note.cancelled, note.closed_by) == (0, "noor")
    assert (note.called, note.median_wait_s, note.within_target) == (3, 1202, 33), "603, 1202 and 1231 of at most 900 s"
    assert note.longest == LongestWait(LANDS, 1231, note.longest.issued_at if note.longest else hall.clock.at)
    assert (note.busiest_hour, note.busiest_came) == (9, 3)
    assert (note.ranges_told, note.ranges_right) == (2, 1)
    assert [(one.service, one.called, one.within_target) for one in note.services] == [
        (LANDS, 3, 33), (HOUSING, 0, None), (ENQUIRIES, 0, None),
    ]  # fmt: skip


def test_on_the_day_itself_the_note_is_of_the_one_before():
    hall = a_day()
    take(hall, "v9")
    note = note_view(work=hall.work(), now=hall.clock.now()).note
    assert note is not None
    assert note.service_day == TUESDAY


def test_once_the_day_is_closed_the_note_is_its_own():
    hall = a_day()
    take(hall, "v9")
    hall.run(close_day, CloseDay("noor"))
    note = note_view(work=hall.work(), now=hall.clock.now()).note
    assert note is not None
    assert (note.service_day, note.visits) == (TUESDAY + timedelta(days=1), 2)


def test_a_new_hall_has_no_note_and_an_empty_day_has_no_waits():
    hall = new_hall()
    assert note_view(work=hall.work(), now=hall.clock.now()).note is None
    empty = staffed_hall()
    empty.run(close_day, CloseDay("noor"))
    empty.clock.advance(24 * 3600)
    note = note_view(work=empty.work(), now=empty.clock.now()).note
    assert note is not None
    assert (note.visits, note.median_wait_s, note.within_target, note.longest, note.busiest_hour) == (
        0,
        None,
        None,
        None,
        None,
    )
