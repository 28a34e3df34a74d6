"""The PIN that opens the staff menu of the demo's kiosk: made for this demo alone, and told where it is started."""

from __future__ import annotations

import secrets
from pathlib import Path

from commands.demo.tokens import DemoTokens
from kiosk.staff_pins.pins import StaffPinError, StaffPins, write_pins

NAME = "demo"


def pins_file(tokens: DemoTokens, folder: Path) -> Path:
    """Return the file of the demo's PINs, made with the folder's first start; its PIN stands in `tokens.staff_pin`.

    A person's own kiosk has its own file: the demo neither reads nor changes it. Raises StaffPinError where the folder
    takes no file.
    """
    file = folder / "kiosk-pins.json"
    if not tokens.staff_pin or not file.exists():
        tokens.staff_pin, pins = _made()
        write_pins(file, pins)
    return file


def _made() -> tuple[str, StaffPins]:
    while True:
        pin = f"{secrets.randbelow(900_000) + 100_000}"
        try:
            return pin, StaffPins({}).with_pin(NAME, pin)
        except StaffPinError:  # 111111 and 123456 are refused to everybody
            continue
