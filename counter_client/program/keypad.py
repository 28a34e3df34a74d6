"""A keypad beside the agent's PC: works while another program has the focus.

The NEXT key is the space bar: the next thing to do, whatever that is. Every other key is the button of its name;
nothing is done that the window would not do.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_client.keyboard.shortcuts import KEY_DOWN, KEY_ESCAPE, KEY_RETURN, KEY_SPACE, KEY_UP
from counter_client.state.actions import Action
from counter_client.state.intents import Do, Wish
from counter_client.state.state import Inputs, SheetKind
from counter_client.update.keys import wish_of
from qtkit.input.device_line import DeviceLine
from serial_devices.keypad.keys import Key, Press
from serial_devices.keypad.reader import KeypadSettings, KeypadTalk

ACTIONS = {
    Key.RECALL: Action.RECALL,
    Key.LOOK: Action.LOOK,
    Key.BEGIN: Action.BEGIN,
    Key.FINISH: Action.FINISH,
    Key.NO_SHOW: Action.NO_SHOW,
    Key.RETURN: Action.RETURN,
    Key.PARK: Action.PARK,
    Key.TRANSFER: Action.TRANSFER,
    Key.BREAK: Action.BREAK,
    Key.UNDO: Action.UNDO,
    Key.SIGN_OUT: Action.SIGN_OUT,
}
SENT_BY_ENTER = frozenset(
    {
        SheetKind.TRANSFER,
        SheetKind.MISSING,
        SheetKind.SEARCH,
        SheetKind.ENQUIRIES,
        SheetKind.ENQUIRY_TEXT,
        SheetKind.REQUEST_DETAILS,
        SheetKind.FOLLOW_UP,
    }
)
_MOVES = {Key.UP: KEY_UP, Key.DOWN: KEY_DOWN, Key.CANCEL: KEY_ESCAPE}


def wish_of_press(press: Press, inputs: Inputs) -> Wish | None:
    """Return what a press means now, None for nothing (pure)."""
    match press.key:
        case Key.DIGIT:
            return wish_of(0, str(press.digit), inputs)
        case Key.NEXT:
            return wish_of(_next_key(inputs), "", inputs)
        case Key.UP | Key.DOWN | Key.CANCEL:
            return wish_of(_MOVES[press.key], "", inputs)
        case Key.WINDOW:
            return Do(Action.WINDOW if inputs.pc.bar else Action.BAR)
        case Key.BREAK if inputs.on_break:
            return Do(Action.RESUME_WORK)
        case _:
            return Do(ACTIONS[press.key]) if inputs.signed_in and inputs.sheet is None else None


def _next_key(inputs: Inputs) -> int:
    """Return the window's key that goes on from here: Enter sends what was typed or chosen, space does the rest."""
    sheet = inputs.sheet
    choosing = sheet is not None and (sheet.kind in SENT_BY_ENTER or bool(sheet.picked))
    return KEY_RETURN if choosing or not inputs.signed_in else KEY_SPACE


class Keypad(DeviceLine):
    """The keypad's line; `pressed` comes on the GUI thread."""

    pressed = Signal(object)  # serial_devices.keypad.reader.Press

    def __init__(self, settings: KeypadSettings, parent: QObject | None = None) -> None:
        super().__init__(f"keypad {settings.url}", parent)
        self.own(settings.line(), KeypadTalk(settings.table, self.pressed.emit, self.wrong.emit))
