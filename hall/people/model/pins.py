"""PINs of agents: how long a new one is, and which are guessed first."""

from __future__ import annotations

from itertools import pairwise

from hall.kernel.refusals import HallError

PIN_DIGITS = 6


class PinEasyError(HallError):
    """The PIN is not six digits, or one of those that people guess first."""

    code = "pin_easy"


def is_easy_pin(pin: str) -> bool:
    """Say whether a PIN repeats one, two or three digits, or counts up or down.

    >>> [is_easy_pin(pin) for pin in ("111111", "121212", "123123", "123456", "987654", "482915")]
    [True, True, True, True, True, False]
    """
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return steps in ({1}, {-1}) or any(pin == pin[:length] * (len(pin) // length) for length in (1, 2, 3))


def check_pin_choice(pin: str) -> None:
    """Raise PinEasyError for a PIN that nobody should choose."""
    if not (len(pin) == PIN_DIGITS and pin.isascii() and pin.isdigit()) or is_easy_pin(pin):
        raise PinEasyError(f"a PIN has {PIN_DIGITS} digits that do not repeat and do not count up or down")
