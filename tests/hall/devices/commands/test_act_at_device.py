"""What somebody does at a device is a fact with a name, and a start settles what the end before it cut off."""

from __future__ import annotations

import pytest

from contracts.words.hall import DeviceAct, PrintState
from hall.calendar.facts import PaperChanged, StaffActed
from hall.devices.commands.act_at_device import ActAtDevice, act_at_device
from hall.devices.commands.record_print import RecordPrint, record_print
from hall.kernel.facts import TicketPrinted
from hall.kernel.ids import CounterId, DeviceId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from tests.helpers.example_hall import LANDS, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

K1 = DeviceId("kiosk-1")


def act(hall: MemoryHall, what: DeviceAct, by: str | None = "Salim", took_s: int | None = None) -> None:
    hall.run(act_at_device, ActAtDevice(K1, what, by, took_s))


def test_a_change_of_paper_names_who_and_how_much_came_from_the_old_roll() -> None:
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(record_print, RecordPrint(VisitId("v1"), "a1", PrintState.CONFIRMED, "kiosk-1", paper_mm=118))
    act(hall, DeviceAct.PAPER_CHANGED, took_s=41)
    assert hall.facts[-1] == PaperChanged(K1, "Salim", 1, 118, 41)
    roll = hall.work().papers.roll(K1)
    assert (roll.changed_by, roll.used_mm, roll.ticket_mm) == ("Salim", 0, 118)


@pytest.mark.parametrize("what", [DeviceAct.MENU_OPENED, DeviceAct.TEST_PRINTED, DeviceAct.SHUT_DOWN])
def test_everything_else_at_the_menu_leaves_one_fact(what: DeviceAct) -> None:
    hall = staffed_hall()
    act(hall, what)
    assert [fact for fact in hall.facts if isinstance(fact, StaffActed)] == [StaffActed(K1, "Salim", what.value)]
    assert hall.work().papers.all() == {}


def test_after_a_crash_the_attempts_of_this_device_that_were_under_way_are_unknown() -> None:
    hall = staffed_hall()
    for visit, attempt, state, device in (
        ("v1", "a1", PrintState.SENDING, "kiosk-1"),
        ("v2", "a2", PrintState.CONFIRMED, "kiosk-1"),
        ("v3", "a3", PrintState.SENDING, "kiosk-2"),
    ):
        take(hall, visit)
        hall.run(record_print, RecordPrint(VisitId(visit), attempt, state, device))
    act(hall, DeviceAct.STARTED, by=None)
    prints = hall.work().prints
    states = {name: found.state for name in ("a1", "a2", "a3") if (found := prints.find(name)) is not None}
    assert states == {"a1": PrintState.UNKNOWN, "a2": PrintState.CONFIRMED, "a3": PrintState.SENDING}
    told = [fact for fact in hall.facts if isinstance(fact, TicketPrinted) and fact.state == "unknown"]
    assert [(fact.attempt, fact.reason) for fact in told] == [("a1", "device_restarted")]


def test_a_start_before_the_first_day_settles_nothing() -> None:
    hall = new_hall()
    act(hall, DeviceAct.STARTED, by=None)
    assert hall.facts == []


def unknown_after_start(hall: MemoryHall) -> list[str]:
    act(hall, DeviceAct.STARTED, by=None)
    return [fact.visit for fact in hall.facts if isinstance(fact, TicketPrinted) and fact.state == "unknown"]


def test_a_kiosk_that_ended_before_it_could_tell_of_an_attempt_is_asked_about_its_last_visit_alone() -> None:
    hall = staffed_hall()
    for visit in ("v1", "v2"):
        take(hall, visit)
    hall.run(issue_ticket, IssueTicket(VisitId("v3"), LANDS, "kiosk-2"))
    assert unknown_after_start(hall) == ["v2"]
    assert unknown_after_start(hall) == ["v2"], "once said, it is not said again"


def test_a_last_ticket_that_was_told_of_or_a_visitor_who_was_called_needs_no_question() -> None:
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(record_print, RecordPrint(VisitId("v1"), "a1", PrintState.CONFIRMED, "kiosk-1"))
    assert unknown_after_start(hall) == []
    called = staffed_hall()
    take(called, "v1")
    called.run(call_next, CallNext(CounterId(1)))
    assert unknown_after_start(called) == []
