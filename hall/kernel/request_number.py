"""The number of a request: the hall, the year, a running number and a check digit (pure).

The last digit is the check digit of ISO 7064 MOD 11,10: it finds each single mistyped digit and nearly each pair that
changed places, so that nobody reads about somebody else's request.

>>> request_number("MUSCAT-1", 2026, 427)
'MUSCAT-1-26-004278'
>>> is_own_number("MUSCAT-1-26-004278"), is_own_number("MUSCAT-1-26-004287")
(True, False)
>>> hall_part("MUSCAT-1-26-004278")
'MUSCAT-1'
"""

from __future__ import annotations

import re

_SHAPE = re.compile(r"(?P<hall>[A-Z0-9-]{1,32})-(?P<digits>[0-9]{2}-[0-9]{6,})")
_DIGITS = re.compile(r"([0-9]{2})-?([0-9]{6,})")
LONGEST = 64


def request_number(hall: str, year: int, running: int) -> str:
    """Return the hall's number `running` (from 1) of a year."""
    digits = f"{year % 100:02d}{running:05d}"
    return f"{hall}-{digits[:2]}-{digits[2:]}{check_digit(digits)}"


def check_digit(digits: str) -> int:
    """Return the ISO 7064 MOD 11,10 check digit.

    >>> check_digit("0794")
    5
    """
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10


def is_own_number(text: str) -> bool:
    """Return whether the text is a number of this system, of whichever hall, without a slip."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return False
    digits = found["digits"].replace("-", "")
    return check_digit(digits[:-1]) == int(digits[-1])


def hall_part(text: str) -> str | None:
    """Return whose number it is, or None where it is not a number of this system."""
    found = _SHAPE.fullmatch(text)
    return found["hall"] if found and is_own_number(text) else None


def of_digits(hall: str, typed: str) -> str | None:
    """Return the number of which only the digits were typed, None where these are no such digits.

    >>> of_digits("MUSCAT-1", "26-004278"), of_digits("MUSCAT-1", "26004278"), of_digits("MUSCAT-1", "12/2026")
    ('MUSCAT-1-26-004278', 'MUSCAT-1-26-004278', None)
    """
    found = _DIGITS.fullmatch(typed)
    return f"{hall}-{found[1]}-{found[2]}" if found else None


def tidy_number(text: str) -> str:
    r"""Return what a person typed as numbers are stored: capitals, western digits, no blanks.

    Nor what is not seen: a number copied from a page or a letter brings marks of direction along.

    >>> tidy_number(" muscat-1-٢٦-٠٠٤٢٧٨ "), tidy_number("\u206626-004278\u2069")
    ('MUSCAT-1-26-004278', '26-004278')
    """
    seen = (sign for sign in text if sign.isprintable() and not sign.isspace())
    plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in seen)
    return plain.upper()[:LONGEST]


def looks_own(text: str) -> bool:
    """Return whether the text has the shape of a number of this system, be its digits right or wrong."""
    return _SHAPE.fullmatch(text) is not None
