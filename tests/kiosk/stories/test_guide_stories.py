"""Every way a visitor may go at the kiosk, by three keys alone: next, previous and choose; and what is heard on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from contracts.settings.kiosks import AppointmentView
from kiosk.accessibility.keypad_walk import KeypadWalk
from kiosk.device.scanner.view import ScannedScreen
from kiosk.staff.session import StaffStep
from kiosk.staff_pins.pins import StaffPins, write_pins
from kiosk.visitor.session import PhoneState, Step
from tests.helpers.fake_hall import NINE, FakeHall, visitor_kinds_asked
from tests.helpers.heard import Heard
from tests.helpers.kiosk_halls import WOMEN, with_page, with_rules, with_zones
from tests.helpers.replacing import replace
from tests.helpers.speeds import some
from tests.kiosk.accessibility.test_guide import Keys, spoken_to
from tests.kiosk.conftest import Hand, Start
from tests.kiosk.stories.test_flow_stories import queues_of_all
from tests.kiosk.stories.test_paper_stories import sees_step

NEXT, PREVIOUS, CHOOSE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return
KNOWN = AppointmentView(
    "48217390", "T", date(2026, 11, 25), NINE, NINE - timedelta(minutes=30), NINE + timedelta(minutes=15), "open"
)
SHAPES = pytest.mark.parametrize("size", some([(1920, 1080), (1080, 1920)], (1080, 1920)), ids=["lying", "upright"])
TAGS = pytest.mark.parametrize("tag", some(["ar", "en"], "ar"))


@dataclass(frozen=True)
class Way:
    """What the hall is like, what is chosen one after the other, and where that leads."""

    hall: Callable[[FakeHall], None]
    chosen: tuple[str, ...]
    leads: Step
    back: tuple[str, ...] = ("back_button",)
    """What is chosen to be at the start again."""


def asking(hall: FakeHall) -> None:
    hall.hall = with_rules(with_page(visitor_kinds_asked(hall.hall, "T"), "T"), long_wait_s=600)


def booking(hall: FakeHall, word: str = "open") -> None:
    hall.hall = with_rules(hall.hall, appointments=True)
    hall.appointments[KNOWN.number] = replace(KNOWN, check_in=word)


def full(hall: FakeHall) -> None:
    rows = tuple(replace(q, quota_left=0 if q.service == "T" else None) for q in hall.queues.services)
    hall.queues = replace(hall.queues, services=rows)


def zoned(hall: FakeHall) -> None:
    hall.hall = with_zones(hall.hall, WOMEN)
    hall.queues = queues_of_all(hall)


def grouped(hall: FakeHall) -> None:
    one = hall.hall.services[0]
    services = tuple(
        replace(one, code=f"S{n}", category=group, category_names={"ar": group, "en": group.upper()})
        for n, group in enumerate("ababababab")
    )
    hall.hall = replace(hall.hall, services=services)
    rows = tuple(replace(hall.queues.services[0], service=service.code) for service in services)
    hall.queues = replace(hall.queues, services=rows)


DIGITS = tuple(f"keypad_{digit}" for digit in KNOWN.number)
WAYS = {
    "all that is asked": Way(
        asking, ("priority_switch", "tile_T", "take_button", "tile_resident", "tile_take"), Step.TICKET
    ),
    "question by question back": Way(
        asking,
        ("tile_T", "take_button", "tile_resident", "back_button", "back_button"),
        Step.INFORMATION,
        ("back_button", "back_button"),
    ),
    "another service after all": Way(
        asking, ("tile_T", "take_button", "tile_citizen", "tile_other"), Step.SERVICES
    ),
    "categories": Way(grouped, ("tile_b", "back_button", "tile_a", "tile_S4"), Step.TICKET),
    "a zone": Way(zoned, ("tile_zone:women", "back_button", "tile_zone:women", "tile_women-A"), Step.TICKET),
    "no tickets left": Way(full, ("tile_T",), Step.REFUSED),
    "a booking": Way(booking, ("tile_booking:", *DIGITS, "keypad_send"), Step.TICKET),
    "a booking with a slip of the finger": Way(
        booking,
        ("tile_booking:", *DIGITS[:-1], "keypad_5", "keypad_erase", DIGITS[-1], "keypad_send"),
        Step.TICKET,
    ),
    "too early": Way(lambda hall: booking(hall, "early"), ("tile_booking:", *DIGITS, "keypad_send"), Step.REFUSED),
    "booking given up": Way(
        booking, ("tile_booking:", "keypad_4", "back_button"), Step.SERVICES
    ),
}  # fmt: skip


def at_step(hand: Hand, step: Step) -> None:
    hand.sees_that(lambda: hand.kiosk.session.step is step)


def choose_when_there(keys: Keys, name: str) -> None:
    """Choose `name` once it is on the screen and can be pressed."""
    walk = keys.hand.window.findChild(KeypadWalk)
    assert walk is not None
    keys.hand.sees_that(lambda: name in [stop.objectName() for stop in walk.stops()])
    keys.choose(name)


@SHAPES
@TAGS
@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
def test_every_way_is_gone_by_three_keys(
    start: Start, hall: FakeHall, size: tuple[int, int], tag: str, way: Way
) -> None:
    way.hall(hall)
    hand = start(hall, size=size)
    keys = Keys(hand)
    hand.sees("welcome")
    for name in (f"language_{tag}", *way.chosen):
        choose_when_there(keys, name)
    at_step(hand, way.leads)
    for name in way.back:
        choose_when_there(keys, name)
    hand.sees("welcome")


@SHAPES
@TAGS
def test_a_number_is_left_mended_and_taken_back_by_three_keys(
    start: Start, hall: FakeHall, size: tuple[int, int], tag: str
) -> None:
    hall.hall = with_rules(hall.hall, phone=True)
    hand = start(hall, size=size)
    keys = Keys(hand)
    hand.sees("welcome")
    for name in (f"language_{tag}", "tile_A", "phone_button"):
        choose_when_there(keys, name)
    hand.sees("keypad")
    for digit in "+9689123456":
        choose_when_there(keys, "keypad_plus" if digit == "+" else f"keypad_{digit}")
    choose_when_there(keys, "keypad_send")
    hand.sees_that(lambda: hand.kiosk.session.note == "phone_wrong")
    for _ in "+9689123456":
        choose_when_there(keys, "keypad_erase")
    for digit in "91234567":
        choose_when_there(keys, f"keypad_{digit}")
    choose_when_there(keys, "keypad_send")
    choose_when_there(keys, "tile_take")
    hand.sees_that(lambda: hand.kiosk.session.phone is PhoneState.KEPT)
    choose_when_there(keys, "phone_button")
    hand.sees_that(lambda: hand.kiosk.session.phone is PhoneState.NONE)
    assert [number for _, number in hall.phones] == ["+96891234567", None]
    hand.sees_that(lambda: hand.window.footer.phone.isEnabled())
    focused = hand.window.focusWidget()
    assert focused is hand.window.footer.phone, "the keyboard is where it was, not on the button that leaves"


@TAGS
def test_the_digits_of_the_pad_come_from_one_to_nine_in_every_language(start: Start, hall: FakeHall, tag: str) -> None:
    booking(hall)
    hand = start(hall)
    keys = Keys(hand)
    hand.sees("welcome")
    for name in (f"language_{tag}", "tile_booking:"):
        choose_when_there(keys, name)
    hand.sees("keypad")
    walk = hand.window.findChild(KeypadWalk)
    assert walk is not None
    pad = [f"keypad_{key}" for key in (*"1234567890", "erase")]
    assert [stop.objectName() for stop in walk.stops()][: len(pad)] == pad
    keys.press(NEXT)
    keys.press(PREVIOUS)
    focused = hand.window.focusWidget()
    assert focused is walk.stops()[-1], "round and round"


@TAGS
def test_a_scanned_answer_is_extended_and_closed_by_three_keys(start: Start, hall: FakeHall, tag: str) -> None:
    hand = start(hall)
    keys = Keys(hand)
    hand.sees("welcome")
    choose_when_there(keys, f"language_{tag}")
    screen = answer_over(hand)
    keys.choose("scanned_more_time")
    assert screen.isVisible()
    keys.choose("scanned_done")
    assert not screen.isVisible()
    choose_when_there(keys, "tile_A")
    at_step(hand, Step.TICKET)


def answer_over(hand: Hand) -> ScannedScreen:
    """Hold something that is no ticket under the kiosk's reader."""
    from kiosk.device.scanner.presenter import ScannedView

    shell = hand.running.shell
    screen = ScannedScreen(shell.theme, shell.language, hand.window.sentences, hand.window)
    screen.answered.connect(hand.window.shown)
    screen.show_view(ScannedView("no_ticket_code"))
    QApplication.processEvents()
    return screen


