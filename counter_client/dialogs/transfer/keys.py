"""What a key means on the transfer sheet: digits and arrows alone, Enter sends. Pure."""

from __future__ import annotations

from contracts.words.hall import TransferPosition
from counter_client.dialogs.transfer.presenter import TransferView, derive_transfer
from counter_client.keyboard.shortcuts import (
    KEY_DOWN,
    KEY_ENTER,
    KEY_LEFT,
    KEY_RETURN,
    KEY_RIGHT,
    KEY_UP,
    digit_of,
    onward,
)
from counter_client.state.state import Inputs
from counter_client.state.transfer_sheet import (
    MoveTarget,
    PickPosition,
    PickReason,
    SendTransfer,
    ShowDetails,
    ToggleBack,
    TransferWish,
)

POSITION_KEYS = {str(at): position for at, position in enumerate(TransferPosition, start=1)}
BACK_KEY = str(len(POSITION_KEYS) + 1)
FIRST_REASON = len(POSITION_KEYS) + 2
STEPS = {KEY_UP: -1, KEY_DOWN: 1}


def wish_on_transfer(key: int, text: str, inputs: Inputs) -> TransferWish | None:
    """Return what a key means, None for nothing; `text` is what the layout typed with it."""
    view = derive_transfer(inputs)
    if view is None:
        return None
    if key in {KEY_RETURN, KEY_ENTER}:
        return SendTransfer()
    if key in {KEY_LEFT, KEY_RIGHT}:
        return ShowDetails(key == onward(inputs.language).key)
    digit = digit_of(text)
    return _on_details(str(digit), view) if view.details else _on_targets(key, str(digit), view)


def _on_targets(key: int, digit: str, view: TransferView) -> TransferWish | None:
    if key in STEPS:
        return MoveTarget(STEPS[key])
    return next((SendTransfer(row.target) for row in view.rows if row.key == digit), None)


def _on_details(digit: str, view: TransferView) -> TransferWish | None:
    if digit in POSITION_KEYS:
        return PickPosition(POSITION_KEYS[digit])
    if digit == BACK_KEY:
        return ToggleBack()
    return next((PickReason(reason) for at, reason in enumerate(view.reasons) if reason_key(at) == digit), None)


def reason_key(at: int) -> str:
    """Return the digit of a reason by its place in the list, empty where digits have run out.

    >>> reason_key(0), reason_key(4), reason_key(5)
    ('5', '9', '')
    """
    return str(FIRST_REASON + at) if FIRST_REASON + at <= 9 else ""
