from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from contracts.hall_words import PrintState
from printer.printer import open_printer
from printer.wire import Fault
from tests.printer.samples import ticket

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; from commands.printer import run; sys.exit(run(sys.argv[1:]))"


def test_the_emulator_prints_pictures_takes_faults_and_ends_with_its_process(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    arguments = ["emulate", "--tcp", "0", "--pty", "--out", str(tmp_path), "--speed-mm-s", "5000"]
    with subprocess.Popen(
        [sys.executable, "-c", START, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            over_tcp, over_serial = (process.stdout.readline().strip() for _ in range(2))
            assert re.fullmatch(r"tcp://127\.0\.0\.1:\d+", over_tcp)
            printer = open_printer(over_tcp)
            assert printer.print_ticket(ticket(), "a1").state is PrintState.CONFIRMED
            assert "paper 1: 1" in process.stdout.readline()
            assert QImage(str(tmp_path / "paper_0001.png")).width() == 576
            process.stdin.write("cover-open\n")
            process.stdin.flush()
            assert process.stdout.readline().strip() == "done: cover-open"
            assert printer.status().fault is Fault.COVER_OPEN
            printer.close()
            serial = open_printer(over_serial)
            assert serial.status().fault is Fault.COVER_OPEN
            serial.close()
        finally:
            process.kill()
