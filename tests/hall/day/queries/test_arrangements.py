"""The list has the arrangements that are in force, the newest first."""

from __future__ import annotations

from hall.day.commands.open_service import OpenService, open_service
from hall.day.commands.reserve_counter import ReserveCounter, reserve_counter
from hall.day.commands.take_back import TakeBack, take_back
from hall.day.queries.arrangements import arrangements_view
from hall.kernel.ids import CounterId
from tests.helpers.example_hall import HOUSING, LANDS, staffed_hall
from tests.helpers.memory_work import MemoryHall


def codes(hall: MemoryHall) -> list[str]:
    """Return the arrangements that are listed."""
    return [one.arrangement for one in arrangements_view(work=hall.work(), set_up=hall.settings).arrangements]


def test_a_service_that_is_open_again_as_it_was_set_up_is_no_change_until_that_is_undone():
    hall = staffed_hall()
    hall.run(open_service, OpenService("a1", LANDS, False, "head"))
    hall.run(open_service, OpenService("a2", LANDS, True, "head"))
    assert codes(hall) == []
    hall.run(take_back, TakeBack("a2", "head"))
    assert codes(hall) == ["a1"]


def test_what_a_later_one_covers_is_told_when_that_is_taken_back():
    hall = staffed_hall()
    hall.run(open_service, OpenService("a1", LANDS, False, "head"))
    hall.run(reserve_counter, ReserveCounter("a2", CounterId(1), (HOUSING,), "noor"))
    hall.run(open_service, OpenService("a3", LANDS, True, "head"))
    hall.run(open_service, OpenService("a4", LANDS, False, "head"))
    assert codes(hall) == ["a4", "a2"]
    hall.run(take_back, TakeBack("a4", "head"))
    hall.run(take_back, TakeBack("a3", "head"))
    told = arrangements_view(work=hall.work(), set_up=hall.settings).arrangements
    assert [(one.arrangement, one.by, one.service, one.counter, one.services) for one in told] == [
        ("a2", "noor", None, 1, (HOUSING,)),
        ("a1", "head", LANDS, None, ()),
    ]
