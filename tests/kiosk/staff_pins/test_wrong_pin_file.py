"""Wrong PINs outlive the program; a clock that goes wrong neither shortens nor lengthens the wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff_pins.pin_throttle import PinGuard
from kiosk.staff_pins.wrong_pin_file import PinTries

NOON = 1_772_000_000.0


def tries(folder: Path, epoch_s: float = NOON) -> PinTries:
    return PinTries.beside(folder / "kiosk_pins.json", lambda: epoch_s)


def test_without_a_file_there_was_no_wrong_one(tmp_path: Path) -> None:
    assert tries(tmp_path).guard(10.0) == PinGuard()
    assert list(tmp_path.iterdir()) == [], "looking leaves nothing behind"


@pytest.mark.parametrize(
    ("passed_s", "left_s"),
    [(0.0, 60), (20.0, 40), (60.0, 0), (86_400.0, 0), (-3600.0, 60), (-NOON, 60)],
    ids=["at once", "later", "in time", "next day", "set back", "battery empty"],
)
def test_a_restart_waits_for_what_is_left(tmp_path: Path, passed_s: float, left_s: int) -> None:
    tries(tmp_path).keep(4)
    guard = tries(tmp_path, NOON + passed_s).guard(5.0)
    assert (guard.failures, guard.wait_s(5.0)) == (4, left_s)


def test_a_right_pin_forgets_them_and_may_do_so_twice(tmp_path: Path) -> None:
    tries(tmp_path).keep(7)
    tries(tmp_path).keep(0)
    tries(tmp_path).keep(0)
    assert tries(tmp_path).guard(0.0) == PinGuard()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.allow_logs
@pytest.mark.parametrize("kept", ["", "[]", '{"failures": 3}', '{"failures": "many", "at": 1}', "{", "\x00"])
def test_a_damaged_file_is_logged_and_locks_nobody_out(
    tmp_path: Path, kept: str, caplog: pytest.LogCaptureFixture
) -> None:
    tries(tmp_path).file.write_text(kept, encoding="utf-8")
    assert tries(tmp_path).guard(0.0) == PinGuard()
    assert "cannot be read" in caplog.text


@pytest.mark.parametrize("at", ["NaN", "Infinity", "-Infinity"])
def test_a_moment_that_is_none_costs_the_whole_wait(tmp_path: Path, at: str) -> None:
    tries(tmp_path).file.write_text(f'{{"failures": 3, "at": {at}}}', encoding="utf-8")
    assert tries(tmp_path).guard(0.0).wait_s(0.0) == 30


@pytest.mark.allow_logs
def test_a_folder_that_takes_no_file_is_logged_and_stops_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "none").write_text("a file where the folder should be", encoding="utf-8")
    tries(tmp_path / "none").keep(3)
    assert "cannot be kept" in caplog.text
