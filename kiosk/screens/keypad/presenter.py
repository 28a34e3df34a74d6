"""The content of the keypad's screen: what it is for, what was typed, what is wrong with it."""

from __future__ import annotations

from common.text.phone_number import masked
from kiosk.screens.view_data.visitor import ConsentView, KeypadView
from kiosk.state.conditions import Conditions
from kiosk.visitor.booking_steps import LOOKING, SHORTEST
from kiosk.visitor.session import Session


def derive_booking(session: Session, _conditions: Conditions) -> KeypadView:
    """Return the screen on which a booking number is typed: nobody is known by it, and it must be read back."""
    enter = len(session.typed) >= SHORTEST and session.note != LOOKING
    return KeypadView("booking", session.typed, session.note, enter=enter)


def derive_phone(session: Session, _conditions: Conditions) -> KeypadView:
    """Return the screen on which a telephone number is typed; others in the hall may see it, so it is masked."""
    return KeypadView("phone", masked(session.typed), session.note, plus=True, enter=bool(session.typed))


def derive_consent(session: Session, _conditions: Conditions) -> ConsentView:
    """Return the number as it was typed: a masked one nobody can check. It is hidden once the screen is left alone."""
    return ConsentView(session.typed if session.closes_in_s is None else masked(session.typed))
