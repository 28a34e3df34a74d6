"""Telephone numbers as a visitor types them, read into the one form that messages go to, or that can be called.

>>> read_phone("9123 4567"), read_phone("+971501234567"), read_phone("24123456")
('+96891234567', '+971501234567', None)
>>> read_callable("24 123 456"), read_callable("123")
('+96824123456', None)
"""

from __future__ import annotations

import re

COUNTRY = "+968"
"""Oman: a number without a country is one of here."""
SHORTEST_ABROAD, LONGEST = 8, 15
"""Digits of an international number (E.164)."""
MASK = "•"
"""Stands for a digit that is hidden."""
SHOWN = 2
"""How many of the last digits stand unmasked on a screen."""


def read_phone(text: str) -> str | None:
    """Return the number in E.164, or None where no message can go: a fixed line of Oman, or no number at all."""
    return _read(text, "[79]")


def read_callable(text: str) -> str | None:
    """Return the number in E.164, fixed lines of Oman too, or None where nobody can be called."""
    return _read(text, "[279]")


def _read(text: str, first_of_oman: str) -> str | None:
    # A number copied from a letter or a phone's contacts brings marks of direction along, which nobody sees.
    bare = re.sub(r"[\s().-]", "", "".join(sign for sign in text if sign.isprintable()))
    if bare.startswith("00"):
        bare = "+" + bare[2:]
    if re.fullmatch(r"[0-9]{8}", bare):
        bare = COUNTRY + bare
    if not re.fullmatch(rf"\+[1-9][0-9]{{{SHORTEST_ABROAD - 1},{LONGEST - 1}}}", bare):
        return None
    if bare.startswith(COUNTRY):
        return bare if re.fullmatch(first_of_oman + "[0-9]{7}", bare.removeprefix(COUNTRY)) else None
    return bare


def masked(text: str) -> str:
    """Return a number of which only the last digits are visible, for a screen that others may see.

    >>> masked("91234567"), masked("9"), masked("+96891234567")
    ('••••••67', '9', '•••••••••67')
    """
    hidden = max(0, len(text) - SHOWN)
    return MASK * (hidden - text.count("+", 0, hidden)) + text[hidden:]
