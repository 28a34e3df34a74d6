"""What staff may set on the kiosk's machine: volume and brightness.

Each asks a program or a file of the system and blocks for as long as that takes: not for the GUI thread.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

TIMEOUT_S = 5.0
STEP_PERCENT = 10
DARKEST_PERCENT = 10
"""A screen that is quite dark could not be made brighter by touch."""
BACKLIGHTS = Path("/sys/class/backlight")
_PERCENT = re.compile(r"\[(\d{1,3})%\]")

Run = Callable[[Sequence[str]], tuple[int, str]]
"""Runs a command line and returns its exit status and what it said."""


class MachineError(Exception):
    """The machine has no such thing, or does not let this program set it; the text is for a technician."""


def change(what: str, by: int, run: Run | None = None, backlights: Path = BACKLIGHTS) -> int:
    """Change `volume` or `brightness` by `by` percent (0: only ask) and return its new value; raises MachineError."""
    return _volume(by, run or _run) if what == "volume" else _brightness(by, backlights)


def _volume(by: int, run: Run) -> int:
    now = _asked_volume(run(["amixer", "-M", "sget", "Master"]))
    if by:
        wanted = min(100, max(0, now + by))
        now = _asked_volume(run(["amixer", "-M", "sset", "Master", f"{wanted}%", "unmute" if wanted else "mute"]))
    return now


def _asked_volume(said: tuple[int, str]) -> int:
    status, text = said
    found = _PERCENT.search(text)
    if status or found is None:
        raise MachineError(text.strip() or "no volume in the answer")
    return int(found[1])


def _brightness(by: int, backlights: Path) -> int:
    found = sorted(backlights.glob("*/brightness"))
    if not found:
        raise MachineError("this screen's backlight is not the machine's: use the screen's own buttons")
    try:
        most = max(1, int((found[0].parent / "max_brightness").read_text()))
        now = round(int(found[0].read_text()) * 100 / most)
        if by:
            now = min(100, max(DARKEST_PERCENT, now + by))
            found[0].write_text(str(round(now * most / 100)))
    except (OSError, ValueError) as error:
        raise MachineError(f"{found[0]}: {error}") from error
    return now


def _run(command: Sequence[str]) -> tuple[int, str]:
    program = shutil.which(command[0])
    if program is None:
        return 127, f"{command[0]} is not on this machine (Debian: alsa-utils)"
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command line
            [program, *command[1:]], capture_output=True, text=True, timeout=TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return 124, f"{command[0]} did not answer within {TIMEOUT_S:g} s"
    return done.returncode, done.stdout if done.returncode == 0 else done.stderr
