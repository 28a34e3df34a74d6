"""The state that the kiosk reports: the worst of what is known, and nothing before the printer's state is known."""

from __future__ import annotations

import pytest

from kiosk.state.conditions import Conditions, PrinterCondition
from kiosk.state.device_state import device_state


@pytest.mark.parametrize(
    ("conditions", "state", "printer", "reason"),
    [
        (Conditions(printer=PrinterCondition(None, "ok")), "ok", "ok", None),
        (Conditions(printer=PrinterCondition(None, "low")), "degraded", "ok", None),
        (Conditions(printer=PrinterCondition(None, answers=False)), "degraded", "one_way", None),
        (Conditions(printer=PrinterCondition("paper_out", "out")), "failed", "paper_out", "paper_out"),
        (Conditions(printer=PrinterCondition(None, "ok"), wrong_roll=True), "failed", "wrong_roll", "wrong_roll"),
        (
            Conditions(printer=PrinterCondition(None, "ok", presenter="ticket"), slot_blocked=True),
            "failed",
            "ticket_not_taken",
            "ticket_not_taken",
        ),
        (
            Conditions(printer=PrinterCondition("cover_open"), wrong_roll=True, slot_blocked=True),
            "failed",
            "cover_open",
            "cover_open",
        ),
    ],
)
def test_each_trouble_has_its_word(conditions: Conditions, state: str, printer: str, reason: str | None) -> None:
    told = device_state(conditions)
    assert told is not None
    assert (told.state, told.printer, told.reason) == (state, printer, reason)
    assert conditions.printer is not None
    assert told.paper == conditions.printer.paper


def test_before_the_printer_was_heard_of_nothing_is_said() -> None:
    assert device_state(Conditions()) is None


def test_a_kiosk_that_pauses_alerts_the_hall_head() -> None:
    word = device_state(Conditions(printer=PrinterCondition(None, "ok"), paused="touch_ghost"))
    assert word is not None
    assert (word.state, word.reason) == ("failed", "touch_ghost")
