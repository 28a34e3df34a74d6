"""A counter that is free though somebody waits for it."""

from __future__ import annotations

from hall.counters.commands.begin_break import Break, begin_break
from hall.kernel.ids import CounterId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.reporting.queries.figures import queues_view
from tests.helpers.example_hall import ENQUIRIES, LANDS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall


def idle(hall: MemoryHall) -> list[int]:
    view = queues_view(work=hall.work(), now=hall.clock.now(), stream="", seq=0, estimate=lambda _service, _ahead: None)
    return [counter.counter for counter in view.counters if counter.idle]


def test_it_is_idle_after_two_minutes_until_its_agent_calls() -> None:
    hall = staffed_hall()
    take(hall, "v1", LANDS)
    hall.clock.advance(119)
    assert idle(hall) == []
    hall.clock.advance(1)
    assert idle(hall) == [1, 2, 3]
    hall.run(call_next, CallNext(CounterId(2)))
    assert idle(hall) == []


def test_only_who_may_call_the_visitor_and_is_at_work_is_idle() -> None:
    hall = staffed_hall()
    take(hall, "v1", ENQUIRIES)
    hall.clock.advance(120)
    assert idle(hall) == [3], "the other two do not serve it"
    hall.run(begin_break, Break(CounterId(3), "prayer", 10))
    assert idle(hall) == []


def test_who_came_a_moment_ago_makes_nobody_idle() -> None:
    hall = staffed_hall()
    hall.clock.advance(600)
    take(hall, "v1", LANDS)
    assert idle(hall) == []
