"""An ended visit is stored and told in one go, each time with the next revision."""

from __future__ import annotations

from hall.application.ended import tell_ended
from hall.domain.ids import VisitId
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
