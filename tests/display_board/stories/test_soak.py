"""A board runs for months: what it shows must not cost more memory each day."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.display_board.stories import soak_process

pytestmark = [pytest.mark.full, pytest.mark.process]

ROOT = Path(__file__).resolve().parents[3]
GROWTH_MB = 5.0
DAY = 2_000


def lived(days: int, calls: int, folder: Path, time_out_s: float) -> dict[str, list[float] | int]:
    """Let a board live in a separate process, and return what it says of it."""
    command = [sys.executable, "-m", soak_process.__name__, str(days), str(calls), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=time_out_s)
    assert done.returncode == 0, done.stderr
    told: dict[str, list[float] | int] = json.loads(done.stdout)
    return told


def check(told: dict[str, list[float] | int], days: int, calls: int) -> None:
    memory = told["memory_mb"]
    assert isinstance(memory, list)
    assert len(memory) == days
    assert max(memory) - memory[0] <= GROWTH_MB, memory
    announced = days * (calls + -(-calls // 10))
    assert told["heard"] == announced
    assert told["shown"] == announced
    assert told["played"] > 0


def test_two_short_days_do_not_grow(tmp_path: Path) -> None:
    check(lived(2, 60, tmp_path, 100), 2, 60)


@pytest.mark.timeout(3000)
def test_a_week_of_two_thousand_calls_a_day_grows_by_five_megabytes_at_most(tmp_path: Path) -> None:
    check(lived(7, DAY, tmp_path, 2900), 7, DAY)
