"""Tickets that name pictures in the printer's memory, which emupos does not have: nothing else of them is foreign."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.escpos.questions import ask_printed
from printer.printer import Printer
from printer.profiles import Link, paper_of
from tests.helpers.acceptance_environment import interpreter
from tests.printer.acceptance.conftest import INTERPRET
from tests.printer.samples import ticket

IDLE_LOOKS = 80
RESETS = {"ESC R", "ESC V"}
"""Settings that a ticket puts back one by one, once, since ESC @ would erase the pictures; emupos lacks these two."""


PAPERS = [
    (80, Link.SERIAL),
    (58, Link.SLOW),
    pytest.param(80, Link.SLOW, marks=pytest.mark.full),
    pytest.param(58, Link.SERIAL, marks=pytest.mark.full),
]


@pytest.mark.parametrize(("paper_mm", "link"), PAPERS)
def test_only_kept_pictures_and_the_token_are_not_understood(
    paper_mm: int, link: Link, qapp: QGuiApplication, tmp_path: Path
) -> None:
    python, paper = interpreter("emupos"), paper_of(paper_mm)
    memory = MemoryPrinter(Build(dots=paper.dots))
    printer = Printer(MemoryWire(memory), paper, link)
    printer.prepare(ticket())
    for _ in range(IDLE_LOOKS):
        printer.status()
    path = tmp_path / f"{paper.dots}_kept.bin"
    path.write_bytes(b"".join(printer.segments(ticket())) + ask_printed(b"T047"))
    subprocess.run([python, INTERPRET, tmp_path], check=True, timeout=60)
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["misunderstood"]
    assert {event["command"] for event in told} - RESETS == {"GS ( L", "GS ("}
    assert all(sum(event["command"] == reset for event in told) <= 1 for reset in RESETS)
    assert sum(event["command"] == "GS (" for event in told) == 1, "the token, GS ( H"
    assert printer.encoding.art
