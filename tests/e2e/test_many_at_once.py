"""Sixteen counters and sixteen kiosks at one moment: every call and every number exactly once, on both databases."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.processes.at_once import at_once
from bench.running_demo import ROOT
from commands.hall_client import HallClient
from tests.e2e.conftest import StartDemo

pytestmark = pytest.mark.full

WAITING = 200


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.dialect])])
def database(request: pytest.FixtureRequest) -> str | None:
    """Return the database address for the demo, or None for its own SQLite file."""
    return None if request.param == "sqlite" else str(request.getfixturevalue("postgres_url")())


def test_sixteen_counters_call_two_hundred_visits_once_each(start_demo: StartDemo, database: str | None) -> None:
    demo = start_demo(size="large", database=database).description
    kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
    services = [service["code"] for service in kiosk.get("/hall")["services"]]
    issued = [kiosk.post("/visits", {"service": services[n % len(services)]})["visit"] for n in range(WAITING)]
    answers = at_once([("counter", demo["hall"], demo["tokens"]["counters"][str(n)], str(n)) for n in range(1, 17)])
    called = [visit for answer in answers for visit in answer["called"]]
    assert [answer["errors"] for answer in answers] == [[]] * 16
    assert len(called) == WAITING
    assert sorted(called) == sorted(issued)


def test_sixteen_kiosks_never_give_a_number_twice(start_demo: StartDemo, database: str | None) -> None:
    demo = start_demo(size="large", database=database).description
    answers = at_once([("kiosk", demo["hall"], demo["tokens"]["kiosk"], "A", "25")] * 16)
    tickets = [ticket for answer in answers for _, ticket in answer["issued"]]
    assert [answer["errors"] for answer in answers] == [[]] * 16
    assert sorted(tickets) == [f"A{n:03}" for n in range(1, 401)]


def test_a_second_hall_service_on_the_same_file_is_refused(start_demo: StartDemo) -> None:
    demo = start_demo(size="small")
    data = demo.folder / "hall"
    second = _hall(data)
    assert second.returncode != 0
    assert "already" in second.stderr.lower()
    HallClient(demo.description["hall"], demo.description["tokens"]["kiosk"]).get("/hall")


def _hall(data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), "hall", "--data", str(data), "--port", "0"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
