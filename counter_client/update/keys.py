"""From a pressed key to what the agent wants, depending on what is on the screen. Pure."""

from __future__ import annotations

from collections.abc import Callable

from counter_client.dialogs.missing_documents.presenter import derive_missing
from counter_client.dialogs.question.presenter import derive_choices, usual_choice
from counter_client.dialogs.transfer.keys import wish_on_transfer
from counter_client.keyboard.shortcuts import (
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_DOWN,
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_LEFT,
    KEY_RETURN,
    KEY_RIGHT,
    KEY_SPACE,
    KEY_UP,
    MORE_DIGIT,
    OTHER_DIGIT,
    PHONE_DIGIT,
    PRINT_DIGIT,
    SHORTCUTS,
    actions_of,
    actions_of_letter,
    digit_of,
    onward,
)
from counter_client.sign_in.presenter import derive_sign_in
from counter_client.state.actions import Action
from counter_client.state.intents import (
    ActOnEnquiry,
    ActOnFound,
    AskRequest,
    Choose,
    CloseSheet,
    Do,
    EraseDigit,
    FollowUp,
    MoveLesson,
    MoveRow,
    PickAgent,
    SendMissing,
    SendRequest,
    SendText,
    ShowList,
    ShowPhone,
    ToggleMissing,
    ToggleMore,
    TypeDigit,
    Wish,
)
from counter_client.state.pin_sheet import SendPin
from counter_client.state.state import Inputs, ListKind, SheetKind
from counter_client.texts.names import folded
from counter_client.workplace.presenters.more_menu import derive_more
from counter_client.workplace.presenters.waiting_list import ROW_ACTION
from counter_client.workplace.presenters.workplace import allowed, next_thing

SEND = frozenset({KEY_RETURN, KEY_ENTER})
STEPS = {KEY_UP: -1, KEY_DOWN: 1}


def wish_of(key: int, text: str, inputs: Inputs) -> Wish | None:
    """Return what a key means now, None for nothing; `text` is what the layout typed with it."""
    if key == SHORTCUTS[Action.LANGUAGE].key:
        return Do(Action.LANGUAGE)
    if key == SHORTCUTS[Action.TRAINING].key:
        return Do(Action.LEAVE_TRAINING if inputs.training.practice else Action.TRAINING)
    if inputs.training.practice is not None and inputs.sheet is None and key in {KEY_LEFT, KEY_RIGHT}:
        return MoveLesson(1 if key == onward(inputs.language).key else -1)
    if not inputs.signed_in:
        return _at_sign_in(key, text, inputs)
    if inputs.sheet is None:
        return _at_work(key, text, inputs)
    if key == KEY_ESCAPE:
        return CloseSheet()
    return ON_SHEETS.get(inputs.sheet.kind, _on_choice)(key, text, inputs)


def _on_missing(key: int, text: str, inputs: Inputs) -> Wish | None:
    view = derive_missing(inputs)
    if key in SEND:
        return SendMissing()
    digit = digit_of(text)
    named = view.documents if view else ()
    return next((ToggleMissing(one.code) for one in named if digit is not None and one.key == str(digit)), None)


def _on_search(key: int, text: str, inputs: Inputs) -> Wish | None:
    digit = digit_of(text)
    if digit is not None:
        return TypeDigit(digit)
    if key in STEPS:
        return MoveRow(STEPS[key])
    if key in {KEY_BACKSPACE, KEY_DELETE}:
        return EraseDigit(everything=key == KEY_DELETE)
    if key == onward(inputs.language).key:
        return FollowUp()
    return ActOnFound() if key in SEND else None


