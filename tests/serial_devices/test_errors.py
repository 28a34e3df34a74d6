from __future__ import annotations

from serial_devices.errors import DeviceError, LineError, LineFault


def test_a_failed_line_says_how_in_a_stable_word_and_in_a_sentence() -> None:
    error = LineError(LineFault.UNPLUGGED, "/dev/ttyS9 went away")
    assert isinstance(error, DeviceError)
    assert (error.fault.value, str(error)) == ("unplugged", "/dev/ttyS9 went away")
