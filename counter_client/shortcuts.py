"""The keys an agent may press, by Qt key code.

Only keys that are the same under an Arabic and a Latin keyboard layout are used: Space, Enter, Esc, arrows, digits and
function keys. Digits come as a number whichever script the layout types.

>>> digit_of("٣"), digit_of("3"), digit_of("ش")
(3, 3, None)
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from counter_client.actions import Action

KEY_SPACE = 0x20
KEY_0 = 0x30
KEY_ESCAPE = 0x01000000
KEY_BACKSPACE = 0x01000003
KEY_RETURN = 0x01000004
KEY_ENTER = 0x01000005
KEY_DELETE = 0x01000007
KEY_LEFT = 0x01000012
KEY_UP = 0x01000013
KEY_RIGHT = 0x01000014
KEY_DOWN = 0x01000015
KEY_PAGE_DOWN = 0x01000017
KEY_F1 = 0x01000030


@dataclass(frozen=True)
class Shortcut:
    """One key: its Qt code and the name that is painted on its button."""

    key: int
    name: str


def _f(number: int) -> Shortcut:
    return Shortcut(KEY_F1 + number - 1, f"F{number}")


CHOICE_KEYS = "\u2191 \u2193"
"""How the arrows are painted beside the list that they walk through."""
SWITCH_KEYS = "Alt+Tab"
"""The desktop's own key from window to window, Windows and Linux alike: it fetches ours back from the bar."""
NEXT_THING = Shortcut(KEY_SPACE, "Space")
ROW = Shortcut(KEY_RETURN, "Enter")
LANE_DIGIT = 4
"""Changes the chosen row's priority; follows the digits of the lists, in whichever script."""
LANE = Shortcut(KEY_0 + LANE_DIGIT, str(LANE_DIGIT))
SEARCH_DIGIT = 5
"""Find a visit by its number."""
ENQUIRY_DIGIT, ENQUIRIES_DIGIT = 6, 7
"""Count an enquiry; see those that are open."""
COMPLAINT_DIGIT = 8
"""Take in a complaint or suggestion."""
HELP_DIGIT, STOP_DIGIT = 9, 0
"""Call the hall head to the counter, or say that it is over; stop the call that comes by itself."""

# F1 is help on every desktop, and training is the help we have; F10 is the menu's and not ours to take.
SHORTCUTS: dict[Action, Shortcut] = {
    Action.TRAINING: _f(1),
    Action.LEAVE_TRAINING: _f(1),
    Action.RECALL: _f(2),
    Action.NO_SHOW: _f(3),
    Action.RETURN: _f(4),
    Action.PARK: _f(5),
    Action.REPRINT: _f(5),
    Action.TRANSFER: _f(6),
    Action.WALK_UP: _f(7),
    Action.LOOK: _f(7),
    Action.BREAK: _f(8),
    Action.RESUME_WORK: _f(8),
    Action.NO_BREAK: _f(8),
    Action.UNDO: _f(9),
    Action.LANGUAGE: _f(11),
    Action.SIGN_OUT: _f(12),
    Action.ENQUIRY: Shortcut(KEY_0 + ENQUIRY_DIGIT, str(ENQUIRY_DIGIT)),
    Action.ENQUIRIES: Shortcut(KEY_0 + ENQUIRIES_DIGIT, str(ENQUIRIES_DIGIT)),
    Action.COMPLAINT: Shortcut(KEY_0 + COMPLAINT_DIGIT, str(COMPLAINT_DIGIT)),
    Action.SEARCH: Shortcut(KEY_0 + SEARCH_DIGIT, str(SEARCH_DIGIT)),
    Action.HELP: Shortcut(KEY_0 + HELP_DIGIT, str(HELP_DIGIT)),
    Action.HELP_OVER: Shortcut(KEY_0 + HELP_DIGIT, str(HELP_DIGIT)),
    Action.STOP_AUTO_CALL: Shortcut(KEY_0 + STOP_DIGIT, str(STOP_DIGIT)),
    # Not Esc: it is the way back on every sheet, and one too many must not put the window away.
    Action.BAR: Shortcut(KEY_PAGE_DOWN, "PgDn"),
    Action.CALL_CHOSEN: ROW,
    Action.RESUME: ROW,
    Action.REINSTATE: ROW,
    Action.GIVE_PRIORITY: LANE,
    Action.TAKE_PRIORITY: LANE,
}

OTHER_DIGIT, PHONE_DIGIT = 1, 2
"""Among the open enquiries: what else can be done with the chosen one; its telephone."""
MORE_DIGIT = 0
"""Of a request: say more of it. The digits from 1 on are answers."""
PRINT_DIGIT = 1
"""On a sheet about a paper: print it again."""


def onward(language: str) -> Shortcut:
    """Return the arrow key that goes on in the reading direction: on a sheet, to its second step."""
    return Shortcut(KEY_LEFT, "\u2190") if language == "ar" else Shortcut(KEY_RIGHT, "\u2192")


def actions_of(key: int) -> tuple[Action, ...]:
    """Return the actions a key may mean; which of them makes sense now is for the caller."""
    return tuple(action for action, shortcut in SHORTCUTS.items() if shortcut.key == key)


def key_name(action: Action, *, primary: bool) -> str:
    """Return what to paint on the button of `action`: Space on the next thing to do, else its own key or nothing."""
    if primary:
        return NEXT_THING.name
    shortcut = SHORTCUTS.get(action)
    return shortcut.name if shortcut else ""


def digit_of(text: str) -> int | None:
    """Return the digit that was typed, in whichever script, or None for anything else."""
    if len(text) != 1:
        return None
    return unicodedata.digit(text, None)
