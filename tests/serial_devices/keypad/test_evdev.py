from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serial_devices.errors import DeviceAddressError, LineError, LineFault
from serial_devices.keypad import evdev
from serial_devices.keypad.evdev import _EVENT, EV_KEY, PRESSED, EvdevLine, evdev_path, words
from tests.helpers.examples import assert_examples_hold

KP1, KP_ENTER, NUM_LOCK = 79, 96, 69


class Pipe(EvdevLine):
    """The line over a pipe in the place of a pad: a pipe cannot be taken for one program alone."""

    def _take_for_us(self, descriptor: int) -> None:
        """A pipe has nobody else."""


def down(code: int, value: int = PRESSED, kind: int = EV_KEY) -> bytes:
    return _EVENT.pack(0, 0, kind, code, value)


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (down(KP1) + down(KP_ENTER), b"KP1\nKPENTER\n"),
        (down(KP1, 0) + down(KP1, 2), b""),
        (down(NUM_LOCK), b""),
        (down(KP1, kind=4), b""),
        (down(KP1)[:-1], b""),
        (b"", b""),
    ],
)
def test_keys_that_go_down_are_words(events: bytes, said: bytes) -> None:
    assert words(events) == said


@given(st.binary(max_size=200))
def test_no_events_upset_it(events: bytes) -> None:
    assert words(events).count(b"\n") <= len(events) // _EVENT.size


def test_an_address_of_a_pad_names_its_device() -> None:
    assert evdev_path("evdev:///dev/input/event5") == "/dev/input/event5"
    assert evdev_path("serial:///dev/ttyS0") is None
    with pytest.raises(DeviceAddressError, match="the device is missing"):
        evdev_path("evdev:")


def test_a_pad_is_read_until_it_is_pulled_out(tmp_path: Path) -> None:
    path = tmp_path / "event5"
    os.mkfifo(path)
    line = Pipe(str(path))
    line.open()
    with path.open("wb") as pad:
        assert line.read(0.0) == b""
        pad.write(down(KP1) + down(KP1, 0))
        pad.flush()
        assert line.read(20.0) == b"KP1\n"
    with pytest.raises(LineError, match="went away"):
        line.read(20.0)
    line.close()
    line.close()
    with pytest.raises(LineError, match="is not open"):
        line.read(0.0)


@pytest.mark.parametrize(("there", "fault"), [(False, LineFault.MISSING), (True, LineFault.SETTINGS)])
def test_what_is_no_pad_is_said_to_be_none(there: bool, fault: LineFault, tmp_path: Path) -> None:
    path = tmp_path / "event5"
    if there:
        path.write_bytes(b"")
    with pytest.raises(LineError, match="event5") as refused:
        EvdevLine(str(path)).open()
    assert refused.value.fault is fault


def test_the_examples_hold() -> None:
    assert_examples_hold(evdev)
