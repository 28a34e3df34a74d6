"""Somebody without a ticket is served."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contracts.hall_words import Outcome, VisitState
from hall.application.close_day import CloseDay, close_day
from hall.application.finish import Finish, finish
from hall.application.walk_up import WalkUp, walk_up
from hall.domain import counter_errors, day_errors, errors
from hall.domain.ids import CounterId, ServiceCode, VisitId
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
    with pytest.raises(counter_errors.VisitOpenError):
        called_hall().run(walk_up, COME)


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (WalkUp(VisitId("w1"), ONE, LANDS, "because"), errors.ReasonUnknownError),
        (WalkUp(VisitId("w1"), ONE, ServiceCode("Z"), "other"), errors.ServiceUnknownError),
        (WalkUp(VisitId("w1"), CounterId(4), LANDS, "other"), counter_errors.NotSignedInError),
    ],
)
def test_what_is_wrong_is_named(command, refusal):
    with pytest.raises(refusal):
        staffed_hall().run(walk_up, command)


def test_a_visit_begins_once():
    hall = staffed_hall()
    hall.run(walk_up, COME)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    with pytest.raises(errors.VisitIdTakenError):
        hall.run(walk_up, COME)


def test_not_on_a_closed_day():
    friday = staffed_hall(at=datetime(2026, 11, 27, 5, tzinfo=UTC))
    with pytest.raises(day_errors.DayNotOpenError):
        friday.run(walk_up, COME)
    hall = staffed_hall()
    hall.run(close_day, CloseDay("head"))
    with pytest.raises(counter_errors.NotSignedInError):
        hall.run(walk_up, COME)
