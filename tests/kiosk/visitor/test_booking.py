"""Appointments at a hall over HTTP: typed by touch and by keyboard, or held under the reader."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contracts.settings.kiosks import AppointmentView
from kiosk.device.scanner.scanned_codes import ScannedCodes
from kiosk.device.scanner.ticket_scanner import TicketReader
from kiosk.device.scanner.view import ScannedScreen
from kiosk.visitor.session import Step
from tests.helpers.fake_hall import NINE, FakeHall
from tests.helpers.kiosk_halls import with_rules
from tests.helpers.replacing import replace
from tests.kiosk.conftest import Hand, Start

KNOWN = AppointmentView(
    "48217390", "T", date(2026, 11, 25), NINE, NINE - timedelta(minutes=30), NINE + timedelta(minutes=15), "open"
)


def begin(hall: FakeHall, start: Start, known: AppointmentView = KNOWN, **more: object) -> Hand:
    hall.hall = with_rules(hall.hall, appointments=True)
    hall.appointments[known.number] = known
    hand = start(hall, **more)
    hand.sees("welcome")
    return hand


def at_the_pad(hand: Hand, language: str = "en") -> None:
    hand.touch(f"language_{language}")
    hand.touch("tile_booking:")
    hand.sees("keypad")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["lying", "upright"])
def test_a_number_typed_by_touch_leads_to_a_ticket(
    hall: FakeHall, start: Start, language: str, size: tuple[int, int]
) -> None:
    hand = begin(hall, start, size=size)
    at_the_pad(hand, language)
    for digit in "48217390":
        hand.touch(f"keypad_{digit}")
    assert hand.window.bodies.keypad.number.text == "48217390"
    hand.touch("keypad_send")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    assert hall.checked_in == ["48217390"]
    assert hand.window.bodies.ticket.number.text == "T047"
    assert hall.requests[0].language == language


def test_a_keyboard_types_it_and_a_lost_answer_is_the_same_visit(hall: FakeHall, start: Start) -> None:
    hand = begin(hall, start)
    hand.sees_that(lambda: bool(hall.device_states))
    at_the_pad(hand)
    hall.lose_answers = 1
    QTest.keyClicks(hand.window, "48217390")
    QTest.keyClick(hand.window, Qt.Key.Key_Return)
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    assert len(hall.issued) == 1


def test_a_wrong_number_is_mended_on_the_pad(hall: FakeHall, start: Start) -> None:
    hand = begin(hall, start)
    at_the_pad(hand)
    QTest.keyClicks(hand.window, "48217391")
    hand.touch("keypad_send")
    hand.sees_that(lambda: hand.kiosk.session.note == "booking_unknown")
    assert hand.window.bodies.keypad.note.text == "There is no appointment with this number. Please check it"
    hand.touch("keypad_erase")
    hand.touch("keypad_0")
    hand.touch("keypad_send")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)


@pytest.mark.parametrize(
    ("word", "headline", "advice"),
    [
        ("early", "You are early", "You can check in from 8:30 am. Please take a seat until then"),
        (
            "late",
            "You have missed your appointment time",
            "It was at 9:00 am. You can take a standard ticket, or ask at reception",
        ),
        (
            "other_day",
            "Your appointment is on another day",
            "It is on \u206625-11-2026\u2069. You can take a standard ticket for today",
        ),
        ("used", "A ticket was already issued for this appointment", "Please ask at reception"),
    ],
)
def test_who_cannot_come_in_now_reads_why_and_finds_the_way_back(
    hall: FakeHall, start: Start, word: str, headline: str, advice: str
) -> None:
    hand = begin(hall, start, replace(KNOWN, check_in=word))
    at_the_pad(hand)
    QTest.keyClicks(hand.window, "48217390")
    hand.touch("keypad_send")
    hand.sees("notice")
    assert (hand.window.bodies.notice.headline.text, hand.window.bodies.notice.advice.text) == (headline, advice)
    assert hall.checked_in == []
    hand.touch("back_button")
    hand.sees("welcome")


def test_back_leads_from_the_pad_to_the_tiles(hall: FakeHall, start: Start) -> None:
    hand = begin(hall, start)
    at_the_pad(hand)
    QTest.keyClicks(hand.window, "4821")
    QTest.keyClick(hand.window, Qt.Key.Key_Escape)
    hand.sees("services")
    hand.touch("tile_booking:")
    assert hand.window.bodies.keypad.number.text == ""


def test_a_code_under_the_reader_is_as_good_as_typed_and_a_ticket_is_still_a_ticket(
    hall: FakeHall, start: Start
) -> None:
    hand = begin(hall, start)
    shell = hand.running.shell
    screen = ScannedScreen(shell.theme, shell.language, hand.window.sentences, hand.window)
    reader = TicketReader(shell.calls, screen.show_view, parent=hand.window)
    codes = ScannedCodes(screen, reader, hand.kiosk.choices.booking, lambda: hand.kiosk.conditions.hall)
    codes.take("https://amlak.om/?booking=48217390")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    assert hall.checked_in == ["48217390"]
    codes.take("no code at all")
    assert screen.isVisible()
    assert hand.kiosk.session.step is Step.TICKET


def test_a_hall_without_appointments_has_no_tile(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_en")
    assert "booking:" not in [tile.content.key for tile in hand.window.bodies.services.grid.tiles]
