from __future__ import annotations

from printer.escpos.status import PrinterStatus
from printer.spool.reconnect import Reconnect

LOST = PrinterStatus(reachable=False, answers=False)
BACK = PrinterStatus(reachable=True, answers=True)


def test_a_lost_printer_is_tried_less_and_less_often() -> None:
    reconnect, now = Reconnect(), 100.0
    for pause in (1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0):
        assert reconnect.due(now)
        reconnect.noted(LOST, now)
        assert not reconnect.due(now + pause - 0.01)
        now += pause


def test_a_printer_that_came_back_starts_anew() -> None:
    reconnect = Reconnect()
    reconnect.noted(LOST, 0)
    reconnect.noted(LOST, 1)
    reconnect.noted(BACK, 3)
    assert reconnect.due(3)
    reconnect.noted(LOST, 4)
    assert reconnect.due(5)
    assert reconnect.last is LOST