@SHAPES
@TAGS
def test_out_of_service_has_nothing_to_choose_and_says_all_in_two_languages(
    start: Start, hall: FakeHall, size: tuple[int, int], tag: str
) -> None:
    hand = start(hall, size=size, language=tag)
    keys = Keys(hand)
    hand.sees("welcome")
    hall.set_day("closed")
    hand.sees("notice")
    walk = hand.window.findChild(KeypadWalk)
    assert walk is not None
    hand.sees_that(lambda: not walk.stops())
    keys.press(NEXT)
    keys.press(CHOOSE)
    notice = hand.window.bodies.notice
    assert hand.window.bodies.currentWidget() is notice
    assert notice.other_headline.text not in ("", notice.headline.text)
    hall.set_day("open")
    hand.sees("welcome")


@SHAPES
@TAGS
def test_out_of_service_leaves_a_third_language_and_help_within_reach(
    start: Start, hall: FakeHall, size: tuple[int, int], tag: str
) -> None:
    hall.hall = replace(hall.hall, languages=("ar", "en", "ur"))
    hall.set_day("closed")
    hand = start(hall, size=size, language=tag)
    keys = Keys(hand)
    # Before both are known another notice asks for patience.
    hand.sees_that(lambda: hand.kiosk.conditions.hall is not None and hand.kiosk.conditions.printer is not None)
    hand.sees("notice")
    choose_when_there(keys, "language_button")
    choose_when_there(keys, "language_ur")
    hand.sees("notice")
    assert hand.kiosk.session.language == "ur"
    choose_when_there(keys, "assist_button")
    hand.sees("assist")
    choose_when_there(keys, "back_button")
    hand.sees("notice")
    hall.set_day("open")
    hand.sees("services")  # who chose a language has chosen it


