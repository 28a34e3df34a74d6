from __future__ import annotations

import pytest

from serial_devices.keypad.keys import Key, Press


def test_every_key_is_written_as_its_word_on_the_line() -> None:
    assert [key.value for key in Key] == [key.name for key in Key]


def test_only_a_digit_has_a_value() -> None:
    assert Press(Key.NEXT) == Press(Key.NEXT, None)
    assert Press(Key.DIGIT, 7) != Press(Key.DIGIT, 8)


def test_a_press_is_what_it_was() -> None:
    with pytest.raises(AttributeError):
        Press(Key.NEXT).digit = 1
