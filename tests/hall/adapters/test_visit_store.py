"""Visits over a connection, as a reader asks; `test_sql_work` compares every answer with the memory work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from contracts.hall_words import VisitState
from hall.adapters.kept_visits import KeptVisits
from hall.adapters.lane_memory import LaneMemory
from hall.adapters.sql_work import SqlWork
from hall.adapters.visit_store import SqlVisits
from hall.domain.errors import VisitUnknownError
from hall.domain.ids import ServiceCode, VisitId
from hall.domain.stage import NextStage
from tests.hall.adapters.conftest import SETTINGS
from tests.hall.adapters.test_lane_memory import visit
from tests.hall.adapters.test_visit_rows import at, full_visit
from tests.helpers.example_hall import TUESDAY


@pytest.fixture(params=["database", "memory"])
def visits(request: pytest.FixtureRequest, engine: Engine) -> Iterator[SqlVisits]:
    """The store of a reader, and that of the writer lane."""
    with engine.begin() as connection:
        memory = LaneMemory() if request.param == "memory" else None
        work = SqlWork(connection, at(0), SETTINGS, memory)
        assert isinstance(work.visits, KeptVisits) == (memory is not None)
        yield work.visits


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


def test_whoever_was_there_before_the_lane_began_is_known(engine: Engine) -> None:
    with engine.begin() as connection:
        SqlWork(connection, at(0), SETTINGS).visits.add(visit("v1"))
    with engine.begin() as connection:
        lane = SqlWork(connection, at(0), SETTINGS, LaneMemory()).visits
        assert [one.id for one in lane.waiting(TUESDAY)] == ["v1"]
        lane.save(lane.get(VisitId("v1")))
