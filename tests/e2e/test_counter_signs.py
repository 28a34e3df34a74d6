"""LED counter signs on real processes: a call is on its sign within a second, a killed hall leaves it standing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.running_demo import ROOT, RunningDemo
from commands.demo import tokens as demo_tokens
from commands.demo.tokens import DemoTokens
from commands.hall_client import HallClient
from serial_devices.line.fake_port import FakePort
from serial_devices.signs.fake_signs import FakeSigns
from serial_devices.signs.models import read_models
from tests.helpers.hall_alone import HallAlone
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full

PLAIN = read_models()["plain"].template
WITHIN_S = 1.0


@contextmanager
def signs_process(hall: str, token: str, port: FakePort, log: Path) -> Iterator[None]:
    """Run `main.py signs` on the fake port until the block ends."""
    options = ["--hall", hall, "--url", f"serial://{port.path}?counters=1-4&model=plain", "--blink-s", "0"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "signs", *options],
            stdout=out,
            stderr=out,
            env={**os.environ, "DAWR_TOKEN": token},
        )
        try:
            yield
        finally:
            process.terminate()
            assert process.wait(timeout=60) == 0, log.read_text(encoding="utf-8")


class Desk:
    """Counter 3's agent, and the eye on his sign."""

    def __init__(self, hall: str, tokens: DemoTokens, bus: FakeSigns, log: Path) -> None:
        self.kiosk = HallClient(hall, tokens.kiosk)
        self.counter = HallClient(hall, tokens.counters["3"])
        self.bus, self.log = bus, log

    def service(self) -> str:
        rows: list[dict[str, Any]] = self.kiosk.get("/hall")["counters"]
        return str(next(row["services"][0] for row in rows if row["counter"] == 3))

    def call_next(self) -> tuple[str, float]:
        """Call, and return the number and the seconds until its sign shows it."""
        begun = time.monotonic()
        ticket = str(self.counter.post("/counters/3/call-next")["ticket"])
        self.shows(ticket)
        shown = next(at for at, address, text in reversed(self.bus.history) if (address, text) == (3, ticket))
        return ticket, shown - begun

    def end(self) -> None:
        self.counter.post("/counters/3/begin")
        self.counter.post("/counters/3/finish", {"outcome": "completed"})
        self.shows("")

    def shows(self, text: str) -> None:
        until(
            lambda: self.bus.shown[3] == text,
            f"sign 3 shows {text!r}",
            lambda: (self.bus.shown, self.log.read_text(encoding="utf-8")[-2000:]),
            timeout_s=60,
        )


@pytest.mark.timeout(240)
def test_a_call_is_on_its_sign_in_a_second_and_a_killed_hall_leaves_it_standing(tmp_path: Path) -> None:
    with RunningDemo(tmp_path / "demo") as demo:
        tokens = demo_tokens.load(demo.folder)
    bus, log = FakeSigns(PLAIN, (1, 2, 3, 4)), tmp_path / "signs.log"
    with ExitStack() as stack:
        hall = stack.enter_context(HallAlone(tmp_path / "demo"))
        port = stack.enter_context(FakePort(bus.write))
        stack.enter_context(signs_process(hall.base, tokens.board, port, log))
        desk = Desk(hall.base, tokens, bus, log)
        for _ in range(5):
            desk.kiosk.post("/visits", {"service": desk.service()})
        until(lambda: bus.frames >= 4, "the signs are spoken to", lambda: log.read_text(encoding="utf-8"), timeout_s=60)
        took_s = []
        for _ in range(3):
            took_s.append(desk.call_next()[1])
            desk.end()
        ticket, last_s = desk.call_next()
        # The best of four: a machine that is busy with something else may lose a second once, not each time.
        assert min(*took_s, last_s) < WITHIN_S

        hall.kill()
        until(lambda: "away" in log.read_text(encoding="utf-8"), "the cut is noticed", lambda: bus.shown, timeout_s=60)
        repeats = bus.frames
        until(lambda: bus.frames >= repeats + 4, "numbers are repeated without it", lambda: bus.shown, timeout_s=60)
        assert bus.shown == {1: "", 2: "", 3: ticket, 4: ""}

        hall.start()
        desk.counter.post("/counters/3/begin")
        desk.counter.post("/counters/3/finish", {"outcome": "completed"})
        desk.shows("")
        desk.call_next()
        assert bus.foreign == set()
    assert bus.shown == dict.fromkeys((1, 2, 3, 4), "")
