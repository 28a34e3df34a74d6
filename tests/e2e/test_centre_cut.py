"""The network to the centre cut in the middle of batches, answers lost, batches repeated: both sides' counts agree."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.running_demo import ROOT, RunningDemo
from commands.demo import tokens as demo_tokens
from commands.hall_client import HallClient
from commands.runtime.process_group import Family
from tests.helpers.fault_proxy import FAULTS, fault_proxy
from tests.helpers.hall_alone import HallAlone
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full

SERVICES = "ALTMFHR"


@pytest.mark.parametrize("visits", [60, pytest.param(600, marks=[pytest.mark.full, pytest.mark.timeout(600)])])
def test_every_visit_arrives_once_whatever_the_network_does(tmp_path: Path, visits: int) -> None:
    with RunningDemo(tmp_path / "demo", size="middle"):
        pass
    tokens = demo_tokens.load(tmp_path / "demo")
    rng = random.Random(visits)
    faulty = True

    def fault() -> str | None:
        # Every second request goes wrong while the network is bad; live figures go the same way as batches.
        return rng.choice(FAULTS) if faulty and rng.random() < 0.5 else None

    with Family(tmp_path / "logs") as family:
        centre = family.address(family.start("central", ["--data", str(tmp_path / "demo/centre"), "--port", "0"]))
        with fault_proxy(centre, fault) as proxy:
            to_centre = ["--centre", proxy.url, "--centre-token", tokens.centre]
            with HallAlone(tmp_path / "demo", *to_centre) as hall:
                _serve(hall.base, tokens, visits)
                until(lambda: len(set(proxy.done)) > 2, "the network does its worst", lambda: proxy.done, timeout_s=60)
                # Kill the hall with batches on their way, and let the network heal
                hall.kill()
                hall.start()
                faulty = False
                until(
                    lambda: _sync(tmp_path, "status", centre, tokens.centre)["unsent"] == 0,
                    "everything arrives",
                    lambda: _sync(tmp_path, "status", centre, tokens.centre),
                    timeout_s=90,
                )
                status = _sync(tmp_path, "status", centre, tokens.centre)
                compared = _sync(tmp_path, "verify", centre, tokens.centre)
    assert status["quarantined"] == []
    assert compared["differing"] == []
    assert compared["visits"] == compared["centre_visits"] == visits


def _serve(base: str, tokens: demo_tokens.DemoTokens, visits: int) -> None:
    kiosk, counter = HallClient(base, tokens.kiosk), HallClient(base, tokens.counters["7"])
    for number in range(visits):
        kiosk.post("/visits", {"service": SERVICES[number % len(SERVICES)]})
        assert counter.post("/counters/7/call-next") is not None
        counter.post("/counters/7/begin")
        counter.post("/counters/7/finish", {"outcome": "completed"})


def _sync(folder: Path, what: str, centre: str, token: str) -> dict[str, Any]:
    settings = folder / "hall.toml"
    settings.write_text(f'centre = "{centre}"\n', encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            str(ROOT / "main.py"),
            "sync",
            what,
            "--data",
            str(folder / "demo/hall"),
            "--config",
            str(settings),
            "--json",
        ],
        env={**os.environ, "HALL_CENTRE_TOKEN": token},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
