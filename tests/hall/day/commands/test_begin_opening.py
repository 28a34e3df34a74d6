"""The check before the hall opens begins."""

from __future__ import annotations

from hall.calendar.facts import OpeningCheckBegun
from hall.day.commands.begin_opening import BeginOpening, begin_opening
from tests.helpers.example_hall import TUESDAY, new_hall


def test_all_devices_are_asked_by_one_fact():
    hall = new_hall()
    check = hall.run(begin_opening, BeginOpening("c1", "noor"))
    assert (check.day, check.by, check.begun_at, check.answered) == (TUESDAY, "noor", hall.clock.at, {})
    assert hall.facts == [OpeningCheckBegun("c1", "noor")]


def test_a_new_one_stands_before_one_that_was_left():
    hall = new_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    hall.clock.advance(60)
    hall.run(begin_opening, BeginOpening("c2", "noor"))
    newest = hall.work().openings.newest()
    assert newest is not None
    assert newest.id == "c2"
