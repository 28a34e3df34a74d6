"""Answer a wish: what changes on the screen, and which request goes to the hall. Pure."""

from __future__ import annotations

from dataclasses import replace

from counter_client.dialogs.complaint import update as complaint_update
from counter_client.dialogs.enquiries import update as enquiries_update
from counter_client.dialogs.follow_up import update as follow_up_update
from counter_client.dialogs.missing_documents.presenter import derive_missing
from counter_client.dialogs.pin import update as pin_update
from counter_client.dialogs.question.presenter import minutes_of
from counter_client.dialogs.request import update as request_update
from counter_client.dialogs.search.presenter import derive_search
from counter_client.dialogs.transfer import update as transfer
from counter_client.hall import replies
from counter_client.sign_in.presenter import derive_sign_in
from counter_client.state import hall_command
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.intents import (
    ActOnEnquiry,
    ActOnFound,
    AskRequest,
    Choose,
    Do,
    FollowUp,
    OnSheet,
    SendMissing,
    SendRequest,
    SendText,
    ShowPhone,
    Wish,
)
from counter_client.state.pin_sheet import PinSheet, PinWish
from counter_client.state.state import Inputs, Notice, Search, Sheet, SheetKind, Tone
from counter_client.state.transfer_sheet import TransferSheet, TransferWish
from counter_client.update.fill import fill
from counter_client.update.next_question import next_question
from counter_client.update.sheet_command import chosen
from counter_client.workplace.presenters.workplace import allowed

Decision = tuple[Inputs, Post | None]

SHEETS = {
    Action.FINISH: SheetKind.OUTCOME,
    Action.BREAK: SheetKind.BREAK,
    Action.WALK_UP: SheetKind.WALK_UP,
    Action.TRANSFER: SheetKind.TRANSFER,
    Action.PARK: SheetKind.PARK,
    Action.SEARCH: SheetKind.SEARCH,
    Action.ENQUIRY: SheetKind.ENQUIRY_TOPIC,
    Action.ENQUIRIES: SheetKind.ENQUIRIES,
    Action.COMPLAINT: SheetKind.COMPLAINT_NATURE,
    Action.OWN_DAY: SheetKind.OWN_DAY,
    Action.REGISTER: SheetKind.REQUEST_TOPIC,
    Action.PIN: SheetKind.PIN,
    Action.SIGN_OUT: SheetKind.SIGN_OUT,
    Action.GIVE_PRIORITY: SheetKind.GIVE_PRIORITY,
    Action.TAKE_PRIORITY: SheetKind.TAKE_PRIORITY,
}
"""Actions that ask something first."""

JUDGED_BY_HALL = frozenset({Action.CALL_NEXT, Action.BEGIN})
"""Steps that the hall refuses where they are the second half of a double press."""

OF_A_ROW = frozenset({Action.CALL_CHOSEN, Action.RESUME, Action.REINSTATE, Action.GIVE_PRIORITY, Action.TAKE_PRIORITY})
"""Actions on the chosen row of a list."""

SHEETS_OF_A_ROW = frozenset({SheetKind.GIVE_PRIORITY, SheetKind.TAKE_PRIORITY})

OF_THE_VISIT = frozenset({SheetKind.OUTCOME, SheetKind.PARK, SheetKind.REQUEST_TOPIC})

AUTO = "auto"
"""Stands in place of a row in the automatic call."""

OF_THE_PROGRAM = frozenset({Action.LANGUAGE, Action.BAR, Action.WINDOW, Action.TRAINING, Action.LEAVE_TRAINING})

OTHER_LANGUAGE = {"ar": "en", "en": "ar"}


def decide(inputs: Inputs, wish: Wish) -> Decision:
    """Return the inputs after the wish and the command to send, if any; `inputs.now_s` is now."""
    return _decide(_menu_closed(inputs, wish), wish)


def _menu_closed(inputs: Inputs, wish: Wish) -> Inputs:
    """Return the inputs without the menu, from which something was chosen."""
    in_menu = inputs.sheet is not None and inputs.sheet.kind is SheetKind.MORE
    return replace(inputs, sheet=None) if in_menu and isinstance(wish, Do) else inputs


def _decide(inputs: Inputs, wish: Wish) -> Decision:
    match wish:
        case Do(action) if action in OF_THE_PROGRAM:
            return _of_the_program(inputs, action), None
        case Do(Action.SIGN_IN):
            return _sign_in(inputs)
        case Do(Action.CALL_NEXT, visit) if visit == AUTO:
            return inputs, hall_command.call_next(inputs.counter, auto=True)
        case Do(action, visit):
            return _do(inputs, action, visit)
        case Choose(code):
            return _choose(inputs, code)
        case OnSheet() | SendMissing() | ActOnFound():
            return _send(inputs, wish)
        case ActOnEnquiry() | SendText() | ShowPhone() | SendRequest() | FollowUp() | AskRequest():
            return _on_a_sheet(inputs, wish)
        case _:
            return fill(inputs, wish), None


