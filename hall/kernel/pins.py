"""Which PINs people guess first, for every place where somebody chooses one."""

from __future__ import annotations

from itertools import pairwise


def is_easy_pin(pin: str) -> bool:
    """Say whether a PIN repeats one, two or three digits, or counts up or down, also with each digit twice.

    >>> [is_easy_pin(pin) for pin in ("1111", "121212", "123123", "123456", "987654", "112233")]
    [True, True, True, True, True, True]
    >>> [is_easy_pin(pin) for pin in ("4711", "448291", "482915")]
    [False, False, False]
    """
    doubled = pin[::2] == pin[1::2] and _counts(pin[::2])
    return doubled or _counts(pin) or any(pin == pin[:length] * (len(pin) // length) for length in (1, 2, 3))


def _counts(pin: str) -> bool:
    return {int(after) - int(before) for before, after in pairwise(pin)} in ({1}, {-1})
