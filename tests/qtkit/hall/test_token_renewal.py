"""A device's program renews its token: with a real hall, whatever breaks in between."""

from __future__ import annotations

import contextlib
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from commands.admin import command as admin
from hall.people.model.device_token import PREVIOUS_KEPT, RENEW_AFTER
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.hall.token_renewal import ASK_MS, TokenRenewal
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread, refused
from tests.helpers.ports import free_port


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        running.clock.move_on(days=RENEW_AFTER.days)
        yield running


class Device:
    """A program that has its token in a file."""

    def __init__(self, hall: RunningHall, file: Path) -> None:
        self.file = file
        if not file.exists():
            file.write_text(hall.tokens["kiosk"], encoding="utf-8")
        self.token = file.read_text(encoding="utf-8")
        self.calls = HallCalls(HallAddresses([hall.base]), self.token)
        self.renewal = TokenRenewal(self.calls, self.token, file)

    def ask(self, qtbot: QtBot) -> None:
        """Start, and wait until the hall has answered and the answer was taken."""
        timer = self.renewal.findChild(QTimer, "token_renewal")
        timer.stop()
        self.renewal.start()
        qtbot.waitUntil(timer.isActive, timeout=60_000)
        assert timer.interval() == ASK_MS

    def kept(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def stop(self) -> None:
        self.renewal.stop()
        self.calls.stop()


def test_the_next_token_is_on_the_disk_for_the_next_start_and_the_program_goes_on(
    qtbot: QtBot, hall: RunningHall, tmp_path: Path
) -> None:
    kiosk = Device(hall, tmp_path / "kiosk.token")
    kiosk.ask(qtbot)
    assert kiosk.kept() != kiosk.token
    hall.clock.move_on(days=10 * PREVIOUS_KEPT.days)
    good(hall.get("/hall", kiosk.token))
    kiosk.stop()
    again = Device(hall, kiosk.file)
    again.ask(qtbot)
    assert again.kept() == again.token
    again.stop()
    hall.clock.move_on(days=PREVIOUS_KEPT.days + 1)
    refused(hall.get("/hall", kiosk.token), "token_unknown", 401)
    good(hall.get("/hall", again.token))


def test_a_power_cut_before_the_next_token_is_written_loses_nothing(
    qtbot: QtBot, hall: RunningHall, tmp_path: Path
) -> None:
    lost = good(hall.post("/devices/self/token", "kiosk"))["token"]
    kiosk = Device(hall, tmp_path / "kiosk.token")
    kiosk.ask(qtbot)
    assert kiosk.kept() == lost
    kiosk.stop()


def test_a_disk_that_takes_nothing_leaves_the_device_with_its_token(
    qtbot: QtBot, hall: RunningHall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    kiosk = Device(hall, tmp_path / "kiosk.token")
    with monkeypatch.context() as patch:
        patch.setattr("common.files.durable.os.fdopen", full)
        kiosk.ask(qtbot)
    assert "cannot be kept" in caplog.text
    caplog.clear()
    hall.clock.move_on(days=1000)
    good(hall.get("/hall", kiosk.token))
    assert kiosk.kept() == kiosk.token
    kiosk.stop()


def test_a_device_that_was_paired_again_while_its_program_runs_keeps_the_new_pairing(
    qtbot: QtBot, hall: RunningHall, tmp_path: Path
) -> None:
    kiosk = Device(hall, tmp_path / "kiosk.token")
    kiosk.file.write_text("of the new pairing", encoding="utf-8")
    kiosk.ask(qtbot)
    assert kiosk.kept() == "of the new pairing"
    kiosk.stop()


def test_a_running_program_follows_a_hall_that_was_restored_with_its_key_of_before(
    qtbot: QtBot, tmp_path: Path
) -> None:
    data, key, saved = tmp_path / "data", tmp_path / "data-keys" / "hall.key", tmp_path / "saved.key"
    port = free_port()
    with hall_in_a_thread(tmp_path, port=port) as first:
        clock, device = first.clock, Device(first, tmp_path / "kiosk.token")
    shutil.copy(key, saved)
    shutil.copytree(data, tmp_path / "copy")
    assert admin.run(["--data", str(data), "key", "rotate"]) == 0
    with hall_in_a_thread(tmp_path, clock=clock, port=port):
        device.ask(qtbot)  # not due: by the new key another one follows
        clock.move_on(days=RENEW_AFTER.days)
        device.ask(qtbot)
        written = device.kept()
        assert written != device.token
    shutil.rmtree(data)
    shutil.copytree(tmp_path / "copy", data)
    shutil.copy(saved, key)
    with hall_in_a_thread(tmp_path, clock=clock, port=port) as restored:
        refused(restored.get("/hall", written), "token_unknown", 401)
        device.ask(qtbot)
        good(restored.get("/hall", device.kept()))
    device.stop()


def test_without_a_file_nothing_is_asked(qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        calls = HallCalls(HallAddresses([f"http://127.0.0.1:{server.getsockname()[1]}"]), "t")
        TokenRenewal(calls, "t", None).start()
        calls.call("GET", "/hall", None, lambda *_answer: None)
        server.setblocking(False)
        heard: list[bytes] = []

        def is_heard() -> bool:
            with contextlib.suppress(BlockingIOError):
                connection, _ = server.accept()
                with connection:
                    connection.settimeout(60)
                    heard.append(connection.recv(1000))
            return bool(heard)

        qtbot.waitUntil(is_heard, timeout=60_000)
        calls.stop()
    assert heard[0].startswith(b"GET "), "the first that the hall hears is another question"
