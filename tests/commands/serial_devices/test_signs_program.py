"""The signs of a real hall over real HTTP, on a pseudo-terminal, with signs that read their frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commands.serial_devices.signs_program import SignsProgram
from serial_devices.errors import LineError, LineFault
from serial_devices.line.fake_port import FakePort
from serial_devices.line.serial_line import SerialLine
from serial_devices.signs.fake_signs import FakeSigns
from serial_devices.signs.models import read_models
from tests.commands.serial_devices.test_signs_settings import settings
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread

WAIT_MS = 20_000
PLAIN = read_models()["plain"].template


@dataclass
class Bench:
    """A hall with an agent at counter 1, and the signs of counters 1 and 2."""

    hall: RunningHall
    qtbot: QtBot
    agent: str
    bus: FakeSigns = field(default_factory=lambda: FakeSigns(PLAIN, (1, 12)))

    def do(self, what: str, body: Any = None) -> dict[str, Any]:
        return good(self.hall.post(f"/counters/1/{what}", self.agent, body))

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=WAIT_MS)

    def shows(self, text: str) -> None:
        self.until(lambda: self.bus.shown[1] == text)

    @contextmanager
    def signs(self, port: FakePort, *more: str, line: Callable[[Any], Any] | None = None) -> Iterator[SignsProgram]:
        options = ["--hall", self.hall.base, "--token", self.hall.tokens["board"], "--address", "2=12", *more]
        program = SignsProgram(settings(*options, "--blink-s", "0", "--url", f"serial://{port.path}"), open_line=line)
        program.start()
        try:
            yield program
        finally:
            program.stop()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    with hall_in_a_thread(tmp_path) as hall:
        yield Bench(hall, qtbot, hall.sign_in())


def test_a_counters_sign_follows_its_visit_from_call_to_finish(bench: Bench) -> None:
    bench.hall.issue()
    with FakePort(bench.bus.write) as port, bench.signs(port):
        bench.do("call-next")
        bench.shows("A001")
        bench.do("begin")
        bench.do("finish", {"outcome": "completed"})
        bench.shows("")
    assert bench.bus.foreign == set()
    assert bench.bus.shown[12] == ""


def test_signs_that_come_up_in_mid_day_show_calls_and_who_is_served(bench: Bench) -> None:
    bench.hall.issue()
    bench.do("call-next")
    bench.do("begin")
    with FakePort(bench.bus.write) as port, bench.signs(port):
        bench.shows("A001")


def test_the_signs_are_dark_when_the_program_ends(bench: Bench) -> None:
    bench.hall.issue()
    bench.do("call-next")
    with FakePort(bench.bus.write) as port:
        with bench.signs(port):
            bench.shows("A001")
        bench.shows("")


@pytest.mark.allow_logs
def test_a_line_that_breaks_is_told_to_the_hall_and_mends_by_itself(bench: Bench) -> None:
    device = bench.hall.devices["board"]
    bench.hall.issue()
    bench.do("call-next")

    def state() -> str:
        rows = good(bench.hall.get("/devices", "head"))
        return str(next(row["state"] for row in rows if row["device"] == device))

    with FakePort(bench.bus.write) as port, bench.signs(port, "--device", device, line=Loose) as program:
        bench.until(lambda: state() == "ok" and program.wrong == {port.path: ""})
        Loose.pulled = True
        bench.until(lambda: state() == "failed")
        assert "pulled out" in program.wrong[port.path]
        bench.bus.lose_power(1)
        Loose.pulled = False
        bench.shows("A001")
        bench.until(lambda: state() == "ok")


class Loose(SerialLine):
    """A serial line that a test can pull out and put in again."""

    pulled = False

    def __init__(self, line: Any) -> None:
        super().__init__(line.port)
        Loose.pulled = False

    def open(self) -> None:
        self._look()
        super().open()

    def read(self, timeout_s: float) -> bytes:
        self._look()
        return super().read(timeout_s)

    def _look(self) -> None:
        if Loose.pulled:
            raise LineError(LineFault.UNPLUGGED, "the line was pulled out")


@pytest.mark.allow_logs
def test_addresses_that_the_model_does_not_know_are_never_written_to(bench: Bench) -> None:
    with FakePort(bench.bus.write) as port, bench.signs(port, "--address", "1=100") as program:
        bench.until(lambda: "counter 1 has address 100" in program.wrong.get(port.path, ""))
    assert bench.bus.frames == 0


@pytest.mark.allow_logs
def test_a_token_that_is_not_known_is_said(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bench.hall.tokens["board"] = "unknown"
    with FakePort(bench.bus.write) as port, bench.signs(port):
        bench.until(lambda: "refuses this device (token_unknown)" in caplog.text)
    assert bench.bus.frames == 0


def test_what_was_called_while_the_link_was_cut_is_right_when_it_is_back(bench: Bench) -> None:
    bench.hall.issue()
    with FakePort(bench.bus.write) as port, bench.signs(port) as program:
        bench.until(lambda: bench.bus.frames >= 2)
        program.link.stop()
        bench.do("call-next")
        bench.do("begin")
        program.link.start()
        bench.shows("A001")


def test_the_hall_hears_that_the_program_lives(bench: Bench) -> None:
    device = bench.hall.devices["board"]

    def last_seen() -> object:
        rows = good(bench.hall.get("/devices", "head"))
        return next(row["last_seen"] for row in rows if row["device"] == device)

    with FakePort(bench.bus.write) as port, bench.signs(port):
        bench.until(lambda: last_seen() is not None)


def test_a_counter_that_is_added_gets_its_sign_without_a_restart(bench: Bench) -> None:
    with FakePort(bench.bus.write) as port, bench.signs(port) as program:
        bench.until(lambda: bench.bus.frames >= 2)
        hall = good(bench.hall.get("/hall", "board"))
        third = {**hall["counters"][0], "counter": 3}
        bench.bus.addresses = (*bench.bus.addresses, 3)
        bench.bus.shown[3] = "?"
        program._take_hall({**hall, "counters": [*hall["counters"], third]}, None)
        bench.until(lambda: bench.bus.shown[3] == "")
    assert bench.bus.foreign == set()
