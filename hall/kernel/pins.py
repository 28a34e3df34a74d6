"""The rule for an agent's PIN, the same for every place where one is set."""

from __future__ import annotations

from itertools import pairwise

PIN_DIGITS = 6
PIN_RULE = f"a PIN has {PIN_DIGITS} digits: no repeated digit or group of digits, no digits in a row"


def keeps_pin_rule(pin: str) -> bool:
    """Say whether an agent may have this PIN: six digits, and none that people guess first.

    >>> [keeps_pin_rule(pin) for pin in ("471829", "4711", "4718293", "47182a", "٤٧١٨٢٩", "123456")]
    [True, False, False, False, False, False]
    """
    return len(pin) == PIN_DIGITS and pin.isascii() and pin.isdigit() and not is_easy_pin(pin)


def is_easy_pin(pin: str) -> bool:
    """Say whether a PIN repeats one, two or three digits, or counts up or down, also with each digit twice.

    >>> [is_easy_pin(pin) for pin in ("1111", "121212", "123123", "123456", "987654", "112233")]
    [True, True, True, True, True, True]
    >>> [is_easy_pin(pin) for pin in ("471829", "448291", "482915")]
    [False, False, False]
    """
    doubled = pin[::2] == pin[1::2] and _counts(pin[::2])
    return doubled or _counts(pin) or any(pin == pin[:length] * (len(pin) // length) for length in (1, 2, 3))


def _counts(pin: str) -> bool:
    return {int(after) - int(before) for before, after in pairwise(pin)} in ({1}, {-1})
