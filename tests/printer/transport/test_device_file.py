from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from printer.transport.device_file import open_error, read_some, write_some
from printer.transport.wire import Fault, WireError


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (errno.ENOENT, Fault.MISSING),
        (errno.ENODEV, Fault.MISSING),
        (errno.EACCES, Fault.FORBIDDEN),
        (errno.EBUSY, Fault.IN_USE),
        (errno.EIO, Fault.UNREACHABLE),
    ],
)
def test_an_open_error_becomes_a_fault_with_the_devices_name(code: int, fault: Fault) -> None:
    error = open_error("/dev/usb/lp0", OSError(code, os.strerror(code)))
    assert error.fault is fault
    assert "/dev/usb/lp0" in str(error)


def test_a_reader_that_went_away_is_unplugged() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with pytest.raises(WireError) as gone:
        write_some(write_end, b"x", 1, "pipe")
    os.close(write_end)
    assert gone.value.fault is Fault.UNPLUGGED


def test_a_descriptor_that_cannot_be_read_is_unplugged(tmp_path: Path) -> None:
    descriptor = os.open(tmp_path / "x", os.O_WRONLY | os.O_CREAT)
    with pytest.raises(WireError):
        read_some(descriptor, 0, "x", empty_is_gone=False)
    os.close(descriptor)


def test_a_full_pipe_takes_part_and_returns_in_time() -> None:
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    assert 0 < write_some(write_end, bytes(1_000_000), 0.01, "pipe") < 1_000_000
    os.close(read_end)
    os.close(write_end)


def test_ready_with_nothing_to_read_means_gone_only_where_it_does() -> None:
    read_end, write_end = os.pipe()
    os.close(write_end)
    assert read_some(read_end, 1, "pipe", empty_is_gone=False) == b""
    with pytest.raises(WireError, match="pipe went away") as gone:
        read_some(read_end, 1, "pipe", empty_is_gone=True)
    os.close(read_end)
    assert gone.value.fault is Fault.UNPLUGGED
