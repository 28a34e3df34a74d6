"""The person is at the counter."""

from __future__ import annotations

import pytest

from contracts.words.hall import VisitState
from hall.kernel import refusals
from hall.kernel.ids import CounterId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import serving_hall, staffed_hall

ONE = CounterId(1)


def test_serving_begins_now():
    hall = serving_hall()
    visit = hall.visit("v1")
    assert (visit.state, visit.stage.begun) == (VisitState.SERVING, hall.clock.now())


def test_serving_begins_only_after_a_call_and_once():
    with pytest.raises(queue_refusals.NoVisitError):
        staffed_hall().run(begin_serving, BeginServing(ONE))
    with pytest.raises(refusals.NotCalledError):
        serving_hall().run(begin_serving, BeginServing(ONE))
