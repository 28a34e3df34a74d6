"""The demo's hall: one of the shipped set-up files, open day and night, with PINs made for this demo alone."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from hall.kernel.pins import is_easy_pin

HALLS = Path(__file__).resolve().parents[2] / "assets" / "halls"
SIZES = {"small": (3, 46), "middle": (8, 150), "large": (16, 400)}
"""Counters and visitors a day by size."""


def write_setup(size: str, path: Path) -> dict[str, str]:
    """Write the set-up file of the demo hall of this size to `path` and return the PINs by agent code."""
    text = (HALLS / ("small.toml" if size == "small" else "land_housing.toml")).read_text(encoding="utf-8")
    if size == "large":
        text = _double(text)
    text, pins = with_pins(text)
    text = text.replace("[hours]\n", "[hours]\nalways_open = true\n")
    # A missed call must work at noon as it does at ten.
    text = text.replace("[prayer]\nobserved = true\n", "[prayer]\nobserved = false\n")
    path.write_text("confirms_date_itself = true\n" + text, encoding="utf-8")
    return pins


def with_pins(text: str) -> tuple[str, dict[str, str]]:
    """Return a set-up file's text with a PIN made for each agent, and the PINs by agent code."""
    pins: dict[str, str] = {}
    return re.sub(r'(?m)^(\[\[agent\]\]\ncode = "(\w+)")$', lambda found: _with_pin(found, pins), text), pins


def _with_pin(found: re.Match[str], pins: dict[str, str]) -> str:
    pin = ""
    while not pin or is_easy_pin(pin) or pin in pins.values():
        pin = f"{secrets.randbelow(900_000) + 100_000}"
    pins[found[2]] = pin
    return f'{found[1]}\npin = "{pins[found[2]]}"'


def _double(text: str) -> str:
    """Return the hall of eight counters with eight more of the same kind, and an agent for each."""
    more = []
    for block in re.findall(r"(?ms)^\[\[counter\]\]\n.*?(?=^\n|\Z)", text):
        more.append(re.sub(r"number = (\d+)", lambda n: f"number = {int(n[1]) + 8}", block))
    for block in re.findall(r"(?ms)^\[\[agent\]\]\n.*?(?=^\n|\Z)", text):
        twin = re.sub(r'code = "(\w+)"', r'code = "\g<1>2"', block)
        more.append(
            re.sub(r'(ar|en) = "([^"]+)"', lambda n: f'{n[1]} = "{n[2]} {"٢" if n[1] == "ar" else "II"}"', twin)
        )
    return text.replace("# Minutes that a lane", "\n".join(more) + "\n# Minutes that a lane", 1)
