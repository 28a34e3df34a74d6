"""A called visit goes back among the waiting."""

from __future__ import annotations

import pytest

from contracts.words.hall import VisitState
from hall.kernel import refusals
from hall.kernel.ids import CounterId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.return_to_queue import ReturnToQueue, return_to_queue
from tests.helpers.example_hall import called_hall, serving_hall, take

ONE = CounterId(1)


@pytest.mark.parametrize("make", [called_hall, serving_hall])
def test_it_waits_again_with_its_first_time_and_is_next_again(make):
    hall = make()
    take(hall, "v2")
    visit = hall.run(return_to_queue, ReturnToQueue(ONE))
    assert (visit.state, visit.counter) == (VisitState.WAITING, None)
    again = hall.run(call_next, CallNext(ONE))
    assert again is not None
    assert again.id == "v1"


def test_the_fourth_time_is_refused():
    hall = called_hall()
    for _ in range(3):
        hall.run(return_to_queue, ReturnToQueue(ONE))
        hall.run(call_next, CallNext(ONE))
    with pytest.raises(refusals.ReturnLimitError):
        hall.run(return_to_queue, ReturnToQueue(ONE))
    assert hall.visit("v1").state is VisitState.CALLED
