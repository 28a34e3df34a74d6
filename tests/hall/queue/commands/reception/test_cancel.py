"""A waiting visit is given up."""

from __future__ import annotations

import pytest

from hall.kernel import refusals
from hall.kernel.facts import VisitCancelled
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.cancel import Cancel, cancel
from tests.helpers.example_hall import LANDS, called_hall, staffed_hall, take

ONE = CounterId(1)


def test_a_cancelled_visit_is_told_and_is_called_no_more():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(cancel, Cancel(VisitId("v1"), "kiosk-1"))
    assert hall.facts[-1] == VisitCancelled(VisitId("v1"), "L001", LANDS, "kiosk-1")
    assert [(record.state, record.rev, record.called_at) for record in hall.told] == [("cancelled", 1, None)]
    assert hall.run(call_next, CallNext(ONE)) is None


def test_a_called_visit_is_not_cancelled():
    with pytest.raises(refusals.NotWaitingError):
        called_hall().run(cancel, Cancel(VisitId("v1"), "kiosk-1"))
