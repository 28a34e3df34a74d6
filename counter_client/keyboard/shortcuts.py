"""The keys an agent may press, by Qt key code.

Function keys do, digits choose, letters belong to the menu alone. Outside a sheet no digit changes anything in the
hall; on the transfer sheet a digit transfers. All of them are the same under an Arabic and a Latin keyboard layout:
digits come as a number in whichever script, and letters as the key they lie on.

>>> digit_of("٣"), digit_of("3"), digit_of("ش")
(3, 3, None)
>>> letter_of("ب"), letter_of("f"), letter_of("3")
('F', 'F', '')
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from counter_client.state.actions import Action

KEY_SPACE = 0x20
KEY_ESCAPE = 0x01000000
KEY_BACKSPACE = 0x01000003
KEY_RETURN = 0x01000004
KEY_ENTER = 0x01000005
KEY_DELETE = 0x01000007
KEY_LEFT = 0x01000012
KEY_UP = 0x01000013
KEY_RIGHT = 0x01000014
KEY_DOWN = 0x01000015
KEY_F1 = 0x01000030


@dataclass(frozen=True)
class Shortcut:
    """One key: its Qt code and the name that is painted on its button."""

    key: int
    name: str


def _f(number: int) -> Shortcut:
    return Shortcut(KEY_F1 + number - 1, f"F{number}")


SWITCH_KEYS = "Alt+Tab"
"""The desktop's own key from window to window, Windows and Linux alike: it fetches ours back from the bar."""
NEXT_THING = Shortcut(KEY_SPACE, "Space")
ROW = Shortcut(KEY_RETURN, "Enter")

# F1 is help on every desktop, and training is the help we have.
SHORTCUTS: dict[Action, Shortcut] = {
    Action.TRAINING: _f(1),
    Action.LEAVE_TRAINING: _f(1),
    Action.RECALL: _f(2),
    Action.NO_SHOW: _f(3),
    Action.RETURN: _f(4),
    Action.PARK: _f(5),
    Action.TRANSFER: _f(6),
    Action.MORE: _f(7),
    Action.BREAK: _f(8),
    Action.RESUME_WORK: _f(8),
    Action.NO_BREAK: _f(8),
    Action.UNDO: _f(9),
    Action.HELP: _f(10),
    Action.HELP_OVER: _f(10),
    Action.LANGUAGE: _f(11),
    Action.SIGN_OUT: _f(12),
    Action.STOP_AUTO_CALL: Shortcut(KEY_ESCAPE, "Esc"),
    Action.CALL_CHOSEN: ROW,
    Action.RESUME: ROW,
    Action.REINSTATE: ROW,
}

LETTERS: dict[Action, tuple[str, str]] = {
    Action.SEARCH: ("F", "ب"),
    Action.WALK_UP: ("W", "ت"),
    Action.ENQUIRY: ("E", "س"),
    Action.ENQUIRIES: ("O", "م"),
    Action.COMPLAINT: ("C", "ش"),
    Action.GIVE_PRIORITY: ("P", "ح"),
    Action.TAKE_PRIORITY: ("P", "ح"),
    Action.LOOK: ("V", "ر"),
    Action.REPRINT: ("R", "ع"),
    Action.BAR: ("T", "غ"),
    Action.REGISTER: ("G", "ل"),
    Action.OWN_DAY: ("M", "ا"),
    Action.PIN: ("N", "ي"),
}
"""Letters of the menu: the English one, and an Arabic one of the Arabic text. Both work under both layouts."""
_LATIN, _ARABIC = "QWERTYUIOPASDFGHJKLZXCVNM", "ضصثقفغعهخحشسيبلاتنمئءؤرىة"
"""What one key types under either layout. B types two letters in Arabic and is not used."""
_OF_A_KEY = dict(zip(_ARABIC, _LATIN, strict=True))

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


def letter_of(text: str) -> str:
    """Return the Latin letter of the key that typed `text`, empty for anything but one letter."""
    letter = _OF_A_KEY.get(text, text.upper())
    return letter if letter in _LATIN and len(letter) == 1 else ""


def actions_of_letter(text: str) -> tuple[Action, ...]:
    """Return the actions of the menu that a typed letter may mean."""
    letter = letter_of(text)
    return tuple(action for action, pair in LETTERS.items() if letter and letter in {letter_of(one) for one in pair})


def letter_name(action: Action, language: str) -> str:
    """Return the letter that the menu shows beside `action`, or its own key where it has one."""
    pair = LETTERS.get(action)
    return key_name(action, primary=False) if pair is None else pair[language == "ar"]


def digit_of(text: str) -> int | None:
    """Return the digit that was typed, in whichever script, or None for anything else."""
    if len(text) != 1:
        return None
    return unicodedata.digit(text, None)
