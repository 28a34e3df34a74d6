"""Have emupos, an ESC/POS printer written by others, print the bytes of each `WIDTH_NAME.bin` in a folder.

Run by the Python that emupos is installed for, not by the tests'. Beside each file it leaves `.png`, the paper, and
`.json`: what emupos did not understand, and the paper as text.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from emupos.config import FontCell, PrinterProfile
from emupos.printer.printer import Printer


def interpret(path: Path) -> None:
    width = int(path.name.split("_", 1)[0])
    profile = PrinterProfile(
        type="printer",
        name="ticket printer",
        dpi=203,
        width_dots=width,
        font_a=FontCell(width=12, height=24),
        font_b=FontCell(width=9, height=17),
        code_pages={0: "PC437"},
        default_code_page=0,
        drawer_sensor_open_level="high",
    )
    printer = Printer("ticket", profile, sensor_open_level="high", job_idle_timeout_ms=10_000)
    printer.open_connection("it", 0.0)
    output = printer.receive("it", path.read_bytes(), 0.0)
    rest = printer.close_connection("it", 0.0)
    for receipt in output.receipts:
        path.with_suffix(".png").write_bytes(receipt.png)
    told = {
        "papers": len(output.receipts) + len(rest.receipts),
        "text": [receipt.text for receipt in output.receipts],
        "misunderstood": [{"event": str(event.type), **event.data} for event in (*output.events, *rest.events)],
    }
    path.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")


for each in sorted(Path(sys.argv[1]).glob("*.bin")):
    interpret(each)