def _send(inputs: Inputs, wish: OnSheet | SendMissing | ActOnFound) -> Decision:
    match wish:
        case SendMissing():
            return _send_missing(inputs)
        case ActOnFound():
            return _act_on_found(inputs)
        case _ if isinstance(inputs.sheet, TransferSheet) and isinstance(wish, TransferWish):
            return transfer.update(inputs, inputs.sheet, wish)
        case _ if isinstance(inputs.sheet, PinSheet) and isinstance(wish, PinWish):
            return pin_update.update(inputs, inputs.sheet, wish)
        case _:  # pressed too late: another sheet is open
            return inputs, None


def _on_a_sheet(
    inputs: Inputs, wish: ActOnEnquiry | SendText | ShowPhone | SendRequest | FollowUp | AskRequest
) -> Decision:
    """Act on the open sheet or send what is written; a double press of the key that came before does neither."""
    if inputs.sheet is None or inputs.busy is not None or inputs.pressed_twice:
        return inputs, None
    pressed = _pressed(inputs)
    if isinstance(wish, SendRequest | FollowUp | AskRequest):
        return _with_request(pressed, inputs.sheet, wish)
    return _with_enquiry(pressed, inputs.sheet, wish)


def _with_enquiry(inputs: Inputs, sheet: Sheet, wish: ActOnEnquiry | SendText | ShowPhone) -> Decision:
    if isinstance(wish, ShowPhone):
        return enquiries_update.call_back(inputs, sheet), None
    if isinstance(wish, SendText) and sheet.asks is Action.COMPLAINT:
        return complaint_update.send(inputs, sheet)
    if isinstance(wish, SendText):
        return enquiries_update.send(inputs, sheet)
    return enquiries_update.act(inputs, sheet, other=wish.other), None


def _with_request(inputs: Inputs, sheet: Sheet, wish: SendRequest | FollowUp | AskRequest) -> Decision:
    match wish:
        case SendRequest(another):
            return request_update.send(inputs, sheet, another=another)
        case FollowUp():
            searched = sheet.kind is SheetKind.SEARCH
            return (replace(inputs, sheet=follow_up_update.opened()) if searched else inputs), None
        case AskRequest():
            return follow_up_update.ask(inputs, sheet), None


def _pressed(inputs: Inputs) -> Inputs:
    """Return the inputs with a press that did something just now."""
    return replace(inputs, presses=replace(inputs.presses, pressed_s=inputs.now_s))


def _of_the_program(inputs: Inputs, action: Action) -> Inputs:
    """Do an action of the program itself, without the hall; of training only what needs no answer."""
    if action is Action.LANGUAGE:
        return replace(inputs, language=OTHER_LANGUAGE.get(inputs.language, "ar"))
    if action in {Action.BAR, Action.WINDOW}:
        return replace(inputs, pc=replace(inputs.pc, bar=action is Action.BAR and inputs.signed_in))
    return _training(inputs) if action is Action.TRAINING else inputs


def _training(inputs: Inputs) -> Inputs:
    """Wait for a room; who is signed in counts in the hall's forecasts and signs out first."""
    if inputs.signed_in:
        return replace(inputs, notice=Notice(Tone.CALM, "training_sign_out_first"))
    return inputs if inputs.busy else replace(inputs, busy=Action.TRAINING, notice=None)


def _sign_in(inputs: Inputs) -> Decision:
    typed = inputs.sign_in
    if typed.agent is None or not derive_sign_in(inputs).ready:
        return inputs, None
    return inputs, hall_command.sign_in(inputs.counter, typed.agent, typed.pin, move=typed.move)


def _do(inputs: Inputs, action: Action, visit: str | None) -> Decision:
    if action not in allowed(inputs) or (inputs.sheet is not None and not _over_sheet(inputs.sheet, action)):
        return inputs, None
    if action is Action.MORE:  # a trained hand types its letter at once: opening the menu is no press that counts
        return replace(inputs, sheet=Sheet(SheetKind.MORE), notice=None), None
    row = visit or inputs.listed.row
    if action in OF_A_ROW and row is None:
        return replace(inputs, notice=Notice(Tone.CALM, "choose_row")), None
    if inputs.pressed_twice and action not in JUDGED_BY_HALL:
        return inputs, None
    pressed = _pressed(inputs)
    if action is Action.REPRINT and inputs.training.practice is not None:
        return replies.said(pressed, Notice(Tone.CALM, "training_prints_nothing")), None
    if action is Action.CALL_CHOSEN and row is not None:
        return _call_chosen(pressed, row, _ticket(inputs, row))
    if action in SHEETS:
        return replace(pressed, sheet=_sheet(inputs, SHEETS[action], row), notice=None), None
    return pressed, _post(inputs, action, row or "")


def _call_chosen(inputs: Inputs, visit: str, ticket: str) -> Decision:
    """Ask why this visit goes before others; who is first is called at once, and the hall checks that."""
    waiting = inputs.workplace.waiting if inputs.workplace else ()
    if waiting and waiting[0].visit == visit and not waiting[0].held:
        post = hall_command.call_chosen(inputs.counter, visit, "", ticket=ticket, sure=inputs.sure)
        return replace(inputs, sheet=None), post
    return replace(inputs, sheet=Sheet(SheetKind.CALL_CHOSEN, visit=visit, ticket=ticket), notice=None), None


