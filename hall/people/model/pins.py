"""PINs of agents: how long a new one is, and which are refused."""

from __future__ import annotations

from hall.kernel.pins import is_easy_pin
from hall.kernel.refusals import HallError

PIN_DIGITS = 6


class PinEasyError(HallError):
    """The PIN is not six digits, or one of those that people guess first."""

    code = "pin_easy"


def check_pin_choice(pin: str) -> None:
    """Raise PinEasyError for a PIN that nobody should choose."""
    if not (len(pin) == PIN_DIGITS and pin.isascii() and pin.isdigit()) or is_easy_pin(pin):
        raise PinEasyError(f"a PIN has {PIN_DIGITS} digits: no repeated digit or group of digits, no digits in a row")
