"""A wait ends with the first call."""

from __future__ import annotations

from hall.calendar.ports import CalledStage
from tests.helpers.example_hall import LANDS, NINE
from tests.helpers.memory_work import HandClock


def test_the_wait_is_from_the_issue_to_the_first_call():
    clock = HandClock(NINE)
    assert CalledStage(LANDS, True, clock.now(), clock.advance(90)).waited_s == 90
