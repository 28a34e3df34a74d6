"""The set-up of the living demo's hall: the shipped example with an official, appointments and messages."""

from __future__ import annotations

from pathlib import Path

from commands.demo.setup_file import HALLS, with_pins

BEFORE_SERVICES = "[[counter]]\nnumber = 1\n"
_ROOM = """
[[service]]
prefix = "K"
names = { ar = "مكتب مدير الدائرة", en = "Director's office" }
pictogram = "official"
category = "help"
open = false
target_wait_min = 15
expected_serving_min = 20

"""
_OFFICIAL = """
[[counter]]
number = 9
names = { ar = "مكتب مدير الدائرة", en = "Director's office" }
services = ["K"]

[[agent]]
code = "director"
names = { ar = "سعيد الشحي", en = "Said Al Shehhi" }
services = ["K"]

[[official]]
code = "director"
names = { ar = "مدير الدائرة", en = "Head of department" }
agent = "director"
service = "K"
slot_min = 20
sunday = ["09:00-13:00"]
monday = ["09:00-13:00"]
tuesday = ["09:00-13:00"]
wednesday = ["09:00-13:00"]
thursday = ["09:00-12:00"]

[appointments]
offered = true

[kiosk]
phone = true

"""
_HELPERS = ('services = ["H", "F", "A", "L", "T", "M", "R"]', 'services = ["H", "F", "A", "L", "M", "R"]')
"""The all-round counters and agents serve everything but transactions: these have two counters alone."""


def write_hall(path: Path) -> dict[str, str]:
    """Write the hall's set-up file and return the agents' PINs by code."""
    text = (HALLS / "land_housing.toml").read_text(encoding="utf-8").replace(*_HELPERS)
    text = text.replace(BEFORE_SERVICES, _ROOM.lstrip() + BEFORE_SERVICES, 1)
    return _written(text.replace("# Minutes that a lane", _OFFICIAL.lstrip() + "# Minutes that a lane", 1), path)


def write_premium(path: Path) -> dict[str, str]:
    """Write the premium hall's set-up file and return the agents' PINs by code."""
    return _written((HALLS / "premium.toml").read_text(encoding="utf-8"), path)


def write_call_centre(path: Path) -> dict[str, str]:
    """Write the call centre's set-up file, with two agents, and return their PINs by code."""
    text = (HALLS / "call_centre.toml").read_text(encoding="utf-8")
    agents = (("badriya", "بدرية الغافرية", "Badriya Al Ghafri"), ("sultan", "سلطان العلوي", "Sultan Al Alawi"))
    for code, arabic, english in agents:
        text += f'\n[[agent]]\ncode = "{code}"\nnames = {{ ar = "{arabic}", en = "{english}" }}\n'
    return _written(text, path)


def _written(text: str, path: Path) -> dict[str, str]:
    text, pins = with_pins(text)
    path.write_text("confirms_date_itself = true\n" + text, encoding="utf-8")
    return pins
