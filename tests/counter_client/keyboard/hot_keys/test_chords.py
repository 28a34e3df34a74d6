from __future__ import annotations

import pytest

from counter_client.keyboard.hot_keys.chords import KEYS, HotKeyError, double_chords, read_hot_key
from serial_devices.keypad.keys import Key


@pytest.mark.parametrize(
    ("text", "name", "meaning"),
    [
        ("Ctrl+Alt+Space", "Ctrl+Alt+Space", Key.NEXT),
        (" control + f9 ", "Ctrl+F9", Key.NEXT),
        ("Pause", "Pause", Key.NEXT),
        ("window=scrolllock", "ScrollLock", Key.WINDOW),
        ("no_show=Win+N", "Super+N", Key.NO_SHOW),
    ],
)
def test_a_hot_key_is_read_as_people_write_it(text: str, name: str, meaning: Key) -> None:
    found = read_hot_key(text)
    assert (found.chord.name, found.meaning) == (name, meaning)


@pytest.mark.parametrize("text", ["Space", "Shift+A", "Ctrl+", "Hyper+A", "dance=Pause", ""])
def test_what_would_rob_other_programs_or_is_none_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(HotKeyError, match=text.split("=", maxsplit=1)[0].replace("+", r"\+") or "expected"):
        read_hot_key(text)


def test_numbers_of_keys_are_those_of_the_desktops() -> None:
    assert KEYS["F1"] == (0xFFBE, 0x70)
    assert KEYS["F24"] == (0xFFD5, 0x87)
    assert KEYS["A"] == (0x61, 0x41)
    assert len({one for one, _ in KEYS.values()}) == len(KEYS)


def test_the_same_keys_twice_are_named() -> None:
    keys = tuple(read_hot_key(text) for text in ("Pause", "recall=Pause", "F13"))
    assert double_chords(keys) == ["Pause"]
