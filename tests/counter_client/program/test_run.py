from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from counter_client.config import SESSION_ENV, WINDOW_PX
from counter_client.program import run
from counter_client.program.run import SILENCE_MS
from tests.counter_client.conftest import running_seat
from tests.helpers.fake_hall_counter import FakeHall
from tests.helpers.fake_hall_state import DEVICE_TOKEN


def test_a_cut_is_on_the_screen_within_ten_seconds() -> None:
    signs_of_life_ms, painting_ms = 2000, 100
    assert 2 * signs_of_life_ms < SILENCE_MS
    assert SILENCE_MS + painting_ms < 10_000


def test_the_window_has_its_usual_size_and_can_be_made_larger(hall: FakeHall, qtbot: QtBot) -> None:
    with running_seat(hall, "ar", qtbot) as seat:
        window = seat.counter.window
        assert (window.width(), window.height()) == WINDOW_PX
        window.resize(1900, 1000)
        assert window.width() == 1900


@pytest.mark.process
def test_the_program_itself_starts_takes_its_picture_and_ends(hall: FakeHall, tmp_path: Path) -> None:
    file = tmp_path / "counter.png"
    options = ["--hall", hall.url, "--counter", "3", "--token", DEVICE_TOKEN, "--language", "en", "--size", "1100x720"]
    start = "import sys; from commands.run.counter import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", start, *options, "--picture", str(file), "--picture-delay-ms", "50"],
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    (line,) = done.stderr.splitlines()
    assert (done.returncode, line.endswith(f"INFO qtkit.hall.live_link: hall {hall.url}: connected")) == (0, True), line
    assert (QImage(str(file)).width(), QImage(str(file)).height()) == (1100, 720)


def test_after_a_fault_of_its_own_the_program_starts_again_with_the_agent_still_signed_in(
    hall: FakeHall, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(run, "restart", lambda: started.append(os.environ[SESSION_ENV]))
    monkeypatch.setenv(SESSION_ENV, "")
    with running_seat(hall, "en", qtbot) as seat:
        seat.sign_in()
        run.show_crash(seat.counter, 0.01)
        assert seat.find("crash").isVisible()
        assert not seat.find("crash_back").isVisible()
        qtbot.waitUntil(lambda: bool(started), timeout=60_000)
    assert started == [hall.state.token]
