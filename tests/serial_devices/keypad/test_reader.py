from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serial_devices.errors import DeviceAddressError, LineError, LineFault
from serial_devices.keypad import reader as keypad
from serial_devices.keypad.evdev import EvdevLine
from serial_devices.keypad.keys import Key, Press
from serial_devices.keypad.reader import DEFAULT_TABLE, KeypadReader, KeypadTable, KeypadTalk, read_keypad, read_table
from serial_devices.line.serial_line import SerialLine
from tests.helpers.examples import assert_examples_hold

NEXT, RECALL = Press(Key.NEXT), Press(Key.RECALL)


@pytest.mark.parametrize("key", [key for key in Key if key is not Key.DIGIT])
def test_every_key_has_its_own_word(key: Key) -> None:
    assert KeypadReader(DEFAULT_TABLE).feed(f"{key.value}\r\n".encode(), 0.0) == [Press(key)]


@pytest.mark.parametrize("word", [b"next\r", b"Next \n", b"KPENTER\n", b"\r\nNEXT\r\n"])
def test_a_word_may_be_written_as_it_likes(word: bytes) -> None:
    assert KeypadReader(DEFAULT_TABLE).feed(word, 0.0) == [NEXT]


@pytest.mark.parametrize(("word", "press"), [(b"NEXT\r", NEXT), (b"7\r", Press(Key.DIGIT, 7))])
def test_the_bounce_of_a_switch_is_one_press_and_a_quick_finger_is_another(word: bytes, press: Press) -> None:
    reader = KeypadReader(DEFAULT_TABLE)
    heard = [reader.feed(word, now_s) for now_s in (0.0, 0.01, 0.05, 0.13, 0.25)]
    assert heard == [[press], [], [], [press], [press]]
    assert reader.feed(b"RECALL\r", 0.26) == [RECALL]


@given(st.lists(st.sampled_from([*DEFAULT_TABLE.presses]), max_size=20), st.integers(1, 7))
def test_words_come_through_however_they_are_cut(said: list[bytes], size: int) -> None:
    reader, now_s, presses = KeypadReader(DEFAULT_TABLE), 0.0, []
    for word in said:
        line = word + b"\r\n"
        now_s += 1.0
        for start in range(0, len(line), size):
            presses += reader.feed(line[start : start + size], now_s)
    assert presses == [DEFAULT_TABLE.presses[word] for word in said]


@given(st.binary(max_size=300))
def test_noise_presses_no_key_but_those_it_spells(data: bytes) -> None:
    for press in KeypadReader(DEFAULT_TABLE).feed(data, 0.0):
        assert press in DEFAULT_TABLE.presses.values()


def test_a_table_says_what_the_words_of_another_keypad_mean(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('[keys]\nK01 = "NEXT"\nK02 = "7"\n')
    settings = read_keypad(f"serial:///dev/ttyUSB0?baud=2400&table={file}")
    assert KeypadReader(settings.table).feed(b"K01\rK02\rNEXT\r", 0.0) == [NEXT, Press(Key.DIGIT, 7)]
    assert isinstance(settings.line(), SerialLine)


def test_a_keypad_of_single_letters_needs_no_end_of_line() -> None:
    table = KeypadTable({b"A": NEXT, b"b": RECALL}, single=True)
    assert KeypadReader(table).feed(b"Ab?", 0.0) == [NEXT, RECALL]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[keys]\nK01 = "JUMP"', "JUMP.*known are NEXT"),
        ("keys = 3", "cannot be read"),
        ("", "cannot be read"),
        ('single = true\n[keys]\nK01 = "NEXT"', "every word is one letter"),
    ],
)
def test_a_wrong_table_says_what_is_wrong(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(text)
    with pytest.raises(DeviceAddressError, match=said):
        read_table(file)


def test_a_number_pad_is_a_keypad_too() -> None:
    settings = read_keypad("evdev:///dev/input/event5")
    assert isinstance(settings.line(), EvdevLine)
    assert settings.table.presses[b"KPENTER"] == NEXT
    assert settings.table.presses[b"KP7"] == Press(Key.DIGIT, 7)


def test_the_talk_hands_on_presses_and_says_which_keys_it_does_not_know() -> None:
    pressed: list[Press] = []
    told: list[str] = []
    talk = KeypadTalk(DEFAULT_TABLE, pressed.append, told.append)
    talk.opened(0.0)
    talk.heard(b"NEXT\rFOO\r", 0.0)
    talk.heard(b"FOO\r", 1.0)
    talk.heard(b"REC", 2.0)
    talk.failed(LineError(LineFault.UNPLUGGED, "pulled out"))
    talk.opened(2.1)
    talk.heard(b"ALL\r", 2.1)
    assert pressed == [NEXT]
    assert told == ["", "keys that its table does not know: 'FOO'", "pulled out", "", told[-1]]
    assert "'ALL'" in told[-1]
    assert (list(talk.due(0.0)), list(talk.farewell())) == ([], [])


def test_the_examples_hold() -> None:
    assert_examples_hold(keypad)
