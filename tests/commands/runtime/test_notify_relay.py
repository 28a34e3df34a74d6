"""What a grandchild says reaches systemd from the main process, and nothing of the session outlives it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAYS_READY = "from common.service.systemd import notify, READY; notify(READY)"
SESSION = f"{sys.executable} -c '{SAYS_READY}'; echo $$; exec sleep 300"

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="systemd is Linux's"),
]


@pytest.fixture
def ears(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ears:
        ears.bind(str(tmp_path / "systemd"))
        ears.settimeout(60)
        yield ears


@contextlib.contextmanager
def relay(folder: Path, session: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "commands.runtime.notify_relay", "sh", "-c", session]
    environ = {**os.environ, "NOTIFY_SOCKET": str(folder / "systemd")}
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def test_what_a_grandchild_says_reaches_systemd_and_a_stop_ends_all(tmp_path: Path, ears: socket.socket) -> None:
    with relay(tmp_path, SESSION) as process:
        assert ears.recv(100) == b"READY=1"
        assert process.stdout is not None
        assert int(process.stdout.readline()) > 0
        process.terminate()
        assert process.wait(60) == -signal.SIGTERM % 256
        assert process.stdout.read() == b"", "the session ended as well"


def test_a_stop_reaches_what_the_compositor_waits_for(tmp_path: Path, ears: socket.socket) -> None:
    # cage does not end before its program has ended, and gives it no signal.
    waits_for_program = f"trap : TERM; sleep 300 & {sys.executable} -c '{SAYS_READY}'; wait; wait; exit 4"
    with relay(tmp_path, waits_for_program) as process:
        assert ears.recv(100) == b"READY=1"
        process.terminate()
        assert process.wait(10) == 4


def test_a_killed_relay_takes_its_session_with_it(tmp_path: Path, ears: socket.socket) -> None:
    with relay(tmp_path, SESSION) as process:
        assert ears.recv(100) == b"READY=1"
        process.kill()
        assert process.stdout is not None
        process.stdout.read()  # ends when nobody holds it: the session is gone


def test_the_end_of_the_session_is_the_end_of_the_relay(tmp_path: Path, ears: socket.socket) -> None:
    with relay(tmp_path, "exit 3") as process:
        assert process.wait(60) == 3