def _over_sheet(sheet: Sheet, action: Action) -> bool:
    """Return whether an action can be done while the sheet is open: what stands on it is printed once more."""
    return sheet.kind in {SheetKind.RETURN_CODE, SheetKind.REGISTERED} and action is Action.REPRINT


def _post(inputs: Inputs, action: Action, row: str) -> Post | None:
    match action:
        case Action.RESUME:
            return hall_command.resume(inputs.counter, row, ticket=_ticket(inputs, row))
        case Action.REINSTATE:
            return hall_command.reinstate(row, None, ticket=_ticket(inputs, row))
        case Action.CALL_NEXT:
            return hall_command.call_next(inputs.counter, sure=inputs.sure)
        case Action.BEGIN:
            return hall_command.begin(inputs.counter, ticket=_ticket_in_hand(inputs))
        case Action.UNDO:
            return hall_command.undo(inputs.undo.visit, ticket=inputs.undo.ticket) if inputs.undo else None
        case Action.REPRINT:
            return hall_command.print_again(inputs.paper) if inputs.paper and not inputs.pc.own_printer else None
        case Action.LOOK:
            return hall_command.look(inputs.counter, ticket=_ticket_in_hand(inputs))
        case _:
            return hall_command.plain(action, inputs.counter, ticket=_ticket_in_hand(inputs))


def _ticket_in_hand(inputs: Inputs) -> str:
    current = inputs.workplace.current if inputs.workplace else None
    return current.ticket if current else ""


def _sheet(inputs: Inputs, kind: SheetKind, row: str | None) -> Sheet:
    if kind in SHEETS_OF_A_ROW and row is not None:
        return Sheet(kind, visit=row, ticket=_ticket(inputs, row))
    current = inputs.workplace.current if inputs.workplace else None
    if kind is SheetKind.SEARCH:
        return Sheet(kind, search=Search())
    if kind is SheetKind.ENQUIRIES:
        return enquiries_update.opened()
    if kind is SheetKind.PIN:
        return pin_update.opened()
    if kind is SheetKind.COMPLAINT_NATURE:
        return complaint_update.opened(inputs)
    if kind is SheetKind.TRANSFER and current is not None:
        return transfer.opened(current)
    if kind in OF_THE_VISIT and current is not None:
        return Sheet(kind, visit=current.visit, ticket=current.ticket, service=current.service)
    return Sheet(kind)


def _ticket(inputs: Inputs, visit: str) -> str:
    place = inputs.workplace
    if place is None:
        return ""
    tickets = {row.visit: row.ticket for row in place.waiting}
    tickets |= {row.visit: row.ticket for row in (*place.parked, *place.missed)}
    return tickets.get(visit, "")


def _choose(inputs: Inputs, code: str) -> Decision:
    sheet = inputs.sheet
    if sheet is None or inputs.busy is not None:
        return inputs, None
    asked = next_question(inputs, sheet, code)
    if sheet.kind is SheetKind.OWN_DAY:
        return replace(inputs, sheet=None), None
    if asked is not None:
        # Only a question: quick fingers may go on at once, but a double press is no answer to the next one.
        return replace(_pressed(inputs), sheet=replace(asked, picked="")), None
    if inputs.pressed_twice:
        return inputs, None
    return _minutes_kept(_pressed(inputs), sheet, code), chosen(inputs, sheet, code)


def _minutes_kept(inputs: Inputs, sheet: Sheet, code: str) -> Inputs:
    """Keep the length of a break, which is asked about once more where nobody else serves a service."""
    if sheet.kind is not SheetKind.BREAK_LENGTH:
        return inputs
    return replace(inputs, sheet=replace(sheet, minutes=minutes_of(code)))


def _send_missing(inputs: Inputs) -> Decision:
    view = derive_missing(inputs)
    if view is None or inputs.sheet is None or inputs.busy is not None:
        return inputs, None
    if not view.ready:
        return replace(inputs, sheet=replace(inputs.sheet, notice=Notice(Tone.WARNING, "choose_missing"))), None
    return inputs, hall_command.documents_missing(inputs.counter, inputs.sheet, receipt=not inputs.pc.own_printer)


def _act_on_found(inputs: Inputs) -> Decision:
    view = derive_search(inputs)
    row = next((row for row in view.rows if row.chosen), None) if view else None
    if row is None or row.action is None or inputs.busy is not None:
        return inputs, None
    match row.action:
        case Action.CALL_CHOSEN:
            return _call_chosen(inputs, row.visit, row.ticket)
        case Action.WALK_UP:
            return replace(inputs, sheet=Sheet(SheetKind.WALK_UP, service=row.service_code)), None
        case Action.RESUME:
            return inputs, hall_command.resume(inputs.counter, row.visit, ticket=row.ticket)
        case Action.REINSTATE:
            return inputs, hall_command.reinstate(row.visit, None, ticket=row.ticket)
        case _:
            return inputs, hall_command.undo(row.visit, ticket=row.ticket)
