"""A parked visit is called again where it was set aside."""

from __future__ import annotations

import pytest

from contracts.words.hall import VisitState
from hall.kernel import refusals
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.counter.resume_visit import ResumeVisit, resume_visit
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import serving_hall, staffed_hall, take

ONE = CounterId(1)


def test_it_is_called_again():
    hall = serving_hall()
    hall.run(park, Park(ONE))
    visit = hall.run(resume_visit, ResumeVisit(ONE, VisitId("v1")))
    assert (visit.state, visit.counter) == (VisitState.CALLED, 1)


def test_not_at_another_counter_and_not_while_one_is_in_hand():
    hall = serving_hall()
    hall.run(park, Park(ONE))
    with pytest.raises(refusals.NotParkedError):
        hall.run(resume_visit, ResumeVisit(CounterId(2), VisitId("v1")))
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    with pytest.raises(queue_refusals.VisitOpenError):
        hall.run(resume_visit, ResumeVisit(ONE, VisitId("v1")))


def test_a_waiting_visit_is_not_parked():
    hall = staffed_hall()
    take(hall, "v1")
    with pytest.raises(refusals.NotParkedError):
        hall.run(resume_visit, ResumeVisit(ONE, VisitId("v1")))
    with pytest.raises(refusals.VisitUnknownError):
        hall.run(resume_visit, ResumeVisit(ONE, VisitId("nobody")))
