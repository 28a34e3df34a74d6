"""A given visit is called out of order, for a reason."""

from __future__ import annotations

import pytest

from hall.kernel import refusals
from hall.kernel.facts import VisitCalled
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.call_chosen import CallChosen, call_chosen
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import ENQUIRIES, TUESDAY, staffed_hall, take

ONE, TWO = CounterId(1), CounterId(2)


def test_a_chosen_visit_is_called_whatever_its_place_and_counts_as_a_call():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2", ENQUIRIES)
    visit = hall.run(call_chosen, CallChosen(TWO, VisitId("v2"), "special_care"))
    assert visit.counter == 2
    fact = hall.facts[-1]
    assert isinstance(fact, VisitCalled)
    assert (fact.reason, fact.why) == ("special_care", None)
    assert hall.work().numbers.calls(TUESDAY) == {ENQUIRIES: 1}


def test_a_reason_from_the_list_is_needed():
    hall = staffed_hall()
    take(hall, "v1")
    with pytest.raises(refusals.ReasonUnknownError, match="supervisor_asked"):
        hall.run(call_chosen, CallChosen(ONE, VisitId("v1"), "because"))


def test_who_is_next_anyway_is_called_without_a_reason_and_in_order():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    with pytest.raises(refusals.ReasonUnknownError, match="a reason is needed"):
        hall.run(call_chosen, CallChosen(ONE, VisitId("v2"), ""))
    hall.run(call_chosen, CallChosen(ONE, VisitId("v1"), ""))
    fact = hall.facts[-1]
    assert isinstance(fact, VisitCalled)
    assert (fact.visit, fact.reason, fact.why) == ("v1", None, "longest_wait")
    hall.run(call_chosen, CallChosen(TWO, VisitId("v2"), ""))
    assert hall.work().visits.get(VisitId("v2")).counter == TWO


def test_a_visit_that_another_counter_called_first_is_not_waiting():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(TWO))
    with pytest.raises(refusals.NotWaitingError):
        hall.run(call_chosen, CallChosen(ONE, VisitId("v1"), "other"))
    with pytest.raises(refusals.NotWaitingError):
        hall.run(call_chosen, CallChosen(ONE, VisitId("v1"), ""))


def test_a_counter_with_a_visit_in_hand_chooses_no_other():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    with pytest.raises(queue_refusals.VisitOpenError):
        hall.run(call_chosen, CallChosen(ONE, VisitId("v2"), "other"))


def test_an_unknown_visit_is_refused():
    hall = staffed_hall()
    with pytest.raises(refusals.VisitUnknownError):
        hall.run(call_chosen, CallChosen(ONE, VisitId("nobody"), "other"))
