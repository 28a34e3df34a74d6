"""A booking number is typed or scanned, looked up once, and leads to the ticket or to why there is none now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from contracts.settings.kiosks import AppointmentView
from kiosk.visitor import booking_steps
from kiosk.visitor.keypad_input import ERASE
from kiosk.visitor.session import Session, Step
from tests.helpers.fake_hall import NINE
from tests.helpers.replacing import replace

START = Session("ar", Step.SERVICES)
KNOWN = AppointmentView(
    "48217390", "T", date(2026, 11, 25), NINE, NINE - timedelta(minutes=30), NINE + timedelta(minutes=15), "open"
)


def typed(number: str) -> Session:
    session = booking_steps.ask_booking(START)
    for key in number:
        session = booking_steps.press(session, key)
    return session


def looking(number: str = "48217390") -> Session:
    session = booking_steps.looking(typed(number))
    assert session is not None
    return session


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("48217390", "48217390"),
        (" 482173 \r", "482173"),
        ("https://amlak.om/visit?booking=48217390&lang=ar", "48217390"),
        ("https://amlak.om/visit#booking=48217390", "48217390"),
        ("12345", None),
        ("1234567890123", None),
        ("http://hall:8080/t#3q8Yw2Zk5c1VbT9xM0aRfg", None),
        ("https://amlak.om/?booking=1&booking=48217390", None),
        ("https://[broken", None),
        ("٤٨٢١٧٣٩٠", None),
    ],
)
def test_a_code_holds_a_booking_number_or_none(text: str, number: str | None) -> None:
    assert booking_steps.booking_number(text) == number


def test_too_few_digits_are_not_looked_up_and_nothing_is_looked_up_twice() -> None:
    assert booking_steps.looking(typed("12345")) is None
    assert booking_steps.looking(looking()) is None
    assert booking_steps.press(looking(), ERASE) == looking()
    assert booking_steps.looking(START) is None


def test_its_holder_goes_on_to_the_ticket() -> None:
    session = booking_steps.found(looking(), KNOWN, "v1", "09:00")
    assert (session.step, session.service, session.booking, session.visit) == (Step.ISSUING, "T", "48217390", "v1")
    assert session.typed == ""


@pytest.mark.parametrize("word", ["early", "late", "other_day", "used", "cancelled"])
def test_who_cannot_come_in_now_is_told_why_and_when(word: str) -> None:
    session = booking_steps.found(looking(), replace(KNOWN, check_in=word), "v1", "08:30")
    assert (session.step, session.refusal, session.refusal_at) == (Step.REFUSED, f"appointment_{word}", "08:30")
    assert session.visit is None


def test_a_wrong_number_stays_to_be_mended_and_anything_else_is_told() -> None:
    wrong = booking_steps.not_found(looking(), "48217390", "appointment_unknown")
    assert (wrong.step, wrong.note, wrong.typed) == (Step.BOOKING, "booking_unknown", "48217390")
    assert booking_steps.press(wrong, ERASE).note == ""
    away = booking_steps.not_found(looking(), "48217390", "hall_away")
    assert (away.step, away.refusal) == (Step.REFUSED, "hall_away")


def test_an_answer_to_an_older_number_is_not_heard() -> None:
    other = looking("12345678")
    assert booking_steps.found(other, KNOWN, "v1", "") == other
    assert booking_steps.not_found(other, "48217390", "hall_away") == other
    assert booking_steps.found(START, KNOWN, "v1", "") == START


def test_a_scan_begins_anew_but_never_in_the_middle_of_a_ticket() -> None:
    session = booking_steps.scanned(replace(START, priority=True, service="A"), "48217390")
    assert session is not None
    assert (session.step, session.typed, session.service, session.priority) == (Step.BOOKING, "48217390", None, False)
    assert booking_steps.scanned(replace(START, step=Step.ISSUING), "48217390") is None
