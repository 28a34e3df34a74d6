from __future__ import annotations

import pytest

from kiosk.accessibility.keypad import ACTS, DEFAULT_KEYPAD, KeypadError, act_of, read_keypad


def test_a_keyboard_does_everything_without_a_setting() -> None:
    assert read_keypad("") == DEFAULT_KEYPAD
    assert set(DEFAULT_KEYPAD) == set(ACTS)
    assert [act_of(DEFAULT_KEYPAD, key) for key in ("Down", "Backtab", "Return", "F1", "Q")] == [
        "next", "previous", "choose", "repeat", ""
    ]  # fmt: skip


def test_a_keypads_own_keys_take_the_place_of_ours() -> None:
    keypad = read_keypad("next=F15, next=F16, choose=F1")
    assert (act_of(keypad, "F15"), act_of(keypad, "F16"), act_of(keypad, "Down")) == ("next", "next", "")
    assert act_of(keypad, "F1") == "choose", "a key does one thing only"
    assert act_of(keypad, "Up") == "previous"


@pytest.mark.parametrize("text", ["next", "jump=F1", "next=", "=F1"])
def test_a_setting_that_cannot_be_read_says_what_is_expected(text: str) -> None:
    with pytest.raises(KeypadError, match="expected ACT=KEY"):
        read_keypad(text)
