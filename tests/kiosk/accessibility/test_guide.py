"""A visitor who cannot see takes a ticket: by four keys and through headphones, in every shape of screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.accessibility.guide import Guide
from kiosk.accessibility.keypad_walk import KeypadWalk
from kiosk.accessibility.speaker import Speaker
from kiosk.accessibility.spoken_screen import Spoken
from kiosk.visitor.session import Step
from tests.helpers.fake_hall import FakeHall
from tests.helpers.heard import Heard
from tests.helpers.replacing import replace
from tests.kiosk.conftest import Hand, Start


class Keys:
    """A visitor's keypad: next, previous, choose, repeat."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.hand.window.focusWidget() or self.hand.window, key)
        QApplication.processEvents()

    def go_to(self, name: str) -> None:
        """Press next until the keyboard is at `name`."""
        for _ in range(40):
            focused = self.hand.window.focusWidget()
            if focused is not None and focused.objectName() == name:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"the keypad never comes to {name}")

    def choose(self, name: str) -> None:
        self.go_to(name)
        self.press(Qt.Key.Key_Return)


def spoken_to(hand: Hand, heard: Heard) -> Speaker:
    """Give the kiosk a voice that is written down."""
    window, running = hand.window, hand.running
    walk = window.findChild(KeypadWalk)
    assert walk is not None
    hand.kiosk._help = replace(hand.kiosk._help, kinds=hand.kiosk._help.kinds | {"spoken"})
    speaker = Speaker(heard.programs, "default", parent=window)
    Guide(hand.kiosk, walk, speaker, Spoken(window, running.shell.language, window), running.idle, parent=window)
    return speaker


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["lying", "upright"])
@pytest.mark.parametrize("tag", ["ar", "en"])
def test_a_ticket_is_taken_by_keypad_alone(start: Start, hall: FakeHall, size: tuple[int, int], tag: str) -> None:
    hand = start(hall, size=size)
    keys = Keys(hand)
    hand.sees("welcome")
    keys.choose(f"language_{tag}")
    hand.sees("services")
    keys.choose("priority_switch")
    keys.choose("tile_A")
    hand.sees("ticket")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    ticket = hand.kiosk.session.ticket
    assert ticket is not None
    assert ticket.lane.value == "priority"
    keys.choose("back_button")
    hand.sees("welcome")


def test_help_and_every_language_are_reached_by_keypad(start: Start, hall: FakeHall) -> None:
    hand = start(hall)
    keys = Keys(hand)
    hand.sees("welcome")
    keys.choose("assist_button")
    hand.sees("assist")
    keys.choose("assist_contrast")
    assert hand.kiosk.session.assist.looks.high_contrast
    keys.choose("back_button")
    hand.sees("welcome")
    keys.choose("language_button")
    assert hand.kiosk.session.language == "en"


def test_what_is_chosen_is_heard_and_read_and_the_next_visitor_finds_silence(
    start: Start, hall: FakeHall, tmp_path: Path
) -> None:
    heard = Heard(tmp_path)
    hand = start(hall)
    keys = Keys(hand)
    hand.sees("welcome")
    speaker = spoken_to(hand, heard)
    keys.press(Qt.Key.Key_F1)
    assert hand.kiosk.session.assist.spoken
    assert hand.window.caption.isVisible()
    hand.sees_that(lambda: "أهلًا وسهلًا بكم" in heard.words())
    keys.go_to("language_en")
    hand.sees_that(lambda: "English" in heard.words())
    assert "|en-gb|" in next(line for line in heard.lines() if line.endswith("|English"))
    keys.press(Qt.Key.Key_Return)
    hand.sees_that(lambda: "How can we help you?" in heard.words())
    keys.choose("tile_A")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    ticket = hand.kiosk.session.ticket
    assert ticket is not None
    hand.sees_that(lambda: ticket.ticket in heard.words())
    before = len(heard.words())
    keys.press(Qt.Key.Key_F3)
    hand.sees_that(lambda: any("|180|" in line for line in heard.lines()[before:]))
    hand.kiosk._take_idle(1000.0)
    hand.sees("welcome")
    assert (speaker.speaking, speaker.loudness) == (False, 1)
    assert not hand.window.caption.isVisible()


def test_nobody_is_idle_while_something_is_said(start: Start, hall: FakeHall, tmp_path: Path) -> None:
    heard = Heard(tmp_path)
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    endless.chmod(0o755)
    heard.programs = (heard.programs[0], str(endless))
    hand = start(hall)
    hand.sees("welcome")
    speaker = spoken_to(hand, heard)
    Keys(hand).press(Qt.Key.Key_F2)
    assert speaker.speaking
    touched: list[int] = []
    hand.running.idle.touched.connect(lambda: touched.append(1))
    hand.sees_that(lambda: bool(touched))
    hand.kiosk._take_idle(1000.0)
    assert not speaker.speaking
