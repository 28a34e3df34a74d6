"""An arrangement is taken back, whenever it was made; what it covered holds again."""

from __future__ import annotations

import pytest

from contracts.words.hall import ArrangementKind
from hall.calendar import refusals as calendar_refusals
from hall.calendar.facts import ArrangementTakenBack
from hall.day.commands.open_service import OpenService, open_service
from hall.day.commands.take_back import TakeBack, take_back
from tests.helpers.example_hall import LANDS, staffed_hall


def test_the_one_before_it_holds_again():
    hall = staffed_hall()
    hall.run(open_service, OpenService("a1", LANDS, False, "head"))
    hall.run(open_service, OpenService("a2", LANDS, True, "head"))
    hall.clock.advance(3 * 3600)
    hall.run(take_back, TakeBack("a2", "noor"))
    assert not hall.work().settings.service(LANDS).open
    assert hall.facts[-1] == ArrangementTakenBack("a2", ArrangementKind.SERVICE_OPEN, "noor")


def test_twice_is_refused():
    hall = staffed_hall()
    hall.run(open_service, OpenService("a1", LANDS, False, "head"))
    hall.run(take_back, TakeBack("a1", "head"))
    with pytest.raises(calendar_refusals.ArrangementUnknownError):
        hall.run(take_back, TakeBack("a1", "head"))
