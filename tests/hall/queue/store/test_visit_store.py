"""Visits over a connection; `test_sql_work` compares every answer with the memory work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from contracts.words.hall import Lane, LaneReason, VisitState
from hall.composition.sql_work import SqlWork
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.refusals import VisitUnknownError
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.change_lane import ChangeLane, change_lane
from hall.queue.model.stage import NextStage
from hall.queue.store.visit_store import SqlVisits
from tests.hall.queue.store.test_visit_rows import at, full_visit, visit
from tests.helpers.example_hall import TUESDAY
from tests.helpers.stored_hall import SETTINGS, StoredHall


@pytest.fixture
def visits(engine: Engine) -> Iterator[SqlVisits]:
    """The store over one transaction."""
    with engine.begin() as connection:
        yield SqlWork(connection, at(0), SETTINGS).visits


def test_nobody_is_found_and_named(visits: SqlVisits) -> None:
    assert visits.find(VisitId("nobody")) is None
    with pytest.raises(VisitUnknownError, match="there is no visit nobody"):
        visits.get(VisitId("nobody"))


def test_a_visit_is_found_by_its_code_but_never_by_none(visits: SqlVisits) -> None:
    one, without = full_visit(), visit("v2", VisitState.FINISHED)
    without.code_hash = ""
    visits.add(one)
    visits.add(without)
    assert visits.by_code_hash("c" * 64) == one
    assert visits.by_code_hash("") is None
    assert visits.by_code_hash("d" * 64) is None


def test_the_newest_of_a_number_that_came_round_is_found(visits: SqlVisits) -> None:
    for name, second in (("old", 1), ("new", 9)):
        visits.add(visit(name, VisitState.FINISHED, second))
    found = visits.by_ticket(TUESDAY, "س047")
    assert found is not None
    assert found.id == "new"
    assert visits.by_ticket(TUESDAY, "L999") is None


@pytest.mark.dialect
def test_a_transfer_that_is_taken_back_leaves_no_stage_behind(visits: SqlVisits) -> None:
    one = visit("v1", VisitState.SERVING)
    visits.add(one)
    before = len(one.stages)
    one = visits.get(one.id)
    one.transfer(NextStage(ServiceCode("A")), at=at(100))
    visits.save(one)
    one = visits.get(one.id)
    assert len(one.stages) == before + 1
    one.undo("said", at=at(110), within_s=120)
    visits.save(one)
    one = visits.get(one.id)
    assert (len(one.stages), one.state) == (before, VisitState.SERVING)
    one.transfer(NextStage(ServiceCode("B")), at=at(120))
    visits.save(one)
    assert [stage.service for stage in visits.get(one.id).stages][before:] == ["B"]


@pytest.mark.dialect
def test_a_revision_that_somebody_else_changed_is_a_bug_and_not_overwritten(visits: SqlVisits) -> None:
    visits.add(full_visit())
    one, other = visits.get(VisitId("v-full")), visits.get(VisitId("v-full"))
    visits.save(one)
    assert one.revision == 6
    with pytest.raises(AssertionError, match="not stored at revision 5"):
        visits.save(other)


def test_no_services_means_nobody(visits: SqlVisits) -> None:
    visits.add(visit("v1"))
    assert list(visits.waiting(TUESDAY, [])) == []
    assert list(visits.queue(TUESDAY, [])) == []
    assert [one.visit for one in visits.queue(TUESDAY)] == ["v1"]
    assert visits.count_waiting(TUESDAY, ServiceCode("L")) == 1


def test_who_left_the_hall_is_found_but_is_not_in_the_hall(visits: SqlVisits) -> None:
    for name, state in (("v1", VisitState.FINISHED), ("v2", VisitState.NO_SHOW)):
        gone = visit(name, state)
        gone.ticket = name
        visits.add(gone)
    assert visits.get(VisitId("v1")).state is VisitState.FINISHED
    assert [one.id for one in visits.missed(TUESDAY)] == ["v2"]
    assert not visits.anybody_in_hall(TUESDAY)


@pytest.mark.dialect
def test_another_lane_ranks_the_visit_at_once_and_after_a_restart(stored_hall: StoredHall) -> None:
    for counter, agent in ((1, "said"), (2, "badriya")):
        stored_hall.run(sign_in, SignIn(f"s{counter}", CounterId(counter), AgentId(agent)))
    for name in ("v1", "v2", "v3"):
        stored_hall.issue(visit=name)
    for name in ("v2", "v3"):
        stored_hall.run(change_lane, ChangeLane(VisitId(name), True, "reception-1", LaneReason.ASKED))
    told = stored_hall.store.reads.facts_after(0, 100).result(60)
    assert told is not None
    changed = [(fact.visit, fact.detail) for fact in told if fact.kind == "lane_changed"]
    assert [(visit.visit, visit.lane) for visit, _ in changed if visit] == [
        ("v2", Lane.PRIORITY),
        ("v3", Lane.PRIORITY),
    ]
    recorded = {"by": "reception-1", "was": "standard", "lane": "priority", "reason": "asked"}
    assert all(detail.items() >= recorded.items() for _, detail in changed)
    assert called_at(stored_hall, 1) == "v2"
    stored_hall.reopen()
    assert called_at(stored_hall, 2) == "v3"
    assert stored_hall.ask(lambda work, _now: work.visits.get(VisitId("v3"))).lane is Lane.PRIORITY


def called_at(stored_hall: StoredHall, counter: int) -> str:
    """Call the next visit to the counter and return its id."""
    return stored_hall.run(call_next, CallNext(CounterId(counter))).id
