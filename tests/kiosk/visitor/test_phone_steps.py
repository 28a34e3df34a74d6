"""A number is typed by who holds a ticket, is in the session while it is typed alone, and is taken back at a word."""

from __future__ import annotations

from kiosk.visitor import phone_steps
from kiosk.visitor.keypad_input import ERASE
from kiosk.visitor.session import Limits, PhoneState, Session, Step, idle
from tests.helpers.replacing import replace

HOLDER = Session("ar", Step.TICKET, visit="v1")


def typed(session: Session, keys: str) -> Session:
    for key in keys:
        session = phone_steps.press(session, key)
    return session


def test_a_good_number_is_read_back_given_with_consent_and_forgotten_at_once() -> None:
    read_back = phone_steps.entered(typed(phone_steps.ask_phone(HOLDER), "91234567"))
    assert (read_back.step, read_back.typed, read_back.phone) == (Step.CONSENT, "91234567", PhoneState.NONE)
    assert phone_steps.corrected(read_back) == typed(phone_steps.ask_phone(HOLDER), "91234567")
    session, number = phone_steps.agreed(read_back)
    assert number == "+96891234567"
    assert (session.step, session.phone, session.phone_shown) == (Step.TICKET, PhoneState.SENDING, "••••••67")
    assert "91234567" not in repr(session)


def test_a_wrong_number_stays_to_be_mended() -> None:
    wrong = phone_steps.entered(typed(phone_steps.ask_phone(HOLDER), "2412345"))
    assert (wrong.step, wrong.note, wrong.typed) == (Step.PHONE, "phone_wrong", "2412345")
    assert phone_steps.agreed(wrong) == (wrong, None)
    assert phone_steps.press(wrong, ERASE).note == ""


def test_back_and_time_leave_nothing_of_it() -> None:
    begun = typed(phone_steps.ask_phone(HOLDER), "912")
    assert phone_steps.left(begun) == HOLDER
    assert idle(begun, 60.0, Limits(idle_reset_s=60.0, ticket_reset_s=30.0, notice_s=15.0)) is None


def test_only_who_holds_a_ticket_is_asked_and_not_while_a_number_is_sent() -> None:
    assert phone_steps.ask_phone(Session("ar", Step.SERVICES)).step is Step.SERVICES
    sending = replace(HOLDER, phone=PhoneState.SENDING)
    assert phone_steps.ask_phone(sending) == sending


def test_the_halls_word_counts_for_its_own_visit_alone() -> None:
    sending = replace(HOLDER, phone=PhoneState.SENDING)
    assert phone_steps.told(sending, "v1", number=True, done=True).phone is PhoneState.KEPT
    assert phone_steps.told(sending, "v1", number=True, done=False).phone is PhoneState.FAILED
    assert phone_steps.told(sending, "v2", number=True, done=True) == sending
    assert phone_steps.told(HOLDER, "v1", number=True, done=True) == HOLDER


def test_a_number_that_could_not_be_erased_is_still_shown_as_kept() -> None:
    erasing = phone_steps.taking_back(replace(HOLDER, phone=PhoneState.KEPT))
    assert phone_steps.told(erasing, "v1", number=False, done=True).phone is PhoneState.NONE
    assert phone_steps.told(erasing, "v1", number=False, done=False).phone is PhoneState.KEPT
