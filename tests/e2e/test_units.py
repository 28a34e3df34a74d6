"""Hall and centre, started by their units: they start again after a power cut, and after they stood still."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from bench.running_demo import ROOT, RunningDemo
from commands.hall_client import HallClient
from tests.helpers.ports import free_port
from tests.helpers.systemd_stand_in import RunningUnit

pytestmark = pytest.mark.full

HALL = ROOT / "deploy" / "hall" / "dawr-hall.service"
CENTRE = ROOT / "deploy" / "central" / "dawr-central.service"


@pytest.fixture
def demo(tmp_path: Path) -> dict[str, str]:
    with RunningDemo(tmp_path) as demo:
        tokens: dict[str, str] = demo.description["tokens"]
    return tokens


def hall_settings(folder: Path, port: int) -> Path:
    file = folder / "hall.toml"
    file.write_text(f'data = "{folder / "hall"}"\nhost = "127.0.0.1"\nport = {port}\n', encoding="utf-8")
    return file


def test_after_a_power_cut_the_hall_is_back_with_every_ticket(demo: dict[str, str], tmp_path: Path) -> None:
    port = free_port()
    kiosk = HallClient(f"http://127.0.0.1:{port}", demo["kiosk"])
    head = HallClient(f"http://127.0.0.1:{port}", demo["head"])
    with RunningUnit(HALL, {}, settings=hall_settings(tmp_path, port)) as unit:
        for cut in range(1, 4):
            ticket = kiosk.post("/visits", {"service": "A"})
            unit.signal(signal.SIGKILL)
            back_s = unit.await_ready(cut + 1)
            assert back_s < 30
            assert head.get(f"/visits/{ticket['visit']}")["ticket"] == ticket["ticket"]


def test_a_hall_that_stands_still_is_started_again(demo: dict[str, str], tmp_path: Path) -> None:
    port = free_port()
    with RunningUnit(HALL, {}, settings=hall_settings(tmp_path, port), watchdog_s=2) as unit:
        ticket = HallClient(f"http://127.0.0.1:{port}", demo["kiosk"]).post("/visits", {"service": "A"})
        unit.signal(signal.SIGSTOP)
        unit.await_ready(2)
        head = HallClient(f"http://127.0.0.1:{port}", demo["head"])
        assert head.get(f"/visits/{ticket['visit']}")["ticket"] == ticket["ticket"]


def test_a_centre_comes_back_too(tmp_path: Path) -> None:
    settings = tmp_path / "central.toml"
    settings.write_text(f'data = "{tmp_path / "centre"}"\nport = {free_port()}\n', encoding="utf-8")
    with RunningUnit(CENTRE, {}, settings=settings, watchdog_s=4) as unit:
        unit.signal(signal.SIGKILL)
        unit.await_ready(2)
        unit.signal(signal.SIGSTOP)
        unit.await_ready(3)
