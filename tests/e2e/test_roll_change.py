"""The paper ends within a ticket, staff change the roll, the number is printed again: real hall, kiosk, printer."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from commands.demo import tokens as demo_tokens
from commands.demo.tokens import DemoTokens
from commands.hall_client import HallClient
from kiosk.staff_pins.pins import StaffPins, write_pins
from tests.e2e.conftest import StartDemo
from tests.e2e.emulated_printer import EmulatedPrinter
from tools.qt_driver.driven_program import DrivenProgram, until

pytestmark = pytest.mark.full

PIN = "4719"


def start_kiosk(hall: str, tokens: DemoTokens, printer: EmulatedPrinter, folder: Path, name: str) -> DrivenProgram:
    options = ["--hall", hall, "--device", tokens.kiosk_device, "--size", "1080x1920", "--printer", printer.url]
    options += ["--tapped-tickets", "0"]
    options += ["--staff-pins", str(folder / "pins.json")]
    return DrivenProgram("kiosk", options, token=tokens.kiosk, log=folder / f"{name}.log")


def take_ticket(kiosk: DrivenProgram) -> None:
    kiosk.wait_for("language_ar", timeout_s=60)
    kiosk.tell(press="language_ar")
    kiosk.wait_for("tile_A", timeout_s=60)
    kiosk.tell(press="tile_A")


def open_staff_menu(kiosk: DrivenProgram) -> None:
    kiosk.tell(key="F12")
    kiosk.wait_for("pin_enter", timeout_s=60)
    for digit in PIN:
        kiosk.tell(press=f"pin_{digit}")
    kiosk.tell(press="pin_enter")
    kiosk.wait_for("staff_paper", timeout_s=60)


def codes_on(papers: Path) -> list[str]:
    """Return the QR codes of each paper that came out, in order."""
    pictures = sorted(papers.glob("*.png"), key=lambda path: int("".join(filter(str.isdigit, path.stem)) or 0))
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(Image.open(picture))]


@pytest.mark.timeout(300)
def test_a_ticket_torn_by_the_papers_end_comes_out_again_under_its_number_after_the_change(
    start_demo: StartDemo, tmp_path: Path
) -> None:
    demo = start_demo()
    hall, tokens = str(demo.description["hall"]), demo_tokens.load(demo.folder)
    head = HallClient(hall, tokens.head)
    write_pins(tmp_path / "pins.json", StaffPins({}).with_pin("سالم", PIN))

    def kiosk_now() -> dict[str, object]:
        return next(dict(one) for one in head.get("/queues")["devices"] if one["device"] == tokens.kiosk_device)

    with ExitStack() as stack:
        printer = stack.enter_context(EmulatedPrinter(tmp_path / "papers", "--speed-mm-s", "400", "--cut-s", "0.05"))
        kiosk = stack.enter_context(start_kiosk(hall, tokens, printer, tmp_path, "kiosk"))
        kiosk.wait_for("language_ar", timeout_s=60)
        printer.act("paper-out", after_bytes=4000)
        take_ticket(kiosk)
        until(lambda: bool(head.get("/queues")["paperless"]), "the hall head sees it", kiosk.log, timeout_s=60)
        (told,) = head.get("/queues")["paperless"]
        assert told["state"] in {"interrupted", "unknown"}
        until(lambda: kiosk_now()["fault"] == "paper_out", "the head sees why", kiosk.log, timeout_s=60)
        assert kiosk_now()["since"] is not None
        assert kiosk.tell(find="ticket_number")["text"].endswith(told["ticket"])
        assert not kiosk.sees("print_again_button")
        kiosk.tell(press="back_button")
        until(lambda: kiosk.sees("notice_screen"), "no ticket is offered", kiosk.names, timeout_s=60)

        open_staff_menu(kiosk)
        kiosk.tell(press="staff_paper")
        kiosk.wait_for("guide_next", timeout_s=60)
        printer.act("cover-open")
        place = partial(kiosk.tell, find="guide_place")
        until(lambda: place()["text"] == "الخطوة 2 من 4", "the printer turned the page", place, timeout_s=60)
        printer.act("refill")
        printer.act("cover-close")
        until(lambda: kiosk.sees("answer_edges_yes"), "the test slip is out", kiosk.names, timeout_s=60)
        kiosk.tell(press="answer_edges_yes")
        kiosk.wait_for(f"staff_{told['visit']}", timeout_s=60)
        kiosk.tell(press=f"staff_{told['visit']}")
        until(lambda: kiosk.sees("answer_leave"), "the ticket is printed again", kiosk.names, timeout_s=60)

        until(lambda: not head.get("/queues")["paperless"], "the head's alert is gone", kiosk.log, timeout_s=60)
        until(lambda: kiosk_now()["state"] == "ok", "the kiosk is in order", kiosk.log, timeout_s=60)
        roll = head.get(f"/devices/{tokens.kiosk_device}/paper")
        assert roll["changed_by"] == "سالم"
        assert roll["tickets"] == 1, "the copy is the first ticket of the new roll"
        kiosk.tell(press="answer_leave")
        kiosk.wait_for("language_ar", timeout_s=60)
        (visit,) = {
            one["ticket"]["status_url"] for one in head.get(f"/devices/{tokens.kiosk_device}/prints")["tickets"]
        }
        assert codes_on(printer.papers).count(visit) == 1, "one whole paper with this visitor's code"
        assert printer.state()["unknown_commands"] == []


@pytest.mark.timeout(300)
def test_a_kiosk_that_is_killed_while_printing_says_after_its_start_that_nobody_knows(
    start_demo: StartDemo, tmp_path: Path
) -> None:
    demo = start_demo()
    hall, tokens = str(demo.description["hall"]), demo_tokens.load(demo.folder)
    head = HallClient(hall, tokens.head)
    with ExitStack() as stack:
        printer = stack.enter_context(EmulatedPrinter(tmp_path / "papers", "--speed-mm-s", "6"))
        with start_kiosk(hall, tokens, printer, tmp_path, "first") as kiosk:
            take_ticket(kiosk)
            device = f"/devices/{tokens.kiosk_device}/prints"
            until(lambda: bool(head.get(device)["tickets"]), "the attempt is under way", kiosk.log, timeout_s=60)
            assert head.get(device)["tickets"][0]["state"] == "sending"
            kiosk.kill()
        assert head.get("/queues")["paperless"] == [], "nobody complains of a ticket that is on its way"
        again = stack.enter_context(start_kiosk(hall, tokens, printer, tmp_path, "second"))
        until(
            lambda: bool(head.get("/queues")["paperless"]), "the head sees it after the start", again.log, timeout_s=60
        )
        (told,) = head.get("/queues")["paperless"]
        assert told["state"] == "unknown"

        take_ticket(again)

        def newest() -> dict[str, Any]:
            return dict(head.get(device)["tickets"][0])

        until(lambda: newest()["state"] == "confirmed", "the next visitor has paper", again.log, timeout_s=120)
        lost, given = told["ticket"], newest()["ticket"]
        assert given["ticket"] != lost
        until(lambda: given["status_url"] in codes_on(printer.papers), "it can be read", again.log, timeout_s=60)
        codes = codes_on(printer.papers)
        assert codes.count(given["status_url"]) == 1
        (first,) = {one["ticket"]["status_url"] for one in head.get(device)["tickets"]} - {given["status_url"]}
        assert codes.count(first) <= 1, "the program printed no part of it again"
        assert printer.state()["unknown_commands"] == []
