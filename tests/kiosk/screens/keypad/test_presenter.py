from __future__ import annotations

from kiosk.screens.keypad.presenter import derive_booking, derive_phone
from kiosk.screens.view_data.visitor import KeypadView
from kiosk.state.conditions import Conditions
from kiosk.visitor.session import Session, Step


def test_a_telephone_number_is_masked_and_can_be_sent_once_something_is_typed() -> None:
    assert derive_phone(Session("ar", Step.PHONE), Conditions()) == KeypadView("phone", "", plus=True)
    typed = derive_phone(Session("ar", Step.PHONE, typed="9123", note="phone_wrong"), Conditions())
    assert typed == KeypadView("phone", "••23", "phone_wrong", plus=True, enter=True)


def test_a_booking_number_is_read_back_and_sent_once() -> None:
    short = Session("ar", Step.BOOKING, typed="48217")
    assert derive_booking(short, Conditions()) == KeypadView("booking", "48217")
    whole = Session("ar", Step.BOOKING, typed="482173")
    assert derive_booking(whole, Conditions()).enter
    looking = Session("ar", Step.BOOKING, typed="482173", note="looking")
    assert derive_booking(looking, Conditions()) == KeypadView("booking", "482173", "looking")
