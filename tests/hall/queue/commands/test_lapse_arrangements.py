"""Arrangements end with their service day."""

from __future__ import annotations

from contracts.words.hall import ArrangementKind
from hall.calendar.facts import ArrangementTakenBack, DayOpened
from hall.day.commands.close_day import CloseDay, close_day
from hall.day.commands.open_day import OpenDay, open_day
from hall.day.commands.open_service import OpenService, open_service
from tests.helpers.example_hall import LANDS, new_hall, take


def test_the_next_day_begins_as_the_hall_was_set_up():
    hall = new_hall()
    hall.run(open_service, OpenService("a1", LANDS, False, "head"))
    hall.run(close_day, CloseDay("head"))
    hall.clock.advance(24 * 3600)
    assert take(hall, "v1") == "L001"
    assert hall.work().settings.arrangements == ()
    lapsed = ArrangementTakenBack("a1", ArrangementKind.SERVICE_CLOSED, "day")
    assert lapsed in hall.facts
    assert hall.facts.index(lapsed) > hall.facts.index(DayOpened("first_command"))


def test_a_day_that_is_opened_again_keeps_its_own():
    hall = new_hall()
    hall.run(open_service, OpenService("a1", LANDS, False, "head"))
    hall.run(close_day, CloseDay("head"))
    hall.run(open_day, OpenDay("head"))
    assert not hall.work().settings.service(LANDS).open
