"""Attempts to print are remembered by their newest state."""

from __future__ import annotations

import pytest

from contracts.words.hall import PrintState
from hall.devices.commands.record_print import RecordPrint, record_print
from hall.kernel.facts import TicketPrinted
from hall.kernel.ids import VisitId
from hall.kernel.refusals import VisitUnknownError
from tests.helpers.example_hall import LANDS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall


def report(hall: MemoryHall, *states: PrintState, attempt: str = "a1") -> list[str]:
    for state in states:
        hall.run(record_print, RecordPrint(VisitId("v1"), attempt, state, "kiosk-1"))
    return [fact.state for fact in hall.facts if isinstance(fact, TicketPrinted)]


def hall_with_ticket() -> MemoryHall:
    hall = staffed_hall()
    take(hall, "v1")
    return hall


def test_each_state_of_an_attempt_leaves_a_fact():
    hall = hall_with_ticket()
    assert report(hall, PrintState.SENDING, PrintState.CONFIRMED) == ["sending", "confirmed"]
    assert hall.facts[-1] == TicketPrinted(VisitId("v1"), "L001", LANDS, "a1", "confirmed", "kiosk-1", None)
    kept = hall.work().prints.find("a1")
    assert kept is not None
    assert (kept.state, kept.visit) == (PrintState.CONFIRMED, "v1")


def test_a_repetition_changes_nothing():
    hall = hall_with_ticket()
    assert report(hall, PrintState.CONFIRMED, PrintState.CONFIRMED) == ["confirmed"]


def test_a_state_that_comes_late_does_not_replace_a_later_one():
    hall = hall_with_ticket()
    late = (PrintState.UNKNOWN, PrintState.SENDING, PrintState.NOT_STARTED)
    assert report(hall, *late) == ["unknown"]
    assert report(hall, PrintState.CONFIRMED, PrintState.INTERRUPTED) == ["unknown", "confirmed"]


def test_a_reprint_is_an_attempt_of_its_own():
    hall = hall_with_ticket()
    report(hall, PrintState.INTERRUPTED)
    report(hall, PrintState.CONFIRMED, attempt="a2")
    assert len(hall.stored.prints) == 2


def test_the_visit_must_be_known():
    with pytest.raises(VisitUnknownError):
        report(staffed_hall(), PrintState.CONFIRMED)
