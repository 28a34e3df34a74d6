"""A parked visit is called again where it was set aside."""

from __future__ import annotations

import pytest

from contracts.hall_words import VisitState
from hall.application.call_next import CallNext, call_next
from hall.application.park import Park, park
from hall.application.resume_visit import ResumeVisit, resume_visit
from hall.domain import counter_errors, errors
from hall.domain.ids import CounterId, VisitId
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
    with pytest.raises(errors.NotParkedError):
        hall.run(resume_visit, ResumeVisit(CounterId(2), VisitId("v1")))
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    with pytest.raises(counter_errors.VisitOpenError):
        hall.run(resume_visit, ResumeVisit(ONE, VisitId("v1")))


def test_a_waiting_visit_is_not_parked():
    hall = staffed_hall()
    take(hall, "v1")
    with pytest.raises(errors.NotParkedError):
        hall.run(resume_visit, ResumeVisit(ONE, VisitId("v1")))
    with pytest.raises(errors.VisitUnknownError):
        hall.run(resume_visit, ResumeVisit(ONE, VisitId("nobody")))
