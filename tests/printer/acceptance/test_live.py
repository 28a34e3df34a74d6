"""A printer written by others, alive on TCP and on a serial port: asked, printed to, and in trouble."""

from __future__ import annotations

import io
import os
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from contracts.words.hall import PrintState
from printer.emulator.fakes import Build, MemoryPrinter
from printer.escpos.status import Paper
from printer.printer import Printer, open_printer
from printer.spool.attempt import ConfirmedBy
from printer.transport.wire import Fault
from tests.helpers.acceptance_environment import interpreter
from tests.helpers.ports import free_port
from tests.printer.acceptance.printed import Printed, differing, inked
from tests.printer.samples import ticket

DEADLINE_S = 30.0


@dataclass(frozen=True)
class Live:
    """The running printer of others: where to print to, and where its keeper asks and breaks it."""

    tcp: str
    serial: str
    api: str

    def call(self, method: str, path: str) -> bytes:
        request = urllib.request.Request(f"{self.api}{path}", method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return bytes(answer.read())

    def fault(self, name: str, *, on: bool) -> None:
        self.call("PUT" if on else "DELETE", f"/devices/ticket/faults/{name}")

    def paper(self) -> Printed:
        png = self.call("GET", "/devices/ticket/receipts/latest/image")
        with Image.open(io.BytesIO(png)) as picture:
            return Printed(picture.convert("1"), 1, [], [])


@pytest.fixture(scope="module")
def live(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    python, folder = interpreter("emupos"), tmp_path_factory.mktemp("emupos")
    port, api = free_port(), free_port()
    (folder / "emupos.yaml").write_text(
        f"""schema: 1
api: {{port: {api}}}
devices:
  - id: ticket
    type: printer
    profile: epson-tm-t20iii
    connections:
      - tcp: {{port: {port}}}
      - serial: {{pty: true, link: ticket}}
""",
        encoding="utf-8",
    )
    told = (folder / "emupos.log").open("w+")
    process = subprocess.Popen(
        [python.with_name("emupos"), "run", "--config", folder / "emupos.yaml"],
        cwd=folder, env={**os.environ, "TMPDIR": str(folder)}, stdout=told,
        stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    it = Live(
        f"tcp://127.0.0.1:{port}", f"serial://{folder}/emupos/ticket?baud=115200", f"http://127.0.0.1:{api}/api/v1"
    )
    try:
        _until_there(it, process, Path(told.name))
        yield it
    finally:
        process.terminate()
        process.wait(timeout=60)
        told.close()


def _until_there(it: Live, process: subprocess.Popen[bytes], log: Path) -> None:
    end, pause = time.monotonic() + DEADLINE_S, threading.Event()
    while time.monotonic() < end:
        assert process.poll() is None, f"emupos did not start: {log.read_text()[-800:]}"
        try:
            it.call("GET", "/devices")
        except (urllib.error.URLError, ConnectionError):
            pause.wait(0.05)
            continue
        return
    pytest.fail(f"emupos was not there within {DEADLINE_S} s: {log.read_text()[-800:]}")


@pytest.fixture(params=["tcp", "serial"])
def printer(request: pytest.FixtureRequest, live: Live) -> Iterator[Printer]:
    made = open_printer(live.tcp if request.param == "tcp" else live.serial)
    yield made
    made.close()


def rows_of(printer: Printer) -> list[bytes]:
    """Return what our own memory printer makes of the bytes that this printer is sent."""
    memory = MemoryPrinter(Build(dots=576))
    for segment in printer.segments(ticket()):
        memory.take(segment)
    return inked(list(memory.sheets[-1].rows))


def test_it_is_healthy_and_a_ticket_is_confirmed_and_whole(printer: Printer, live: Live) -> None:
    status = printer.status()
    assert (status.reachable, status.answers, status.paper, status.fault) == (True, True, Paper.OK, None)
    result = printer.print_ticket(ticket(), "a1")
    assert (result.state, result.confirmed_by) == (PrintState.CONFIRMED, ConfirmedBy.FENCE)
    rows = rows_of(printer)
    assert differing(live.paper().rows(), rows) == 0


@pytest.mark.parametrize(("name", "fault"), [("paper-out", Fault.PAPER_OUT), ("cover-open", Fault.COVER_OPEN)])
def test_its_trouble_is_named_nothing_is_sent_and_it_heals(
    printer: Printer, live: Live, name: str, fault: Fault
) -> None:
    assert printer.status().can_print
    live.fault(name, on=True)
    try:
        assert printer.status().fault is fault
        result = printer.print_ticket(ticket(), "a1")
        assert (result.state, result.bytes_sent, result.fault) == (PrintState.NOT_STARTED, 0, fault)
    finally:
        live.fault(name, on=False)
    assert printer.print_ticket(ticket(), "a2").state is PrintState.CONFIRMED


def test_paper_near_its_end_is_told_and_still_printed_on(printer: Printer, live: Live) -> None:
    live.fault("paper-near-end", on=True)
    try:
        assert printer.status().paper is Paper.LOW
        assert printer.print_ticket(ticket(), "a1").state is PrintState.CONFIRMED
    finally:
        live.fault("paper-near-end", on=False)
