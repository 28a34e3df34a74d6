"""Volume by the mixer's own program, brightness by the kernel's own file; a message says which is missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.device.machine import DARKEST_PERCENT, MachineError, _run, change

pytestmark = pytest.mark.process


class Mixer:
    """An amixer as alsa-utils 1.2 answers."""

    def __init__(self, percent: int) -> None:
        self.percent, self.asked = percent, []

    def __call__(self, command: Sequence[str]) -> tuple[int, str]:
        self.asked.append(list(command))
        if "sset" in command:
            self.percent = int(command[4].rstrip("%"))
        return 0, f"Simple mixer control 'Master',0\n  Front Left: Playback 42000 [{self.percent}%] [on]\n"


@pytest.mark.parametrize(("now", "by", "then"), [(60, 10, 70), (95, 10, 100), (5, -10, 0), (60, 0, 60)])
def test_the_loudness_moves_within_its_bounds(now: int, by: int, then: int) -> None:
    mixer = Mixer(now)
    assert change("volume", by, mixer) == then
    assert (len(mixer.asked) == 1) is (by == 0)


def test_a_machine_without_a_mixer_says_so() -> None:
    with pytest.raises(MachineError, match="no sound card"):
        change("volume", 10, lambda _: (1, "no sound card"))
    with pytest.raises(MachineError, match="no volume"):
        change("volume", 10, lambda _: (0, ""))


@pytest.fixture
def backlights(tmp_path: Path) -> Path:
    (tmp_path / "intel").mkdir()
    (tmp_path / "intel" / "max_brightness").write_text("500\n")
    (tmp_path / "intel" / "brightness").write_text("250\n")
    return tmp_path


@pytest.mark.parametrize(("by", "then"), [(0, 50), (10, 60), (60, 100), (-90, DARKEST_PERCENT)])
def test_the_screen_gets_brighter_and_never_dark(backlights: Path, by: int, then: int) -> None:
    assert change("brightness", by, backlights=backlights) == then
    assert int((backlights / "intel" / "brightness").read_text()) == then * 5


def test_a_screen_that_cannot_be_set_says_why(backlights: Path, tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="own buttons"):
        change("brightness", 10, backlights=tmp_path / "none")
    (backlights / "intel" / "brightness").write_text("soon")
    with pytest.raises(MachineError, match="intel"):
        change("brightness", 10, backlights=backlights)


def test_a_program_that_is_not_there_is_named() -> None:
    status, said = _run(["no-such-mixer", "sget"])
    assert status
    assert "no-such-mixer is not on this machine" in said
    assert _run(["sh", "-c", "echo told"]) == (0, "told\n")
