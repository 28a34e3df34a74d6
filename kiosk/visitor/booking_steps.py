"""How the holder of an appointment types his booking number and gets his ticket; pure.

>>> from kiosk.visitor.session import Session, Step
>>> press(ask_booking(Session("ar", Step.SERVICES)), "4").typed
'4'
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from contracts.settings.kiosks import AppointmentView
from kiosk.visitor.keypad_input import keyed
from kiosk.visitor.session import Session, Step

SHORTEST, LONGEST = 6, 12
"""Digits of a booking number, as docs/contract.md has them."""
LOOKING = "looking"
_NUMBER = re.compile(rf"[0-9]{{{SHORTEST},{LONGEST}}}")


def booking_number(text: str) -> str | None:
    """Return the booking number in a scanned code, or None for any other text.

    >>> booking_number("48217390"), booking_number("https://amlak.om/a?booking=48217390"), booking_number("A047")
    ('48217390', '48217390', None)
    """
    if _NUMBER.fullmatch(text.strip()):
        return text.strip()
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    given = [*parse_qs(parts.query).get("booking", []), *parse_qs(parts.fragment).get("booking", [])]
    return given[0] if len(given) == 1 and _NUMBER.fullmatch(given[0]) else None


def ask_booking(session: Session) -> Session:
    """Show the keypad for a booking number."""
    return replace(session, step=Step.BOOKING, typed="", note="", closes_in_s=None)


def scanned(session: Session, number: str) -> Session | None:
    """Return the session of a visitor who scans his booking; None while a ticket is being issued."""
    if session.step is Step.ISSUING:
        return None
    fresh = Session(session.language, assist=session.assist)
    return replace(ask_booking(fresh), typed=number)


def press(session: Session, key: str) -> Session:
    """Take one key of the pad; none while a number is looked up."""
    if session.note == LOOKING:
        return session
    return replace(session, typed=keyed(session.typed, key, most=LONGEST), note="", closes_in_s=None)


def looking(session: Session) -> Session | None:
    """Return the session while its number is looked up; None where there is none to look up, or it is done already."""
    if session.step is not Step.BOOKING or session.note == LOOKING or not _NUMBER.fullmatch(session.typed):
        return None
    return replace(session, note=LOOKING, closes_in_s=None)


def found(session: Session, appointment: AppointmentView, visit: str, at: str) -> Session:
    """Go on to the ticket, or to why there is none now; `at` is the time that this screen tells."""
    if not _waits_for(session, appointment.number):
        return session
    if appointment.check_in != "open":
        code = f"appointment_{appointment.check_in}"
        return replace(_done(session), step=Step.REFUSED, refusal=code, refusal_at=at, service=appointment.service)
    return replace(
        _done(session), step=Step.ISSUING, service=appointment.service, booking=appointment.number, visit=visit
    )


def not_found(session: Session, number: str, code: str) -> Session:
    """Let the visitor correct a number that does not exist; show any other refusal on a separate screen."""
    if not _waits_for(session, number):
        return session
    if code in {"appointment_unknown", "field_invalid"}:
        return replace(session, note="booking_unknown", closes_in_s=None)
    return replace(_done(session), step=Step.REFUSED, refusal=code)


def _waits_for(session: Session, number: str) -> bool:
    return session.step is Step.BOOKING and session.note == LOOKING and session.typed == number


def _done(session: Session) -> Session:
    return replace(session, typed="", note="", closes_in_s=None)
