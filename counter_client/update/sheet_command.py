"""From the last answer on a sheet to the command that is sent. Pure."""

from __future__ import annotations

from contracts.words.hall import LaneReason, Outcome
from counter_client.dialogs.enquiries import counting
from counter_client.dialogs.enquiries import update as enquiries_update
from counter_client.dialogs.question.presenter import minutes_of
from counter_client.dialogs.request import update as request_update
from counter_client.state import hall_command
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.state import Inputs, Sheet, SheetKind

FINISHING = frozenset(
    {SheetKind.OUTCOME, SheetKind.REQUEST_TOPIC, SheetKind.REQUEST_DIRECTORATE, SheetKind.NEXT_SERVICE}
)
BREAKS = frozenset({SheetKind.BREAK_LENGTH, SheetKind.BREAK_LAST, SheetKind.BREAK_TURN})
LANES = {SheetKind.GIVE_PRIORITY: hall_command.give_priority, SheetKind.TAKE_PRIORITY: hall_command.take_priority}


def chosen(inputs: Inputs, sheet: Sheet, code: str) -> Post | None:
    """Return the command that the answer `code` completes, None where the sheet is sent in another way."""
    if sheet.kind in FINISHING:
        return _finishing(inputs, sheet, code)
    if sheet.kind in BREAKS:
        return _break(inputs, sheet, code)
    if sheet.kind in LANES:
        return LANES[sheet.kind](sheet.visit, LaneReason(code), ticket=sheet.ticket)
    return _for_a_reason(inputs, sheet, code)


def _for_a_reason(inputs: Inputs, sheet: Sheet, code: str) -> Post | None:
    match sheet.kind:
        case SheetKind.PARK:
            return hall_command.park(inputs.counter, minutes_of(code), ticket=sheet.ticket)
        case SheetKind.WALK_UP:
            return hall_command.walk_up(inputs.counter, sheet.service or "", code)
        case SheetKind.ENQUIRY_CHANNEL:
            return counting.post_of(sheet, code)
        case SheetKind.ENQUIRY_CONFIRM:
            return enquiries_update.confirm(sheet)
        case SheetKind.SIGN_OUT:
            return hall_command.plain(Action.SIGN_OUT, inputs.counter)
        case SheetKind.CALL_CHOSEN:
            return hall_command.call_chosen(inputs.counter, sheet.visit, code, ticket=sheet.ticket, sure=inputs.sure)
        case SheetKind.REINSTATE:
            return hall_command.reinstate(sheet.visit, code, ticket=sheet.ticket)
        case _:
            return None


def _finishing(inputs: Inputs, sheet: Sheet, code: str) -> Post:
    counter, ticket, quantity, receipt = inputs.counter, sheet.ticket, sheet.finish.quantity, not inputs.pc.own_printer
    match sheet.kind:
        case SheetKind.REQUEST_DIRECTORATE:
            return request_update.finish(inputs, sheet, (request_update.request_of(inputs, sheet, code),))
        case SheetKind.REQUEST_TOPIC if sheet.request.before:
            return request_update.finish(inputs, sheet, sheet.request.before)
        case SheetKind.NEXT_SERVICE if code in served_here(inputs):
            return hall_command.go_on(counter, code, ticket=ticket, quantity=quantity)
        case SheetKind.NEXT_SERVICE:
            return hall_command.go_on_elsewhere(counter, code, ticket=ticket, quantity=quantity)
        case _:
            registered = sheet.kind is SheetKind.REQUEST_TOPIC
            outcome = Outcome.REQUEST_REGISTERED if registered else Outcome(code)
            return hall_command.finish(counter, outcome, ticket=ticket, quantity=quantity, receipt=receipt)


def served_here(inputs: Inputs) -> tuple[str, ...]:
    """Return the services that this counter's agent serves."""
    return inputs.workplace.services if inputs.workplace else ()


def _break(inputs: Inputs, sheet: Sheet, code: str) -> Post:
    place = inputs.workplace
    asked = sheet.kind is SheetKind.BREAK_LENGTH
    return hall_command.pause(
        inputs.counter,
        sheet.reason or "",
        minutes_of(code) if asked else sheet.minutes,
        after_visit=place is not None and place.current is not None,
        ask_first=asked,
    )
