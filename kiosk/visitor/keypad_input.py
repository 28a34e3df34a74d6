"""What is typed on the kiosk's own keypad, key by key; pure.

>>> keyed(keyed("9", "1", most=8), ERASE, most=8)
'9'
"""

from __future__ import annotations

ERASE, ENTER, PLUS = "erase", "enter", "plus"
"""Keys of the pad besides its digits."""


def keyed(typed: str, key: str, *, most: int) -> str:
    """Return what stands after `key`; what is full takes no more, and a plus stands at the beginning alone."""
    if key == ERASE:
        return typed[:-1]
    if key == PLUS:
        return typed or "+"
    if key.isascii() and key.isdigit() and len(typed) < most:
        return typed + key
    return typed
