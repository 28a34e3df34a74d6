"""Answer what an agent wants on the sheet for the own PIN: what is typed, and the change that is sent. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from contracts.administration.agents import OwnPinRequest
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.pin_sheet import PinLine, PinSheet, PinWish, WritePin
from counter_client.state.state import Inputs, Notice, Tone

OLD_MAX = 12
"""Digits that a PIN of any age has at most."""
NEW_DIGITS = 6
LONGEST = {PinLine.OLD: OLD_MAX, PinLine.NEW: NEW_DIGITS, PinLine.AGAIN: NEW_DIGITS}


def opened() -> PinSheet:
    """Return the empty sheet."""
    return PinSheet()


def update(inputs: Inputs, sheet: PinSheet, wish: PinWish) -> tuple[Inputs, Post | None]:
    """Return the inputs after the wish and the command to send, if any; the hall judges the PINs."""
    if inputs.busy is not None:
        return inputs, None
    if isinstance(wish, WritePin):
        return replace(inputs, sheet=_written(replace(sheet, notice=None), wish)), None
    if not sheet.old or len(sheet.new) != NEW_DIGITS or not sheet.again:
        return _asked(inputs, sheet, "pin_incomplete"), None
    if sheet.new != sheet.again:
        return _asked(inputs, sheet, "pins_differ"), None
    return inputs, Post(Action.PIN, f"/counters/{inputs.counter}/pin", OwnPinRequest(sheet.old, sheet.new))


def _written(sheet: PinSheet, wish: WritePin) -> PinSheet:
    typed = "".join(str(unicodedata.digit(one)) for one in wish.text if one.isdigit())[: LONGEST[wish.line]]
    match wish.line:
        case PinLine.OLD:
            return replace(sheet, old=typed)
        case PinLine.NEW:
            return replace(sheet, new=typed)
        case PinLine.AGAIN:
            return replace(sheet, again=typed)


def _asked(inputs: Inputs, sheet: PinSheet, code: str) -> Inputs:
    return replace(inputs, sheet=replace(sheet, notice=Notice(Tone.WARNING, code)))
