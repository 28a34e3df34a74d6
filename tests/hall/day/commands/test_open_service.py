"""A service is closed and opened at the kiosks."""

from __future__ import annotations

import pytest

from contracts.words.hall import ArrangementKind
from hall.day.commands.open_service import OpenService, open_service
from hall.day.commands.take_back import TakeBack, take_back
from hall.kernel import refusals
from hall.kernel.ids import CounterId, ServiceCode
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.settings.queries.hall import hall_view
from tests.helpers.example_hall import LANDS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall


def is_open(hall: MemoryHall) -> bool:
    view = hall_view(work=hall.work(), now=hall.clock.now())
    return next(one.open for one in view.services if one.code == LANDS)


def test_a_closed_service_gives_no_ticket_and_serves_who_has_one():
    hall = staffed_hall()
    take(hall, "v1")
    made = hall.run(open_service, OpenService("a1", LANDS, False, "head"))
    assert made.kind is ArrangementKind.SERVICE_CLOSED
    assert not is_open(hall)
    with pytest.raises(refusals.ServiceClosedError):
        take(hall, "v2")
    called = hall.run(call_next, CallNext(CounterId(1)))
    assert called is not None
    assert called.ticket == "L001"


def test_taken_back_or_opened_it_gives_tickets_again():
    hall = staffed_hall()
    hall.run(open_service, OpenService("a1", LANDS, False, "head"))
    hall.run(take_back, TakeBack("a1", "head"))
    assert take(hall, "v1") == "L001"
    hall.run(open_service, OpenService("a2", LANDS, False, "head"))
    hall.run(open_service, OpenService("a3", LANDS, True, "head"))
    assert take(hall, "v2") == "L002"


def test_what_is_so_already_or_not_there_is_refused():
    with pytest.raises(refusals.AlreadySoError, match="service L is open already"):
        staffed_hall().run(open_service, OpenService("a1", LANDS, True, "head"))
    with pytest.raises(refusals.ServiceUnknownError):
        staffed_hall().run(open_service, OpenService("a1", ServiceCode("Z"), False, "head"))
