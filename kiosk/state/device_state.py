"""The kiosk's own state that it reports to the hall; pure.

>>> report = device_state(Conditions(printer=PrinterCondition(None, "low")))
>>> report.state, report.printer, report.paper
('degraded', 'ok', 'low')
"""

from __future__ import annotations

from contracts.queue.bodies import DeviceStateRequest
from kiosk.state.conditions import Conditions, PrinterCondition

WRONG_ROLL = "wrong_roll"
NOT_TAKEN = "ticket_not_taken"


def device_state(conditions: Conditions) -> DeviceStateRequest | None:
    """Return the state that the kiosk reports; None while the printer's state is not known.

    `failed`: no ticket is given until somebody comes. `degraded`: tickets are given, somebody should come.
    """
    printer = conditions.printer
    if printer is None:
        return None
    reason = printer.fault
    if reason is None and conditions.wrong_roll:
        reason = WRONG_ROLL
    if reason is None and conditions.slot_blocked:
        reason = NOT_TAKEN
    if reason is None and conditions.paused:
        reason = conditions.paused
    if reason is not None:
        return DeviceStateRequest("failed", reason, printer.paper, reason)
    healthy = printer.answers and printer.paper != "low"
    return DeviceStateRequest("ok" if healthy else "degraded", _word(printer), printer.paper, None)


def _word(printer: PrinterCondition) -> str:
    return "ok" if printer.answers else "one_way"
