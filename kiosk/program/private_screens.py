"""Which screens of a kiosk nobody may see from afar: the picture for the hall head is masked while one is shown."""

from __future__ import annotations

from kiosk.visitor.session import Step

PUBLIC_STEPS = frozenset(
    {
        Step.WELCOME, Step.CATEGORIES, Step.SERVICES, Step.INFORMATION, Step.LONG_WAIT,
        Step.ISSUING, Step.TICKET, Step.REFUSED,
    }
)  # fmt: skip
"""What stands on a public wall anyway. A step that is not named here (a keypad, a telephone, a booking) is private."""


def is_private(step: Step, *, staff_menu_open: bool) -> bool:
    """Return whether a picture of the screen must not leave the kiosk: somebody types, or tells who he is.

    >>> is_private(Step.WELCOME, staff_menu_open=False), is_private(Step.WELCOME, staff_menu_open=True)
    (False, True)
    """
    return staff_menu_open or step not in PUBLIC_STEPS
