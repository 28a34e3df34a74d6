"""The lane's visits: memory and database must never differ; see also `test_visit_store` and `test_sql_work`."""

from __future__ import annotations

from sqlalchemy import Engine

from contracts.hall_words import Lane, LaneReason, VisitState
from hall.adapters.lane_memory import LaneMemory
from hall.adapters.sql_work import SqlWork
from hall.application.call_next import CallNext, call_next
from hall.application.change_lane import ChangeLane, change_lane
from hall.application.open_counter import SignIn, sign_in
from hall.domain.ids import AgentId, CounterId, VisitId
from tests.hall.adapters.conftest import SETTINGS, Hall
from tests.hall.adapters.test_lane_memory import visit
from tests.hall.adapters.test_visit_rows import at
from tests.helpers.example_hall import TUESDAY


def test_memory_outlives_the_command_and_is_asked_instead_of_the_database(engine: Engine) -> None:
    memory = LaneMemory()
    with engine.begin() as connection:
        SqlWork(connection, at(0), SETTINGS, memory).visits.add(visit("v1"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM stage")
        connection.exec_driver_sql("DELETE FROM visit")
        assert [one.id for one in SqlWork(connection, at(0), SETTINGS, memory).visits.waiting(TUESDAY)] == ["v1"]


def test_whoever_left_the_hall_is_read_from_the_database(engine: Engine) -> None:
    with engine.begin() as connection:
        work = SqlWork(connection, at(0), SETTINGS, LaneMemory())
        for name, state in (("v1", VisitState.FINISHED), ("v2", VisitState.NO_SHOW)):
            gone = visit(name, state)
            gone.ticket = name
            work.visits.add(gone)
        assert work.visits.get(VisitId("v1")).state is VisitState.FINISHED
        assert [one.id for one in work.visits.missed(TUESDAY)] == ["v2"]
        assert not work.visits.anybody_in_hall(TUESDAY)


def test_every_change_is_marked_as_one(engine: Engine) -> None:
    memory = LaneMemory()
    with engine.begin() as connection:
        visits = SqlWork(connection, at(0), SETTINGS, memory).visits
        assert visits.at_counter(CounterId(3)) is None
        assert not memory.touched
        visits.add(visit("v1"))
        assert memory.touched
        memory.touched = False
        visits.save(visits.get(VisitId("v1")))
        assert memory.touched


def test_another_lane_ranks_the_visit_at_once_and_after_a_restart(hall: Hall) -> None:
    for counter, agent in ((1, "said"), (2, "badriya")):
        hall.run(sign_in, SignIn(f"s{counter}", CounterId(counter), AgentId(agent)))
    for name in ("v1", "v2", "v3"):
        hall.issue(visit=name)
    for name in ("v2", "v3"):
        hall.run(change_lane, ChangeLane(VisitId(name), True, "reception-1", LaneReason.ASKED))
    told = hall.store.reads.facts_after(0, 100).result(60)
    assert told is not None
    changed = [(fact.visit, fact.detail) for fact in told if fact.kind == "lane_changed"]
    assert [(visit.visit, visit.lane) for visit, _ in changed if visit] == [
        ("v2", Lane.PRIORITY),
        ("v3", Lane.PRIORITY),
    ]
    recorded = {"by": "reception-1", "was": "standard", "lane": "priority", "reason": "asked"}
    assert all(detail.items() >= recorded.items() for _, detail in changed)
    assert called_at(hall, 1) == "v2"
    hall.reopen()
    assert called_at(hall, 2) == "v3"
    assert hall.ask(lambda work, _now: work.visits.get(VisitId("v3"))).lane is Lane.PRIORITY


def called_at(hall: Hall, counter: int) -> str:
    """Call the next visit to the counter and return its id."""
    return hall.run(call_next, CallNext(CounterId(counter))).id
