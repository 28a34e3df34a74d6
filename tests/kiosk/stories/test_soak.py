"""A day of visitors costs a kiosk no memory: what grows each day ends a kiosk that runs for months."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kiosk.printing.recent_tickets import KEPT
from tests.helpers.fake_hall import FakeHall, own_numbers
from tests.helpers.replacing import replace

pytestmark = [pytest.mark.full, pytest.mark.process]

ROOT = Path(__file__).resolve().parents[3]
GROWTH_MB = 5.0


FACTS = ("visit_issued", "visit_called", "visit_begun", "visit_finished", "settings_changed")
MIDNIGHT_EVERY = 1000
"""The number of facts after which the day ends; the next one begins a little later."""


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("visitors", [40, 400])
def test_memory_does_not_grow_with_visitors(
    hall: FakeHall, tmp_path: Path, visitors: int, capsys: pytest.CaptureFixture[str]
) -> None:
    hall.numbers = own_numbers()
    hall.hall = replace(hall.hall, languages=("ar", "en", "ur", "hi", "bn"))
    told = a_day_of(hall, tmp_path, visitors)
    if visitors >= 400:
        with capsys.disabled():
            sys.stdout.write(f"\n{table(visitors, told)}\n")
    assert len(hall.issued) == visitors
    assert told["recent"] == min(visitors, KEPT)
    assert told["did"]["live facts"] > visitors
    # The first tenths load what is loaded once: each service's picture, all languages, other looks, the staff's menu.
    settled, last = told["memory_mb"][4], told["memory_mb"][-1]
    assert last - settled <= GROWTH_MB, told["memory_mb"]


def a_day_of(hall: FakeHall, folder: Path, visitors: int) -> dict[str, Any]:
    """Run the day; meanwhile the hall tells what happens at its counters, and a day ends now and then."""
    command = [sys.executable, "-m", "tests.kiosk.stories.soak_process", hall.url, str(visitors), str(folder)]
    environment = {**os.environ, "DAWR_TOKEN": hall.token}
    said = folder / "said.txt"
    with (
        said.open("w") as stderr,
        subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            env=environment,
        ) as process,
    ):
        for nth in count():
            try:
                process.wait(0.03)
                break
            except subprocess.TimeoutExpired:
                hall.tell(FACTS[nth % len(FACTS)] if nth % 100 == 0 else FACTS[nth % (len(FACTS) - 1)])
            if nth % MIDNIGHT_EVERY in {MIDNIGHT_EVERY // 2, MIDNIGHT_EVERY // 2 + 10}:
                hall.set_day("closed" if nth % MIDNIGHT_EVERY == MIDNIGHT_EVERY // 2 else "open")
        assert process.stdout is not None
        answer = process.stdout.read()
    assert process.returncode == 0, said.read_text()[-3000:]
    told: dict[str, Any] = json.loads(answer)
    return told


def table(visitors: int, told: dict[str, Any]) -> str:
    """Return what was done, and the memory after each tenth."""
    did = ", ".join(f"{many} {what}" for what, many in sorted(told["did"].items()))
    rows = [f"{visitors * (at + 1) // 10:>6} visitors {mb:8.1f} MB" for at, mb in enumerate(told["memory_mb"])]
    return "\n".join([did, *rows])
