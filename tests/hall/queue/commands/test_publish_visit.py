"""An ended visit is stored and told in one go, each time with the next revision."""

from __future__ import annotations

from hall.kernel.ids import VisitId
from hall.queue.commands.publish_visit import publish_visit, tell_ended
from tests.hall.waits.store.test_wait_store import promise
from tests.helpers.example_hall import staffed_hall, take


def test_each_telling_has_the_next_revision():
    hall = staffed_hall()
    take(hall, "v1")
    work = hall.work()
    for expected in (1, 2):
        visit = work.visits.get(VisitId("v1"))
        tell_ended(visit, work)
        assert visit.told == expected
    assert [record.rev for record in work.stored.told] == [1, 2]
    assert work.visits.get(VisitId("v1")).told == 2


def test_the_range_on_the_ticket_is_told_with_the_first_stage():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    work = hall.work()
    work.waits.announce(promise("v1"))
    for name in ("v1", "v2"):
        publish_visit(work.visits.get(VisitId(name)), work)
    ranges = [(one.stages[0].told_low_s, one.stages[0].told_high_s) for one in work.stored.told]
    assert ranges == [(900, 1500), (None, None)]
