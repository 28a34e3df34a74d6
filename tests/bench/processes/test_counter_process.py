from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from counter_client.config import SESSION_ENV
from tests.helpers.fake_hall_counter import fake_hall
from tests.helpers.fake_hall_state import COUNTER


@pytest.mark.full
def test_every_press_of_every_visit_is_measured(tmp_path: Path) -> None:
    with fake_hall() as hall:
        hall.state.sign_in("said", "471829")
        for n in range(3):
            hall.state.issue(f"A00{n}", "A")
        done = subprocess.run(
            [sys.executable, "-m", "bench.processes.counter_process", hall.url, str(COUNTER), "2"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={"PATH": "/usr/bin", SESSION_ENV: hall.state.token, "HOME": str(tmp_path)},
        )
    assert done.returncode == 0, done.stderr
    ready, figures = done.stdout.splitlines()
    took = json.loads(figures)
    assert ready == "ready"
    assert {what: len(some) for what, some in took.items()} == {"call": 2, "begin": 2, "ask": 2, "finish": 2}
    assert all(0 < ms < 20_000 for some in took.values() for ms in some)
