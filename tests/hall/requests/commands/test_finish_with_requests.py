"""A finish registers requests in one piece of work; taken back, it withdraws them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Outcome, VisitState
from contracts.words.requests import RequestSource, RequestState
from hall.kernel import refusals
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.commands.reception.undo import Undo
from hall.requests.commands.finish_with_requests import FinishWithRequests, finish_with_requests, undo_with_requests
from hall.requests.commands.move_request import Refer, refer
from hall.requests.commands.register_request import Register
from hall.requests.model.refusals import RequestStateError
from tests.helpers.example_hall import ENQUIRIES, serving_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE, THREE = CounterId(1), CounterId(3)
FINISH = Finish(ONE, Outcome.REQUEST_REGISTERED)
UNDO = Undo(VisitId("v1"), "said")
LAND = Register("قطعة أرض سكنية", "land_grant", "lands", RequestSource.HALL, "", external="2026/881")


def registered() -> MemoryHall:
    hall = serving_hall()
    hall.run(finish_with_requests, FinishWithRequests(FINISH, (LAND, replace(LAND, external=None))))
    return hall


def test_what_the_finish_registered_is_withdrawn_with_it_and_registered_once_when_it_is_finished_anew():
    hall = registered()
    hall.clock.advance(60)
    hall.run(undo_with_requests, UNDO)
    assert [one.state for one in hall.stored.requests.values()] == [RequestState.WITHDRAWN] * 2
    first, second = hall.stored.requests
    urgent = replace(LAND, subject="قطعة لأرملة", urgent=True)
    hall.run(finish_with_requests, FinishWithRequests(FINISH, (urgent,)))
    states = {number: one.state for number, one in hall.stored.requests.items()}
    # Under the number that stands on the paper, which the visitor may hold already.
    assert states == {first: RequestState.REGISTERED, second: RequestState.WITHDRAWN}
    again = hall.stored.requests[first]
    assert (again.shown, again.subject, again.urgent, again.withdrawn_why) == ("2026/881", "قطعة لأرملة", True, None)
    assert [(one.number, one.rev, one.state) for one in hall.stored.told_requests if one.number == first] == [
        (first, 1, "registered"),
        (first, 2, "withdrawn"),
        (first, 3, "registered"),
    ]
    hall.run(undo_with_requests, UNDO)
    assert {one.state for one in hall.stored.requests.values()} == {RequestState.WITHDRAWN}


def test_of_two_alike_the_one_that_is_registered_again_is_the_one_of_the_same_subject():
    hall = serving_hall()
    house, farm = (replace(LAND, external=None, subject=subject) for subject in ("منزل", "مزرعة"))
    hall.run(finish_with_requests, FinishWithRequests(FINISH, (house, farm)))
    printed = {one.subject: one.number for one in hall.stored.requests.values()}
    hall.run(undo_with_requests, UNDO)
    hall.run(finish_with_requests, FinishWithRequests(FINISH, (farm,)))
    (stands,) = [one for one in hall.stored.requests.values() if one.state is RequestState.REGISTERED]
    assert stands.number == printed["مزرعة"]


def test_another_request_than_before_has_a_number_of_its_own_and_takes_the_ministrys():
    hall = registered()
    hall.run(undo_with_requests, UNDO)
    first, second = hall.stored.requests
    hall.run(finish_with_requests, FinishWithRequests(FINISH, (replace(LAND, directorate="housing"),)))
    (made,) = [one for one in hall.stored.requests.values() if one.state is RequestState.REGISTERED]
    assert made.number not in {first, second}
    assert (made.shown, hall.stored.requests[first].external) == ("2026/881", None)


def test_a_finish_whose_request_has_moved_on_stands():
    hall = registered()
    number = next(iter(hall.stored.requests))
    hall.run(refer, Refer(number, None, "head"))
    before = hall.stored.copy()
    with pytest.raises(RequestStateError):
        hall.run(undo_with_requests, UNDO)
    assert hall.stored == before


def test_a_finish_that_is_too_old_is_told_as_that_whatever_became_of_its_requests():
    hall = registered()
    hall.run(refer, Refer(next(iter(hall.stored.requests)), None, "head"))
    hall.clock.advance(121)
    with pytest.raises(refusals.UndoTooLateError):
        hall.run(undo_with_requests, UNDO)


@pytest.mark.parametrize("earlier_min", [5, -5], ids=["before", "before a clock was set back"])
def test_what_an_earlier_stage_registered_stands(earlier_min: int):
    hall = registered()
    for number, one in hall.stored.requests.items():
        hall.stored.requests[number] = replace(one, registered=one.registered - timedelta(minutes=earlier_min))
    hall.run(undo_with_requests, UNDO)
    assert {one.state for one in hall.stored.requests.values()} == {RequestState.REGISTERED}


def test_who_served_has_registered_it_though_another_counter_wants_the_visit_back():
    hall = serving_hall()
    hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES, and_back=True))
    hall.run(call_next, CallNext(THREE))
    hall.run(begin_serving, BeginServing(THREE))
    visit = hall.run(finish_with_requests, FinishWithRequests(Finish(THREE, Outcome.COMPLETED), (LAND,)))
    assert visit.state is VisitState.WAITING
    assert [(one.registered_by, one.counter) for one in hall.stored.requests.values()] == [("rashid", 3)]
