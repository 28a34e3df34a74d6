"""Which key of a visitor's keypad does what: a keypad for the blind is a keyboard of a few keys; pure.

>>> act_of(read_keypad("next=F15,previous=F16"), "F15")
'next'
"""

from __future__ import annotations

from collections.abc import Mapping

ACTS = ("next", "previous", "choose", "repeat", "louder", "speak", "calls")
"""On to the next control, back to the one before, press it, say it again, change the loudness, begin to speak.

`calls`: let the hall's boards say the calls again.
"""

Keypad = Mapping[str, tuple[str, ...]]
"""Act to the names of its keys, as Qt calls them without `Key_`."""

DEFAULT_KEYPAD: Keypad = {
    "next": ("Down", "Tab"),
    "previous": ("Up", "Backtab"),
    "choose": ("Return", "Enter"),
    "repeat": ("F1",),
    "louder": ("F3",),
    "speak": ("F2",),
    "calls": ("F4",),
}
"""A keyboard's own keys; `speak` is what a keypad sends when headphones are plugged in, where it does."""


class KeypadError(ValueError):
    """The keypad's setting cannot be read; the text says what is wrong and what is expected."""


def read_keypad(text: str) -> Keypad:
    """Return the keypad of a setting such as `next=F15,previous=F16`; acts that are not named keep their keys."""
    given: dict[str, tuple[str, ...]] = {}
    for part in filter(None, text.replace(" ", "").split(",")):
        act, _, key = part.partition("=")
        if act not in ACTS or not key:
            raise KeypadError(f"{part!r}: expected ACT=KEY, the act one of {', '.join(ACTS)}")
        given[act] = (*given.get(act, ()), key)
    taken = {key for keys in given.values() for key in keys}
    rest = {act: tuple(key for key in keys if key not in taken) for act, keys in DEFAULT_KEYPAD.items()}
    return {**rest, **given}


def act_of(keypad: Keypad, key: str) -> str:
    """Return what the key named `key` does, "" where it does nothing."""
    return next((act for act, keys in keypad.items() if key in keys), "")
