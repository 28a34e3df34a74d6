"""What readers get of the lane's memory: what their database shows, or nothing."""

from __future__ import annotations

from sqlalchemy import event

from hall.adapters.lane_memory import LaneMemory, VisitsInHall
from hall.adapters.shared_memory import SharedMemory
from hall.application.call_next import CallNext, call_next
from hall.application.open_counter import SignIn, sign_in
from hall.domain.ids import AgentId, CounterId, VisitId
from tests.hall.adapters.conftest import Hall
from tests.hall.adapters.test_lane_memory import visit
from tests.helpers.example_hall import LANDS, NINE, TUESDAY


def known(fact: int = 4) -> LaneMemory:
    memory = LaneMemory()
    memory.in_hall, memory.last_fact = VisitsInHall([visit("v1")]), fact
    return memory


def test_only_who_stands_at_the_same_fact_gets_it() -> None:
    shared = SharedMemory()
    assert shared.after(4) is None
    shared.offer(known())
    assert [shared.after(fact) is None for fact in (3, 4, 5)] == [True, False, True]
    shared.withdraw()
    assert shared.after(4) is None


def test_a_memory_that_knows_nothing_of_visits_is_not_shared() -> None:
    shared = SharedMemory()
    shared.offer(LaneMemory())
    memory = known()
    memory.in_hall = None
    shared.offer(memory)
    assert shared.after(4) is None


def test_neither_the_writer_nor_another_reader_changes_what_a_reader_has() -> None:
    shared, memory = SharedMemory(), known()
    shared.offer(memory)
    mine, other = shared.after(4), shared.after(4)
    assert mine is not None
    assert other is not None
    assert memory.in_hall is not None
    memory.in_hall.keep(visit("v2"))
    other.sessions, other.last_fact = {}, 9
    assert mine.in_hall is not None
    assert mine.in_hall.count_waiting(TUESDAY, LANDS) == 1
    assert (mine.sessions, mine.last_fact) == (None, 4)


def waiting(hall: Hall) -> list[str]:
    return hall.ask(lambda work, _now: [one.visit for one in work.visits.line(NINE.date())])  # type: ignore[return-value]


def test_a_reader_sees_each_commit_and_asks_the_database_for_nobody_who_waits(hall: Hall) -> None:
    hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    hall.issue(visit="v1")
    asked: list[str] = []
    event.listen(hall.store.engine, "before_cursor_execute", lambda _c, _cu, sql, *_: asked.append(sql))
    hall.issue(visit="v2")
    assert waiting(hall) == ["v1", "v2"]
    hall.run(call_next, CallNext(CounterId(1)))
    assert waiting(hall) == ["v2"]
    assert hall.ask(lambda work, _now: work.visits.at_counter(CounterId(1)).id) == "v1"
    assert hall.ask(lambda work, _now: work.sessions.at(CounterId(1)).agent) == "said"
    read = [sql for sql in asked if "JOIN stage" in sql or "FROM counter_session" in sql]
    assert read == []


def test_what_changes_without_a_fact_is_seen_too(hall: Hall) -> None:
    hall.issue(visit="v1")
    assert hall.ask(lambda work, _now: work.numbers.last(NINE.date(), LANDS)) == 1
    hall.do(lambda work, _now: work.numbers.set_last(NINE.date(), LANDS, 40))
    assert hall.ask(lambda work, _now: work.numbers.last(NINE.date(), LANDS)) == 40
    hall.issue(visit="v2")
    assert hall.ask(lambda work, _now: work.numbers.last(NINE.date(), LANDS)) == 41


def test_a_command_that_is_undone_is_seen_by_nobody(hall: Hall) -> None:
    hall.issue(visit="v1")

    def fails(work, _now) -> None:
        gone = work.visits.get(VisitId("v1"))
        gone.cancel("head", at=_now)
        work.visits.save(gone)
        raise ZeroDivisionError

    future = hall.store.lane.run(fails)
    assert isinstance(future.exception(20), ZeroDivisionError)
    assert waiting(hall) == ["v1"]
    hall.issue(visit="v2")
    assert waiting(hall) == ["v1", "v2"]
