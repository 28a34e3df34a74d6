from __future__ import annotations

import select
import time

import pytest

from counter_client.keyboard.hot_keys.chords import Chord, read_hot_key
from counter_client.keyboard.hot_keys.x11 import X11Error, X11Keys
from tests.helpers.x_screen import XScreen, x_screen

pytestmark = pytest.mark.process

CHORD = read_hot_key("Ctrl+Alt+Space").chord


def pressed_within(keys: X11Keys, seconds: float) -> list[Chord]:
    """Return what is pressed until `seconds` have gone by without a word, or two in all."""
    found: list[Chord] = []
    end = time.monotonic() + 2  # a key that is held keeps talking
    while time.monotonic() < end and select.select([keys.fd], [], [], seconds)[0]:
        found += keys.pressed()
    return found


def press(screen: XScreen, *words: str) -> None:
    screen.do(*words)


def test_a_grabbed_key_is_told_once_however_long_it_is_held_and_whatever_is_locked() -> None:
    with x_screen() as screen:
        keys = X11Keys(screen.display)
        assert keys.grab(CHORD) == ""
        press(screen, "key", "ctrl+alt+space")
        assert pressed_within(keys, 0.5) == [CHORD]
        press(screen, "key", "space")
        press(screen, "key", "ctrl+space")
        assert pressed_within(keys, 0.3) == []
        press(screen, "key", "Num_Lock")
        press(screen, "key", "ctrl+alt+space")
        assert pressed_within(keys, 0.5) == [CHORD]
        press(screen, "keydown", "ctrl", "keydown", "alt", "keydown", "space")
        held = pressed_within(keys, 1.0)
        press(screen, "keyup", "space", "keyup", "alt", "keyup", "ctrl")
        keys.close()
        assert held == [CHORD]


def test_a_key_that_another_has_and_one_that_the_keyboard_lacks_are_told_apart() -> None:
    with x_screen() as screen:
        first, second = X11Keys(screen.display), X11Keys(screen.display)
        assert first.grab(CHORD) == ""
        assert second.grab(CHORD) == "taken"
        assert second.grab(read_hot_key("Ctrl+F9").chord) == ""
        assert second.grab(read_hot_key("F24").chord) == "missing"
        first.close()
        second.close()


def test_without_a_screen_it_says_so() -> None:
    with pytest.raises(X11Error, match="no X11 screen"):
        X11Keys("unix:99987")
