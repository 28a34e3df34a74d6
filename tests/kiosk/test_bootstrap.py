from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import bootstrap
from qtkit.single_instance import SingleInstance
from tests.helpers.fake_hall import FakeHall
from tests.kiosk.conftest import Start

pytestmark = pytest.mark.process

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_the_program_writes_the_asked_picture_and_ends(hall: FakeHall, tmp_path: Path, size: str) -> None:
    picture = tmp_path / "kiosk.png"
    arguments = ["--hall", hall.url, "--size", size, "--picture", str(picture)]
    arguments += ["--device", "kiosk", "--printer", "memory:"]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; from commands.kiosk import run; sys.exit(run({arguments!r}))"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "DAWR_TOKEN": hall.token},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 10_000


def test_a_crash_shows_the_calm_screen_before_the_restart(
    hall: FakeHall, start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hand = start(hall)
    hand.sees("welcome")
    restarted: list[bool] = []
    monkeypatch.setattr(bootstrap, "restart", lambda: restarted.append(True))
    seat = SingleInstance("kiosk", tmp_path)
    seat.take()
    bootstrap._calm_down(hand.running, seat, 0.01)
    hand.sees("notice")
    assert not hand.window.isEnabled()
    hand.sees_that(lambda: restarted == [True])
    SingleInstance("kiosk", tmp_path).take()


def test_what_somebody_lets_happen_to_the_paper_of_the_demo_is_on_the_screen(
    hall: FakeHall, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk.views.paper_roll import PaperRoll

    monkeypatch.setattr(PaperRoll, "show", lambda roll: None)
    hand = start(hall)
    bootstrap._show_paper(hand.running)
    hand.sees("welcome")
    (roll,) = hand.window.findChildren(PaperRoll)
    roll.fault_wanted.emit("paper-out")
    hand.sees("notice")
    roll.fault_wanted.emit("refill")
    hand.sees("welcome")


def test_the_paper_of_the_demo_slides_out(hall: FakeHall, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.views.paper_roll import PaperRoll

    shown: list[int] = []
    monkeypatch.setattr(PaperRoll, "show", lambda roll: None)  # the offscreen platform cannot raise a window
    monkeypatch.setattr(PaperRoll, "show_sheet", lambda roll, sheet: shown.append(sheet.height()))
    hand = start(hall)
    bootstrap._show_paper(hand.running)
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.touch("tile_A")
    hand.sees_that(lambda: bool(shown))
    assert shown[0] > 500
