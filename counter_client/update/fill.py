"""Fold what is typed and picked into the inputs; nothing here reaches the hall. Pure."""

from __future__ import annotations

from dataclasses import replace

from counter_client.dialogs.complaint.update import LONGEST
from counter_client.dialogs.enquiries import update as enquiries_update
from counter_client.dialogs.enquiries.update import picked, stepped
from counter_client.dialogs.question.presenter import OF_THEIR_OWN, stepped_answers
from counter_client.dialogs.request import update as request_update
from counter_client.dialogs.search.presenter import DIGITS_MAX, derive_search
from counter_client.dialogs.transfer import update as transfer
from counter_client.sign_in.presenter import derive_sign_in, with_digit
from counter_client.state.actions import Action
from counter_client.state.intents import (
    ChangeQuantity,
    CloseSheet,
    EraseDigit,
    MoveLesson,
    MoveRow,
    PickAgent,
    PickEnquiry,
    PickFound,
    PickRow,
    ShowList,
    ToggleMissing,
    ToggleMore,
    ToggleUrgent,
    TypeDigit,
    Wish,
    WriteExternal,
    WriteNote,
    WritePhone,
)
from counter_client.state.state import NOTE_MAX, Inputs, Listed, Search, Sheet, SheetKind, SignInDraft
from counter_client.state.transfer_sheet import TransferSheet
from counter_client.training.update import moved
from counter_client.workplace.presenters.waiting_list import derive_lists

QUANTITY_MAX = 99


def fill(inputs: Inputs, wish: Wish) -> Inputs:
    """Return the inputs with what was typed or picked; while a command is on its way they stay as they were sent."""
    if isinstance(wish, MoveLesson):
        return moved(inputs, wish.step)
    if inputs.busy is not None:
        return inputs
    if not inputs.signed_in:
        return _at_sign_in(inputs, wish)
    match wish:
        case CloseSheet():
            return replace(inputs, sheet=_left(inputs))
        case ShowList(kind):
            return replace(inputs, listed=Listed(kind))
        case PickRow(visit):
            return _with_row(inputs, visit)
        case MoveRow(step):
            return _moved(inputs, step)
        case _:
            return replace(inputs, sheet=_filled(inputs.sheet, wish)) if inputs.sheet else inputs


def _left(inputs: Inputs) -> Sheet | None:
    if isinstance(inputs.sheet, TransferSheet):
        return transfer.left(inputs.sheet)
    before = request_update.left(inputs, inputs.sheet) if inputs.sheet else None
    return before or enquiries_update.left(inputs.sheet)


def _at_sign_in(inputs: Inputs, wish: Wish) -> Inputs:
    match wish:
        case PickAgent(agent):
            return _with_agent(inputs, agent)
        case MoveRow(step):
            return _with_agent(
                inputs, _neighbour([(row.agent, row.chosen) for row in derive_sign_in(inputs).agents], step)
            )
        case TypeDigit(digit):
            return replace(_with_pin(inputs, with_digit(inputs.sign_in.pin, digit)), notice=None)
        case EraseDigit(everything):
            return _with_pin(inputs, "" if everything else inputs.sign_in.pin[:-1])
        case _:
            return inputs


def _with_agent(inputs: Inputs, agent: str | None) -> Inputs:
    # The same agent again keeps what was typed; another one has another PIN.
    return inputs if agent == inputs.sign_in.agent else replace(inputs, sign_in=SignInDraft(agent), notice=None)


def _with_pin(inputs: Inputs, pin: str) -> Inputs:
    return replace(inputs, sign_in=replace(inputs.sign_in, pin=pin))


def _with_row(inputs: Inputs, row: str | None) -> Inputs:
    return replace(inputs, listed=replace(inputs.listed, row=row))


def _filled(sheet: Sheet, wish: Wish) -> Sheet:
    clean = replace(sheet, notice=None)
    match wish:
        case WriteNote(text):
            return replace(clean, note=text[: LONGEST if sheet.asks is Action.COMPLAINT else NOTE_MAX])
        case PickEnquiry(number):
            return picked(clean, number)
        case ToggleMissing(document):
            return replace(clean, finish=replace(clean.finish, missing=_toggled(sheet.finish.missing, document)))
        case ToggleMore() | ToggleUrgent() | WriteExternal() | WritePhone():
            return _of_a_request(clean, wish)
        case ChangeQuantity(step):
            return replace(
                clean, finish=replace(clean.finish, quantity=min(max(sheet.finish.quantity + step, 1), QUANTITY_MAX))
            )
        case TypeDigit() | EraseDigit() | PickFound() if sheet.search is not None:
            return replace(clean, search=_searched(sheet.search, wish))
        case _:
            return sheet


def _of_a_request(sheet: Sheet, wish: ToggleMore | ToggleUrgent | WriteExternal | WritePhone) -> Sheet:
    match wish:
        case ToggleMore() if sheet.request.before:
            return sheet  # those that are filled in are not thrown away by a key
        case ToggleMore():
            return replace(
                sheet,
                request=replace(sheet.request, more=not sheet.request.more, external="", phone="", urgent=False),
                note="",
            )
        case ToggleUrgent():
            return replace(sheet, request=replace(sheet.request, urgent=not sheet.request.urgent))
        case WriteExternal(text):
            return replace(sheet, request=replace(sheet.request, external=text[: request_update.EXTERNAL_MAX]))
        case WritePhone(text):
            return replace(sheet, request=replace(sheet.request, phone=text[: request_update.PHONE_MAX]))


def _toggled(named: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(other for other in named if other != one) if one in named else (*named, one)


def _searched(search: Search, wish: Wish) -> Search:
    match wish:
        case TypeDigit(digit) if len(search.digits) < DIGITS_MAX:
            return Search(search.digits + str(digit))
        case EraseDigit(everything):
            return Search("" if everything else search.digits[:-1])
        case PickFound(visit):
            return replace(search, row=visit)
        case _:
            return search


def _moved(inputs: Inputs, step: int) -> Inputs:
    if inputs.sheet is not None:
        return replace(inputs, sheet=_moved_on_sheet(inputs, inputs.sheet, step))
    rows = [(row.visit, row.chosen) for row in derive_lists(inputs).rows]
    return _with_row(inputs, _neighbour(rows, step))


def _moved_on_sheet(inputs: Inputs, sheet: Sheet, step: int) -> Sheet:
    if sheet.kind is SheetKind.ENQUIRIES:
        return stepped(sheet, step)
    search = derive_search(inputs)
    if search is not None and sheet.search is not None:
        row = _neighbour([(row.visit, row.chosen) for row in search.rows], step)
        return replace(sheet, search=replace(sheet.search, row=row))
    if sheet.kind in OF_THEIR_OWN:
        return sheet
    # Up is more, as on every counter.
    return (
        _filled(sheet, ChangeQuantity(-step))
        if sheet.kind is SheetKind.OUTCOME
        else stepped_answers(sheet, inputs, step)
    )


def _neighbour(rows: list[tuple[str, bool]], step: int) -> str | None:
    if not rows:
        return None
    at = next((index for index, (_, chosen) in enumerate(rows) if chosen), -1 if step > 0 else len(rows))
    return rows[min(max(at + step, 0), len(rows) - 1)][0]
