"""The child process of the forecasts ends with its hall, however the hall ends."""

from __future__ import annotations

import signal
from pathlib import Path

import psutil
import pytest

from tests.helpers.hall_process import HallProcess, prepare_hall


@pytest.mark.parametrize(
    "number",
    [signal.SIGKILL, *(pytest.param(number, marks=pytest.mark.full) for number in (signal.SIGTERM, signal.SIGINT))],
)
def test_no_child_outlives_its_hall(number: signal.Signals, tmp_path: Path) -> None:
    with HallProcess(prepare_hall(tmp_path, tickets=3)) as hall:
        assert hall.ask("GET", "/outlook", "head").status_code == 200
        children = psutil.Process(hall.pid).children(recursive=True)
        assert any("multiprocessing.spawn" in " ".join(child.cmdline()) for child in children)
        hall.signal(number)
        assert hall.ended() == {signal.SIGKILL: -9}.get(number, 0)
        _gone, left = psutil.wait_procs(children, timeout=60)
        assert left == []
        assert "Traceback" not in hall.log()
