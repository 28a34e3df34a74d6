"""Somebody without a ticket is served."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contracts.words.hall import Outcome, VisitState
from hall.calendar import refusals as calendar_refusals
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel import refusals
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import LANDS, called_hall, staffed_hall, take

ONE = CounterId(1)


COME = WalkUp(VisitId("w1"), ONE, LANDS, "special_care")


def test_serving_begins_at_once_and_ends_like_any_other():
    hall = staffed_hall()
    visit = hall.run(walk_up, COME)
    assert (visit.state, visit.ticket, visit.counter) == (VisitState.SERVING, "", 1)
    hall.clock.advance(60)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    (record,) = hall.told
    assert (record.ticket, record.waiting_s, record.serving_s) == (None, 0, 60)


def test_it_takes_no_number():
    hall = staffed_hall()
    hall.run(walk_up, COME)
    assert take(hall, "v1") == "L001"


def test_a_counter_with_a_visit_in_hand_is_refused():
    with pytest.raises(queue_refusals.VisitOpenError):
        called_hall().run(walk_up, COME)


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (WalkUp(VisitId("w1"), ONE, LANDS, "because"), refusals.ReasonUnknownError),
        (WalkUp(VisitId("w1"), ONE, ServiceCode("Z"), "other"), refusals.ServiceUnknownError),
        (WalkUp(VisitId("w1"), CounterId(4), LANDS, "other"), queue_refusals.NotSignedInError),
    ],
)
def test_what_is_wrong_is_named(command, refusal):
    with pytest.raises(refusal):
        staffed_hall().run(walk_up, command)


def test_a_visit_begins_once():
    hall = staffed_hall()
    hall.run(walk_up, COME)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    with pytest.raises(refusals.VisitIdTakenError):
        hall.run(walk_up, COME)


def test_not_on_a_closed_day():
    friday = staffed_hall(at=datetime(2026, 11, 27, 5, tzinfo=UTC))
    with pytest.raises(calendar_refusals.DayNotOpenError):
        friday.run(walk_up, COME)
    hall = staffed_hall()
    hall.run(close_day, CloseDay("head"))
    with pytest.raises(queue_refusals.NotSignedInError):
        hall.run(walk_up, COME)