@SHAPES
@TAGS
def test_staff_type_their_pin_and_use_their_menu_by_three_keys(
    start: Start, hall: FakeHall, tmp_path: Path, size: tuple[int, int], tag: str
) -> None:
    file = tmp_path / "keys" / "pins.json"
    write_pins(file, StaffPins({}).with_pin("Salim", "4719"))
    hand = start(hall, size=size, language=tag, staff_pins=file)
    keys = Keys(hand)
    hand.sees("welcome")
    keys.press(Qt.Key.Key_F12)
    for name in ("pin_4", "pin_7", "pin_1", "pin_8", "pin_erase", "pin_9", "pin_enter"):
        choose_when_there(keys, name)
    sees_step(hand, StaffStep.MENU)
    for name, step in (("status", StaffStep.STATUS), ("reprint", StaffStep.REPRINT), ("paper", StaffStep.PAPER)):
        choose_when_there(keys, f"staff_{name}")
        sees_step(hand, step)
        choose_when_there(keys, "back_button")
        sees_step(hand, StaffStep.MENU)
    choose_when_there(keys, "back_button")
    hand.sees("welcome")


def test_what_is_typed_ticked_and_answered_is_heard(start: Start, hall: FakeHall, tmp_path: Path) -> None:
    hall.hall = with_rules(hall.hall, phone=True)
    heard = Heard(tmp_path)
    hand = start(hall)
    keys = Keys(hand)
    hand.sees("welcome")
    choose_when_there(keys, "language_en")
    hand.sees("services")
    spoken_to(hand, heard)
    keys.press(Qt.Key.Key_F1)
    hears(hand, heard, "How can we help you?")
    keys.choose("priority_switch")
    hears(hand, heard, "Selected")
    screen = answer_over(hand)
    hears(hand, heard, screen.headline.text)
    said = heard.words().count("How can we help you?")
    keys.choose("scanned_done")
    hand.sees_that(lambda: heard.words().count("How can we help you?") > said)
    choose_when_there(keys, "tile_A")
    choose_when_there(keys, "phone_button")
    hears(hand, heard, "Your mobile number")
    for digit, told in zip("911", ("9", "9 1", "1 1. Digits so far: 3"), strict=True):
        choose_when_there(keys, f"keypad_{digit}")
        hears(hand, heard, told)
    choose_when_there(keys, "keypad_send")
    hears(hand, heard, "This number is not correct. A mobile number in Oman has 8 digits")
    for digit in "234567":
        choose_when_there(keys, f"keypad_{digit}")
    choose_when_there(keys, "keypad_erase")
    hears(hand, heard, "5 6. Digits so far: 8")


def hears(hand: Hand, heard: Heard, words: str) -> None:
    hand.sees_that(lambda: words in heard.words())
