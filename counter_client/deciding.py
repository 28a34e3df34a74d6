"""Answer a wish: what changes on the screen, and what is asked of the hall. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.hall_words import LaneReason, Outcome
from counter_client import posts
from counter_client.actions import Action
from counter_client.filling import fill
from counter_client.guard import Verdict
from counter_client.inputs import Inputs, Notice, Sheet, SheetKind, TargetKind, Tone
from counter_client.posts import Post
from counter_client.presenters.sign_in import derive_sign_in
from counter_client.presenters.transfer import derive_transfer
from counter_client.presenters.workplace import allowed
from counter_client.registering import next_question, request_of
from counter_client.wishes import Choose, Do, SendTransfer, Wish

Decision = tuple[Inputs, Post | None]

SHEETS = {
    Action.FINISH: SheetKind.OUTCOME,
    Action.BREAK: SheetKind.BREAK,
    Action.WALK_UP: SheetKind.WALK_UP,
    Action.TRANSFER: SheetKind.TRANSFER,
    Action.SIGN_OUT: SheetKind.SIGN_OUT,
    Action.CALL_CHOSEN: SheetKind.CALL_CHOSEN,
    Action.GIVE_PRIORITY: SheetKind.GIVE_PRIORITY,
    Action.TAKE_PRIORITY: SheetKind.TAKE_PRIORITY,
}
"""Actions that ask something first."""

OF_A_ROW = frozenset({Action.CALL_CHOSEN, Action.RESUME, Action.REINSTATE, Action.GIVE_PRIORITY, Action.TAKE_PRIORITY})
"""Actions on the chosen row of a list."""

SHEETS_OF_A_ROW = frozenset({SheetKind.CALL_CHOSEN, SheetKind.GIVE_PRIORITY, SheetKind.TAKE_PRIORITY})

AUTO = "auto"
"""Stands for a row in the call that comes by itself."""

OTHER_LANGUAGE = {"ar": "en", "en": "ar"}


def decide(inputs: Inputs, wish: Wish) -> Decision:
    """Return the inputs after the wish and the command to send, if any; `inputs.now_s` is now."""
    match wish:
        case Do(Action.LANGUAGE):
            return replace(inputs, language=OTHER_LANGUAGE.get(inputs.language, "ar")), None
        case Do(Action.BAR | Action.WINDOW as action):
            return replace(inputs, bar=action is Action.BAR and inputs.signed_in), None
        case Do(Action.SIGN_IN):
            return _sign_in(inputs)
        case Do(Action.CALL_NEXT, visit) if visit == AUTO:
            return inputs, posts.call_next(inputs.counter, auto=True)
        case Do(action, visit):
            return _do(inputs, action, visit)
        case Choose(code):
            return _choose(inputs, code)
        case SendTransfer():
            return _send_transfer(inputs)
        case _:
            return fill(inputs, wish), None


def _sign_in(inputs: Inputs) -> Decision:
    if inputs.agent is None or not derive_sign_in(inputs).ready:
        return inputs, None
    return inputs, posts.sign_in(inputs.counter, inputs.agent, inputs.pin, move=inputs.move)


def _do(inputs: Inputs, action: Action, visit: str | None) -> Decision:
    if inputs.sheet is not None or action not in allowed(inputs):
        return inputs, None
    row = visit or inputs.row
    if action in OF_A_ROW and row is None:
        return replace(inputs, notice=Notice(Tone.CALM, "choose_row")), None
    verdict, guard = inputs.guard.judge(action, now_s=inputs.now_s)
    guarded = replace(inputs, guard=guard)
    if verdict is Verdict.IGNORE:
        return inputs, None
    if verdict is Verdict.ASK:
        return replace(guarded, notice=Notice(Tone.WARNING, "call_again")), None
    if action in SHEETS:
        sure = inputs.guard.asked_at(inputs.now_s)
        return replace(guarded, sheet=_sheet(inputs, SHEETS[action], row), notice=None, sure=sure), None
    return guarded, _post(inputs, action, row or "")


def _post(inputs: Inputs, action: Action, row: str) -> Post | None:
    match action:
        case Action.RESUME:
            return posts.resume(inputs.counter, row, ticket=_ticket(inputs, row))
        case Action.REINSTATE:
            return posts.reinstate(row, None, ticket=_ticket(inputs, row))
        case Action.CALL_NEXT:
            return posts.call_next(inputs.counter, sure=inputs.guard.asked_at(inputs.now_s))
        case Action.UNDO:
            return posts.undo(inputs.undo.visit, ticket=inputs.undo.ticket) if inputs.undo else None
        case Action.LOOK:
            return posts.look(inputs.counter, ticket=_ticket_in_hand(inputs))
        case _:
            return posts.plain(action, inputs.counter, ticket=_ticket_in_hand(inputs))


def _ticket_in_hand(inputs: Inputs) -> str:
    current = inputs.workplace.current if inputs.workplace else None
    return current.ticket if current else ""


def _sheet(inputs: Inputs, kind: SheetKind, row: str | None) -> Sheet:
    if kind in SHEETS_OF_A_ROW and row is not None:
        return Sheet(kind, visit=row, ticket=_ticket(inputs, row))
    current = inputs.workplace.current if inputs.workplace else None
    if kind in {SheetKind.OUTCOME, SheetKind.TRANSFER} and current is not None:
        return Sheet(kind, visit=current.visit, ticket=current.ticket, service=current.service)
    return Sheet(kind, target_kind=TargetKind.SERVICE)


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
    if sheet.kind is SheetKind.WALK_UP and sheet.service is None:
        return replace(inputs, sheet=replace(sheet, service=code)), None
    verdict, guard = inputs.guard.judge(Action.FINISH, now_s=inputs.now_s)
    if verdict is Verdict.IGNORE:
        return inputs, None
    asked = next_question(inputs, sheet, code)
    if asked is not None:
        return replace(inputs, guard=guard, sheet=asked), None
    return replace(inputs, guard=guard), _chosen(inputs, sheet, code)


def _chosen(inputs: Inputs, sheet: Sheet, code: str) -> Post | None:
    match sheet.kind:
        case SheetKind.OUTCOME:
            return posts.finish(inputs.counter, Outcome(code), ticket=sheet.ticket)
        case SheetKind.REQUEST_TOPIC:
            return posts.finish(inputs.counter, Outcome.REQUEST_REGISTERED, ticket=sheet.ticket)
        case SheetKind.REQUEST_DIRECTORATE:
            return posts.register(inputs.counter, request_of(inputs, sheet, code), ticket=sheet.ticket)
        case SheetKind.BREAK:
            place = inputs.workplace
            return posts.pause(inputs.counter, code, after_visit=place is not None and place.current is not None)
        case SheetKind.WALK_UP:
            return posts.walk_up(inputs.counter, sheet.service or "", code)
        case SheetKind.SIGN_OUT:
            return posts.plain(Action.SIGN_OUT, inputs.counter)
        case SheetKind.TRANSFER:
            return None
        case _:
            return _chosen_for_a_row(inputs, sheet, code)


def _chosen_for_a_row(inputs: Inputs, sheet: Sheet, code: str) -> Post:
    if sheet.kind is SheetKind.CALL_CHOSEN:
        return posts.call_chosen(inputs.counter, sheet.visit, code, ticket=sheet.ticket, sure=inputs.sure)
    if sheet.kind is SheetKind.REINSTATE:
        return posts.reinstate(sheet.visit, code, ticket=sheet.ticket)
    change = posts.give_priority if sheet.kind is SheetKind.GIVE_PRIORITY else posts.take_priority
    return change(sheet.visit, LaneReason(code), ticket=sheet.ticket)


def _send_transfer(inputs: Inputs) -> Decision:
    view = derive_transfer(inputs)
    if view is None or inputs.sheet is None or inputs.busy is not None:
        return inputs, None
    if not view.ready:
        code = "choose_reason" if view.reason_needed else "choose_target"
        return replace(inputs, sheet=replace(inputs.sheet, notice=Notice(Tone.WARNING, code))), None
    return inputs, posts.transfer(inputs.counter, inputs.sheet)
