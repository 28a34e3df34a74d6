"""What an agent sees."""

from __future__ import annotations

import pytest

from contracts.queue.answers import WorkplaceView
from contracts.words.hall import Outcome
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.queries.workplace import SHOWN, workplace_view
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.refusals import CounterUnknownError
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.park import Park, park
from tests.helpers.example_hall import ENQUIRIES, HOUSING, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE, THREE, FOUR = CounterId(1), CounterId(3), CounterId(4)


def place(hall: MemoryHall, counter: CounterId = ONE) -> WorkplaceView:
    return workplace_view(counter, work=hall.work(), now=hall.clock.now(), stream="s", seq=7)


def test_the_list_is_in_the_order_in_which_it_would_be_called():
    hall = staffed_hall()
    take(hall, "land")
    take(hall, "house", HOUSING)
    take(hall, "elder", priority=True)
    take(hall, "enquiry", ENQUIRIES)
    assert [row.visit for row in place(hall).waiting] == ["elder", "land", "house"]
    assert [row.visit for row in place(hall, THREE).waiting] == ["enquiry", "house", "elder", "land"]
    called = [hall.run(call_next, CallNext(THREE)) for _ in range(1)]
    assert called[0] is not None
    assert called[0].id == "enquiry"


def test_a_row_says_how_long_and_what_ranks_it():
    hall = staffed_hall()
    take(hall, "elder", priority=True)
    hall.clock.advance(60)
    (row,) = place(hall).waiting
    assert (row.waited_s, row.effective_wait_s, row.held) == (60, 1260, False)


def test_session_visit_in_hand_parked_and_missed_are_there():
    hall = staffed_hall()
    for name in ("v1", "v2", "v3"):
        take(hall, name)
    hall.run(call_next, CallNext(ONE))
    hall.run(park, Park(ONE))
    hall.run(call_next, CallNext(ONE))
    hall.run(mark_no_show, MarkNoShow(ONE))
    hall.run(call_next, CallNext(ONE))
    view = place(hall)
    assert view.session is not None
    assert (view.session.agent, view.session.names["ar"], view.session.state) == ("said", "سعيد", "working")
    assert view.current is not None
    assert view.current.visit == "v3"
    assert [visit.visit for visit in view.parked] == ["v1"]
    assert [visit.visit for visit in view.missed] == ["v2"]
    assert (view.stream, view.seq, view.at) == ("s", 7, hall.clock.at)


def test_a_break_is_shown_since_when_and_why():
    hall = staffed_hall()
    hall.clock.advance(100)
    hall.run(begin_break, Break(ONE, "prayer"))
    session = place(hall).session
    assert session is not None
    assert (session.state, session.break_reason, session.since) == ("on_break", "prayer", hall.clock.at)


def test_without_a_session_the_counter_s_services_are_shown():
    hall = staffed_hall()
    take(hall, "house", HOUSING)
    view = place(hall, FOUR)
    assert (view.session, view.current, view.services) == (None, None, (HOUSING,))
    assert [row.visit for row in view.waiting] == ["house"]


def test_a_new_hall_has_nothing_to_show_and_an_unknown_counter_is_refused():
    view = place(new_hall())
    assert (view.waiting, view.missed, view.parked) == ((), (), ())
    with pytest.raises(CounterUnknownError):
        place(new_hall(), CounterId(77))


def test_of_many_who_wait_the_head_of_the_list_is_told_and_all_are_counted_by_lane():
    hall = staffed_hall()
    for at in range(SHOWN + 5):
        take(hall, f"v{at:02}")
        hall.clock.advance(1)
    take(hall, "elder", priority=True)
    view = place(hall)
    assert [row.visit for row in view.waiting] == ["elder", *(f"v{at:02}" for at in range(SHOWN - 1))]
    assert (view.by_lane, view.all_waiting) == ({"priority": 1, "standard": SHOWN + 5}, SHOWN + 6)


def test_the_next_step_follows_the_counter_from_sign_in_to_the_close_of_the_day():
    hall = new_hall()
    steps = [place(hall).next_action]
    hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    steps.append(place(hall).next_action)
    take(hall, "v1")
    hall.run(call_next, CallNext(ONE))
    steps.append(place(hall).next_action)
    hall.run(begin_serving, BeginServing(ONE))
    steps.append(place(hall).next_action)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    steps.append(place(hall).next_action)
    hall.run(begin_break, Break(ONE, "meal"))
    steps.append(place(hall).next_action)
    hall.run(resume_work, ResumeWork(ONE))
    hall.run(close_day, CloseDay("head"))
    hall.run(sign_in, SignIn("s2", ONE, AgentId("said")))
    steps.append(place(hall).next_action)
    words = ["sign_in", "call_next", "begin", "finish", "call_next", "resume_work", "none"]
    assert [step.value for step in steps] == words
