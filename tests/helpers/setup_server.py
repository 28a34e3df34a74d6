"""The machine that tests of the set-up page set a hall up on."""

from __future__ import annotations

from typing import Any

from commands.setup.command import MachineWorkshop


class Bench(MachineWorkshop):
    """This machine with one printer on a cable; whatever is printed comes out, but not on 58 mm paper."""

    def printers(self) -> list[dict[str, str]]:
        return [{"url": "serial:///dev/ttyUSB0", "name": "ttyUSB0"}]

    def sample(self, url: str, paper_mm: int) -> dict[str, Any]:
        return {"state": "confirmed"} if paper_mm == 80 else {"problem": f"{url}: the paper is 80 mm wide"}

    def voice(self, ticket: str, counter: int, language: str) -> bytes:
        return b"RIFF" + ticket.encode() if language == "ar" else b""
