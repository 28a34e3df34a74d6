"""The refusal of a PIN that no agent may have."""

from __future__ import annotations

from hall.kernel.pins import PIN_RULE, keeps_pin_rule
from hall.kernel.refusals import HallError


class PinEasyError(HallError):
    """The PIN is not six digits, or one of those that people guess first."""

    code = "pin_easy"


def check_pin_choice(pin: str) -> None:
    """Raise PinEasyError for a PIN that nobody should choose."""
    if not keeps_pin_rule(pin):
        raise PinEasyError(PIN_RULE)
