"""Which tickets count against a quota, on both databases."""

from __future__ import annotations

from contracts.words.hall import Lane, VisitState
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import ServiceCode, VisitId
from hall.queue.model.visit import Visit
from hall.queue.store.visit_counts import tickets_given
from tests.hall.queue.store.test_visit_store import TUESDAY, visit
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

LANDS = ServiceCode("L")


def test_cancelled_booked_and_carried_over_tickets_do_not_count(stored_hall: StoredHall) -> None:
    def fill(work: SqlWork, _now: object) -> None:
        for number in range(1, 7):
            work.visits.add(numbered(number))

    def numbered(number: int) -> Visit:
        one = replace(visit(f"v{number}", second=number), ticket=f"L{number:03}", number=number, carried_from=None)
        one.lane = Lane.APPOINTMENT if number == 4 else Lane.STANDARD
        match number:
            case 3:
                one.stage.state = VisitState.CANCELLED
            case 5:
                one.carried_from = VisitId("old")
            case 6:
                one.ticket, one.number = "", None
        return one

    stored_hall.do(fill)
    assert dict(stored_hall.do(lambda work, _now: tickets_given(work.connection, TUESDAY))) == {LANDS: 2}
    assert dict(stored_hall.do(lambda work, _now: tickets_given(work.connection, TUESDAY.replace(day=1)))) == {}
