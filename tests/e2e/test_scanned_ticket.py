"""A visitor who missed his call holds his ticket under the kiosk's scanner: real hall, real kiosk, a scanner's line."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from commands.demo import tokens as demo_tokens
from commands.hall_client import HallClient
from serial_devices.line.fake_port import FakePort
from tests.e2e.conftest import StartDemo
from tools.qt_driver.driven_program import DrivenProgram, until

pytestmark = pytest.mark.full


@pytest.mark.timeout(240)
def test_a_missed_call_waits_again_by_the_ticket_alone(start_demo: StartDemo, tmp_path: Path) -> None:
    demo = start_demo()
    hall, tokens = str(demo.description["hall"]), demo_tokens.load(demo.folder)
    with ExitStack() as stack:
        port = stack.enter_context(FakePort())
        options = ["--hall", hall, "--device", tokens.kiosk_device, "--size", "1080x1920", "--printer", "memory:"]
        options += ["--scanner", f"serial://{port.path}?trigger=none"]
        kiosk = stack.enter_context(DrivenProgram("kiosk", options, token=tokens.kiosk, log=tmp_path / "kiosk.log"))
        kiosk.wait_for("language_ar", timeout_s=60)
        until(lambda: "in order" in kiosk.log(), "the scanner's line is open", kiosk.log, timeout_s=60)

        agent, desk = HallClient(hall, tokens.counters["1"]), HallClient(hall, tokens.kiosk)
        rows = desk.get("/hall")["counters"]
        service = next(row["services"][0] for row in rows if row["counter"] == 1)
        ticket = desk.post("/visits", {"service": service})
        agent.post("/counters/1/call-next")
        agent.post("/counters/1/no-show")
        assert desk.get(f"/visits/{ticket['visit']}")["state"] == "no_show"

        port.say(f"{ticket['status_url']}\r\n".encode())
        until(lambda: kiosk.sees("scanned_number"), "the ticket's answer is shown", kiosk.names, timeout_s=60)
        assert kiosk.tell(find="scanned_number")["text"] == ticket["ticket"]
        assert kiosk.tell(find="scanned_screen")["name"] == "عدت إلى قائمة الانتظار"
        assert desk.get(f"/visits/{ticket['visit']}")["state"] == "waiting"
        kiosk.tell(press="scanned_done")
        until(lambda: not kiosk.sees("scanned_screen"), "the kiosk is as it was", kiosk.names, timeout_s=60)
        assert kiosk.sees("language_ar")
