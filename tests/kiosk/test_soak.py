"""A day of visitors costs a kiosk no memory: what grows each day ends a kiosk that runs for months."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.recent_tickets import KEPT
from tests.helpers.fake_hall import FakeHall, own_numbers

log = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
GROWTH_MB = 5.0


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("visitors", [40, pytest.param(400, marks=pytest.mark.long)])
def test_memory_does_not_grow_with_visitors(hall: FakeHall, tmp_path: Path, visitors: int) -> None:
    hall.numbers = own_numbers()
    done = subprocess.run(
        [sys.executable, "-m", "tests.kiosk.soak_process", hall.url, str(visitors), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "DAWR_TOKEN": hall.token},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    log.info("%d visitors: %s MB", visitors, told["memory_mb"])
    assert len(hall.issued) == visitors
    assert told["recent"] == min(visitors, KEPT)
    # The first tenths load what is loaded once: each service's picture, both languages, other looks, the staff's menu.
    settled, last = told["memory_mb"][4], told["memory_mb"][-1]
    assert last - settled <= GROWTH_MB, told["memory_mb"]
