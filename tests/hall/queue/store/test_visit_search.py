"""The search on both databases finds what the memory one finds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hall.composition.sql_work import SqlWork
from hall.kernel.ids import VisitId
from hall.queue.model.ports import Sought
from hall.queue.queries.ticket_paper import Reprint, reprint
from tests.helpers.example_hall import ENQUIRIES, LANDS, TUESDAY
from tests.helpers.stored_hall import StoredHall

pytestmark = pytest.mark.dialect


def found(stored_hall: StoredHall, what: Sought, limit: int = 9) -> list[str]:
    return stored_hall.ask(lambda work, _now: [visit.id for visit in work.visits.sought(TUESDAY, what, limit)])  # type: ignore[return-value]  # a test's shorthand


def test_visits_are_found_by_service_time_number_and_name(stored_hall: StoredHall) -> None:
    for name, service in (("v1", LANDS), ("v2", ENQUIRIES), ("v3", LANDS)):
        stored_hall.issue(service, name)
    second = stored_hall.ask(lambda work, _now: work.visits.get(VisitId("v2")).issued.at)
    assert found(stored_hall, Sought()) == ["v3", "v2", "v1"]
    assert found(stored_hall, Sought(), limit=2) == ["v3", "v2"]
    assert found(stored_hall, Sought(LANDS)) == ["v3", "v1"]
    assert found(stored_hall, Sought(since=second)) == ["v3", "v2"]  # type: ignore[arg-type]  # a test's shorthand
    assert found(stored_hall, Sought(until=second - timedelta(milliseconds=1))) == ["v1"]  # type: ignore[operator]
    assert found(stored_hall, Sought(begins="L00")) == ["v3", "v1"]
    assert found(stored_hall, Sought(begins="L%")) == found(stored_hall, Sought(begins="_001")) == []
    assert found(stored_hall, Sought(among={VisitId("v1"), VisitId("v9")})) == ["v1"]


def test_a_reprint_and_its_code_are_stored(stored_hall: StoredHall) -> None:
    stored_hall.issue(LANDS, "v1")
    stored_hall.run(reprint, Reprint(VisitId("v1"), lambda many: f"hash {many}", 0, "desk"))
    stored_hall.reopen()

    def stored(work: SqlWork, _now: object) -> tuple[int, bool]:
        visit = work.visits.by_code_hash("hash 1")
        return (visit.reprints, work.visits.by_code_hash("") is None) if visit else (0, False)

    assert stored_hall.ask(stored) == (1, True)
