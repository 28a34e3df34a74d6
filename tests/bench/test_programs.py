"""What is read about processes."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from bench.programs import listener_of, peak_mb


def test_the_peak_of_this_process_is_more_than_nothing_and_less_than_all() -> None:
    status = Path("/proc/self/status")
    if not status.exists():
        pytest.skip("this system has no /proc")
    assert 5 < peak_mb(status.read_text(encoding="ascii")) < 16_000


def test_who_listens_on_a_port_is_found() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        assert listener_of(listener.getsockname()[1]) == os.getpid()
