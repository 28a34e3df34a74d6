"""From a pressed key to what the agent wants, depending on what is on the screen. Pure."""

from __future__ import annotations

from collections.abc import Callable

from contracts.hall_words import TransferPosition
from counter_client.actions import Action
from counter_client.inputs import Inputs, ListKind, SheetKind, TargetKind
from counter_client.presenters.choices import derive_choices
from counter_client.presenters.missing import derive_missing
from counter_client.presenters.transfer import derive_transfer
from counter_client.presenters.waiting_list import ROW_ACTION, lane_action
from counter_client.presenters.workplace import allowed, next_thing
from counter_client.shortcuts import (
    BACK_KEY,
    COMPLAINT_DIGIT,
    ENQUIRIES_DIGIT,
    ENQUIRY_DIGIT,
    FOLLOW_UP_KEY,
    HELP_DIGIT,
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
    LANE_DIGIT,
    MORE_KEY,
    OTHER_KEY,
    PHONE_KEY,
    POSITION_KEYS,
    REASON_KEY,
    SEARCH_DIGIT,
    SHORTCUTS,
    STOP_DIGIT,
    URGENT_KEY,
    actions_of,
    digit_of,
)
from counter_client.wishes import (
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
    PickPosition,
    PickReason,
    PickTarget,
    PickTargetKind,
    SendMissing,
    SendRequest,
    SendText,
    SendTransfer,
    ShowList,
    ShowPhone,
    ToggleBack,
    ToggleMissing,
    ToggleMore,
    ToggleUrgent,
    TypeDigit,
    Wish,
)

OF_A_DIGIT = {
    SEARCH_DIGIT: (Action.SEARCH,),
    ENQUIRY_DIGIT: (Action.ENQUIRY,),
    ENQUIRIES_DIGIT: (Action.ENQUIRIES,),
    COMPLAINT_DIGIT: (Action.COMPLAINT,),
    HELP_DIGIT: (Action.HELP, Action.HELP_OVER),
    STOP_DIGIT: (Action.STOP_AUTO_CALL,),
}
SEND = frozenset({KEY_RETURN, KEY_ENTER})
STEPS = {KEY_UP: -1, KEY_DOWN: 1}
POSITIONS = dict(zip((shortcut.key for shortcut in POSITION_KEYS), TransferPosition, strict=True))


def wish_of(key: int, text: str, inputs: Inputs) -> Wish | None:
    """Return what a key means now, None for nothing; `text` is what the layout typed with it."""
    if key == SHORTCUTS[Action.LANGUAGE].key:
        return Do(Action.LANGUAGE)
    if key == SHORTCUTS[Action.TRAINING].key:
        return Do(Action.LEAVE_TRAINING if inputs.training.practice else Action.TRAINING)
    if inputs.training.practice is not None and inputs.sheet is None and key in {KEY_LEFT, KEY_RIGHT}:
        return MoveLesson(_reading_step(key, inputs.language))
    if not inputs.signed_in:
        return _at_sign_in(key, text)
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


def _on_search(key: int, text: str, _inputs: Inputs) -> Wish | None:
    digit = digit_of(text)
    if digit is not None:
        return TypeDigit(digit)
    if key in STEPS:
        return MoveRow(STEPS[key])
    if key in {KEY_BACKSPACE, KEY_DELETE}:
        return EraseDigit(everything=key == KEY_DELETE)
    if key == FOLLOW_UP_KEY.key:
        return FollowUp()
    return ActOnFound() if key in SEND else None