def _on_details(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    return SendRequest() if key in SEND else None


def _on_enquiries(key: int, text: str, _inputs: Inputs) -> Wish | None:
    if key in STEPS:
        return MoveRow(STEPS[key])
    if digit_of(text) == OTHER_DIGIT:
        return ActOnEnquiry(other=True)
    if digit_of(text) == PHONE_DIGIT:
        return ShowPhone()
    return ActOnEnquiry() if key in SEND else None


def _on_complaint_taken(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    return CloseSheet() if key == KEY_SPACE or key in SEND else None


def _on_enquiry_text(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    return SendText() if key in SEND else None


def _on_follow_up(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    return AskRequest() if key in SEND else None


def _on_pin(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    return SendPin() if key in SEND else None


def _on_return_code(key: int, text: str, _inputs: Inputs) -> Wish | None:
    if key == KEY_SPACE or key in SEND:
        return CloseSheet()
    return Do(Action.REPRINT) if digit_of(text) == PRINT_DIGIT else None


def _at_sign_in(key: int, text: str, inputs: Inputs) -> Wish | None:
    digit = digit_of(text)
    if digit is not None:
        return TypeDigit(digit)
    if key in STEPS:
        return MoveRow(STEPS[key])
    if key in {KEY_BACKSPACE, KEY_DELETE, KEY_ESCAPE}:
        return EraseDigit(everything=key != KEY_BACKSPACE)
    return Do(Action.SIGN_IN) if key in SEND else _agent_of(text, inputs)


def _agent_of(text: str, inputs: Inputs) -> Wish | None:
    """Return the wish for the next agent whose name begins with the typed letter, as lists of a desktop do."""
    rows = derive_sign_in(inputs).agents
    typed = folded(text) if text.isalpha() else ""
    begun = [row for row in rows if typed and folded(row.name).startswith(typed)]
    at = next((at for at, row in enumerate(begun, 1) if row.chosen), 0)
    return PickAgent(begun[at % len(begun)].agent) if begun else None


def _at_work(key: int, text: str, inputs: Inputs) -> Wish | None:
    digit = digit_of(text)
    if key == KEY_SPACE:
        step = next_thing(inputs)
        return Do(step) if step else None
    if key in STEPS:
        return MoveRow(STEPS[key])
    if key in SEND:
        return Do(ROW_ACTION[inputs.listed.kind])
    if digit is not None and 1 <= digit <= len(ListKind):
        return ShowList(list(ListKind)[digit - 1])
    can = allowed(inputs)
    return next((Do(action) for action in actions_of(key) if action in can), None)


def _on_more(key: int, text: str, inputs: Inputs) -> Wish | None:
    if key == SHORTCUTS[Action.MORE].key:
        return CloseSheet()
    can = {one.action for one in derive_more(inputs).items if one.enabled}
    return next((Do(action) for action in actions_of_letter(text) if action in can), None)


def _on_choice(key: int, text: str, inputs: Inputs) -> Wish | None:
    sheet = derive_choices(inputs)
    if sheet is None:
        return None
    picked = next((choice for choice in sheet.choices if choice.chosen), None)
    if key in SEND and picked is not None:
        return Choose(picked.code)
    if key == KEY_SPACE or key in SEND:
        taken = sheet.choices[0] if len(sheet.choices) == 1 else usual_choice(sheet)
        return Choose(taken.code) if taken is not None else None
    if key in STEPS:
        return MoveRow(STEPS[key])
    digit = digit_of(text)
    if digit == MORE_DIGIT and sheet.more is not None:
        return ToggleMore()
    return next((Choose(choice.code) for choice in sheet.choices if choice.key == str(digit)), None)


ON_SHEETS: dict[SheetKind, Callable[[int, str, Inputs], Wish | None]] = {
    SheetKind.MORE: _on_more,
    SheetKind.TRANSFER: wish_on_transfer,
    SheetKind.MISSING: _on_missing,
    SheetKind.SEARCH: _on_search,
    SheetKind.RETURN_CODE: _on_return_code,
    SheetKind.REGISTERED: _on_return_code,
    SheetKind.COMPLAINT_TAKEN: _on_complaint_taken,
    SheetKind.ENQUIRIES: _on_enquiries,
    SheetKind.ENQUIRY_TEXT: _on_enquiry_text,
    SheetKind.REQUEST_DETAILS: _on_details,
    SheetKind.FOLLOW_UP: _on_follow_up,
    SheetKind.PIN: _on_pin,
}
"""What a key means on the sheets that are more than one question; on all others it is an answer."""
