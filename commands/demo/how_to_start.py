"""How a person starts the demo's kiosk, board and counter where it opens no windows, and a counter in a browser."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from commands.demo import tokens as demo_tokens
from commands.demo.processes import DemoParts
from commands.hall_client import HallAwayError, HallClient, HallRefusedError


@dataclass(frozen=True)
class BrowserCounter:
    """The first counter as a browser opens it; `code` is empty where the hall gives none now."""

    address: str
    code: str
    agent: str
    pin: str

    @property
    def english(self) -> str:
        """Return what to type there."""
        return f"pairing code {self.code}, for ten minutes; then {self.agent} signs in with PIN {self.pin}"

    @property
    def arabic(self) -> str:
        """Return what to type there."""
        return f"رمز الربط {self.code}، صالح عشر دقائق؛ ثم يسجّل {self.agent} الدخول بالرقم السري {self.pin}"


def browser_counter(parts: DemoParts) -> BrowserCounter:
    """Return the counter in a browser with a new pairing code, which a browser needs once."""
    tokens, code = parts.tokens, ""
    number = min(tokens.counters, key=int)
    asked = {"kind": "counter", "name": f"counter {number}", "counter": int(number)}
    with suppress(HallRefusedError, HallAwayError):
        code = str(HallClient(parts.hall, tokens.admin).post("/devices/codes", asked)["code"])
    agent, pin = next(iter(tokens.pins.items()))
    return BrowserCounter(f"{parts.hall}/counter", code, agent, pin)


def start_lines(parts: DemoParts, folder: Path) -> list[str]:
    """Return the lines for the terminal. Tokens go by the environment: everybody can read a process's arguments."""
    tokens = parts.tokens
    number = min(tokens.counters, key=int)
    browser = browser_counter(parts)
    kiosk = f"--hall {parts.hall} --device {tokens.kiosk_device} --printer memory: --show-paper"
    counter = f"--hall {parts.hall} --counter {number}"
    return [
        f"a kiosk           DAWR_TOKEN={tokens.kiosk} python3 main.py kiosk {kiosk}",
        f"a board           DAWR_TOKEN={tokens.board} python3 main.py board --hall {parts.hall}",
        f"a counter         DAWR_TOKEN={tokens.counter_devices[number]} python3 main.py counter {counter}",
        f"                  {demo_tokens.sign_in_told(tokens, folder)}",
        f"a counter's page  {browser.address}  {browser.english}; the demo's page has a new code",
    ]
