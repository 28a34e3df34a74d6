"""What the wall board shows."""

from __future__ import annotations

from contracts.queue.answers import BoardView
from contracts.words.hall import Outcome
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.recall import Recall, recall
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.queries.board import RECENT, board_view
from tests.helpers.example_hall import LANDS, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE, TWO = CounterId(1), CounterId(2)


def board(hall: MemoryHall) -> BoardView:
    return board_view(work=hall.work(), now=hall.clock.now(), stream="s", seq=7)


def serve(hall: MemoryHall, counter: CounterId = ONE) -> None:
    hall.clock.advance(5)
    hall.run(call_next, CallNext(counter))
    hall.run(begin_serving, BeginServing(counter))
    hall.run(finish, Finish(counter, Outcome.COMPLETED))


def test_an_empty_hall_has_an_empty_board():
    view = board(new_hall())
    assert (view.calls, view.recent, view.stream, view.seq) == ((), (), "s", 7)


def test_calls_that_stand_are_shown_the_newest_first_with_their_recalls():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    hall.clock.advance(5)
    hall.run(call_next, CallNext(TWO))
    hall.run(recall, Recall(ONE))
    assert [(call.ticket, call.counter, call.recalls, call.recalled_at) for call in board(hall).calls] == [
        ("L002", 2, 0, None), ("L001", 1, 1, hall.clock.at)
    ]  # fmt: skip


def test_who_came_is_recent_and_who_did_not_is_gone():
    hall = staffed_hall()
    for name in ("v1", "v2"):
        take(hall, name)
    serve(hall)
    hall.run(call_next, CallNext(ONE))
    hall.run(mark_no_show, MarkNoShow(ONE))
    view = board(hall)
    assert (view.calls, [call.ticket for call in view.recent]) == ((), ["L001"])


def test_only_the_newest_recent_calls_are_kept():
    hall = staffed_hall()
    for n in range(RECENT + 3):
        take(hall, f"v{n:02}")
    for _ in range(RECENT + 3):
        serve(hall)
    recent = board(hall).recent
    assert len(recent) == RECENT
    assert recent[0].ticket == f"L{RECENT + 3:03}"


def test_a_walk_up_is_on_no_board():
    hall = staffed_hall()
    hall.run(walk_up, WalkUp(VisitId("w1"), ONE, LANDS, "other"))
    view = board(hall)
    assert (view.calls, view.recent) == ((), ())


def test_the_next_morning_the_board_is_empty():
    hall = staffed_hall()
    take(hall, "v1")
    serve(hall)
    hall.run(close_day, CloseDay("head"))
    assert len(board(hall).recent) == 1
    hall.clock.advance(24 * 3600)
    assert board(hall).recent == ()


def test_whose_visitor_is_at_the_counter_stands_there_until_the_end():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(ONE))
    assert board(hall).serving == ()
    hall.run(begin_serving, BeginServing(ONE))
    assert [(call.ticket, call.counter) for call in board(hall).serving] == [("L001", 1)]
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert board(hall).serving == ()
