"""Signs of life by systemd's protocol."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qtkit.program.watchdog import Heartbeat


@pytest.fixture
def ears(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "n"))
        heard.setblocking(False)
        yield heard


def said(ears: socket.socket) -> list[str]:
    words = []
    while True:
        try:
            words.append(ears.recv(100).decode())
        except BlockingIOError:
            return words


def test_it_says_that_it_is_up_and_beats_until_it_is_stopped(ears: socket.socket, qtbot: QtBot) -> None:
    beats: list[str] = []
    heartbeat = Heartbeat({"NOTIFY_SOCKET": ears.getsockname(), "WATCHDOG_USEC": "20000"})
    heartbeat.start()
    assert said(ears) == ["READY=1"]
    qtbot.waitUntil(lambda: bool(beats.extend(said(ears))) or len(beats) >= 3)
    assert set(beats) == {"WATCHDOG=1"}
    heartbeat.stop()
    said(ears)
    assert not heartbeat._timer.isActive()


def test_an_abstract_address_is_understood(qapp: QObject) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind("\0dawr-watchdog-test")
        heard.setblocking(False)
        Heartbeat({"NOTIFY_SOCKET": "@dawr-watchdog-test"}).start()
        assert said(heard) == ["READY=1"]


@pytest.mark.parametrize("environ", [{}, {"NOTIFY_SOCKET": "/nowhere/at/all", "WATCHDOG_USEC": "1000000"}])
def test_nobody_who_listens_is_no_fault(environ: dict[str, str], qapp: QObject) -> None:
    heartbeat = Heartbeat(environ)
    heartbeat.start()
    assert heartbeat._timer.isActive() == bool(environ)
    heartbeat.stop()