def _on_details(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    if key == MORE_KEY.key:
        return SendRequest(another=True)
    if key == URGENT_KEY.key:
        return ToggleUrgent()
    return SendRequest() if key in SEND else None


def _on_enquiries(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    if key in STEPS:
        return MoveRow(STEPS[key])
    if key == OTHER_KEY.key:
        return ActOnEnquiry(other=True)
    if key == PHONE_KEY.key:
        return ShowPhone()
    return ActOnEnquiry() if key in SEND else None


def _on_complaint_taken(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    return CloseSheet() if key == KEY_SPACE or key in SEND else None


def _on_enquiry_text(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    return SendText() if key in SEND else None


def _on_follow_up(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    return AskRequest() if key in SEND else None


def _on_return_code(key: int, _text: str, _inputs: Inputs) -> Wish | None:
    if key == KEY_SPACE or key in SEND:
        return CloseSheet()
    return Do(Action.REPRINT) if key == SHORTCUTS[Action.REPRINT].key else None


def _at_sign_in(key: int, text: str) -> Wish | None:
    digit = digit_of(text)
    if digit is not None:
        return TypeDigit(digit)
    if key in STEPS:
        return MoveRow(STEPS[key])
    if key in {KEY_BACKSPACE, KEY_DELETE, KEY_ESCAPE}:
        return EraseDigit(everything=key != KEY_BACKSPACE)
    return Do(Action.SIGN_IN) if key in SEND else None


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
    if digit in OF_A_DIGIT:
        return next((Do(action) for action in OF_A_DIGIT[digit] if action in can), None)
    if digit == LANE_DIGIT:
        return Do(lane_action(inputs)) if lane_action(inputs) in can else None
    return next((Do(action) for action in actions_of(key) if action in can), None)


def _on_choice(key: int, text: str, inputs: Inputs) -> Wish | None:
    sheet = derive_choices(inputs)
    if sheet is None:
        return None
    picked = next((choice for choice in sheet.choices if choice.chosen), None)
    if key in SEND and picked is not None:
        return Choose(picked.code)
    if key == KEY_SPACE or key in SEND:
        return Choose(sheet.choices[0].code) if sheet.space_takes_first or len(sheet.choices) == 1 else None
    if key in STEPS:
        return MoveRow(STEPS[key])
    if key == MORE_KEY.key and sheet.more is not None:
        return ToggleMore()
    digit = digit_of(text)
    return next((Choose(choice.code) for choice in sheet.choices if choice.key == str(digit)), None)


def _on_transfer(key: int, text: str, inputs: Inputs) -> Wish | None:
    view = derive_transfer(inputs)
    if view is None:
        return None
    if key in SEND:
        return SendTransfer()
    if key in STEPS:
        return MoveRow(STEPS[key])
    if key in {KEY_LEFT, KEY_RIGHT}:
        return PickTargetKind(_neighbour(view.target_kind, _reading_step(key, inputs.language)))
    if key in POSITIONS:
        return PickPosition(POSITIONS[key])
    if key == BACK_KEY.key:
        return ToggleBack()
    if key == REASON_KEY.key and view.reasons:
        return PickReason(_next_reason(view.reasons, view.reason))
    digit = digit_of(text)
    at = (digit or 0) - 1
    return PickTarget(view.targets[at].code) if 0 <= at < len(view.targets) else None


def _reading_step(key: int, language: str) -> int:
    # The tabs run with the reading direction: in Arabic the left arrow goes on.
    forward = KEY_LEFT if language == "ar" else KEY_RIGHT
    return 1 if key == forward else -1


def _neighbour(kind: TargetKind, step: int) -> TargetKind:
    kinds = list(TargetKind)
    return kinds[(kinds.index(kind) + step) % len(kinds)]


def _next_reason(reasons: tuple[str, ...], reason: str | None) -> str | None:
    if reason not in reasons:
        return reasons[0]
    at = reasons.index(reason) + 1
    return reasons[at] if at < len(reasons) else None


ON_SHEETS: dict[SheetKind, Callable[[int, str, Inputs], Wish | None]] = {
    SheetKind.TRANSFER: _on_transfer,
    SheetKind.MISSING: _on_missing,
    SheetKind.SEARCH: _on_search,
    SheetKind.RETURN_CODE: _on_return_code,
    SheetKind.REGISTERED: _on_return_code,
    SheetKind.COMPLAINT_TAKEN: _on_complaint_taken,
    SheetKind.ENQUIRIES: _on_enquiries,
    SheetKind.ENQUIRY_TEXT: _on_enquiry_text,
    SheetKind.REQUEST_DETAILS: _on_details,
    SheetKind.FOLLOW_UP: _on_follow_up,
}
"""What a key means on the sheets that are more than one question; on all others it is an answer."""
