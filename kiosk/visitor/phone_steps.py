"""How a visitor who holds a ticket leaves a telephone number for messages, and takes it back; pure.

>>> from kiosk.visitor.session import Session, Step
>>> asked = ask_phone(Session("ar", Step.TICKET, visit="v1"))
>>> entered(press(asked, "9")).note
'phone_wrong'
"""

from __future__ import annotations

from dataclasses import replace

from common.text.phone_number import LONGEST, masked, read_phone
from kiosk.visitor.keypad_input import keyed
from kiosk.visitor.session import PhoneState, Session, Step

MOST = LONGEST + 2
"""Keys that a number takes at most: two of its country's 00."""


def ask_phone(session: Session) -> Session:
    """Show the keypad; nothing of an older try stands on it."""
    if session.step is not Step.TICKET or session.phone is PhoneState.SENDING:
        return session
    return replace(session, step=Step.PHONE, typed="", note="", closes_in_s=None)


def press(session: Session, key: str) -> Session:
    """Take one key of the pad."""
    return replace(session, typed=keyed(session.typed, key, most=MOST), note="", closes_in_s=None)


def entered(session: Session) -> Session:
    """Show the number again and ask for consent, or say that it is not a telephone number."""
    if read_phone(session.typed) is None:
        return replace(session, note="phone_wrong", closes_in_s=None)
    return replace(session, step=Step.CONSENT, note="", closes_in_s=None)


def agreed(session: Session) -> tuple[Session, str | None]:
    """Return the session after the visitor agreed to messages, and the number; None where nothing was asked."""
    number = read_phone(session.typed) if session.step is Step.CONSENT else None
    if number is None:
        return session, None
    return replace(
        session, step=Step.TICKET, phone=PhoneState.SENDING, phone_shown=masked(session.typed), typed="", note=""
    ), number


def corrected(session: Session) -> Session:
    """Go back to the keypad with the number as it was typed."""
    return replace(session, step=Step.PHONE, closes_in_s=None)


def left(session: Session) -> Session:
    """Leave the keypad without a number: no digit is kept."""
    return replace(session, step=Step.TICKET, typed="", note="", closes_in_s=None)


def taking_back(session: Session) -> Session:
    """Show that the number is being erased."""
    return replace(session, phone=PhoneState.SENDING, closes_in_s=None)


def told(session: Session, visit: str, *, number: bool, done: bool) -> Session:
    """Take the hall's word on a number that was sent, or on its erasing; of another visit it changes nothing."""
    if session.visit != visit or session.phone is not PhoneState.SENDING:
        return session
    if number:
        return replace(session, phone=PhoneState.KEPT if done else PhoneState.FAILED)
    return replace(session, phone=PhoneState.NONE if done else PhoneState.KEPT)
