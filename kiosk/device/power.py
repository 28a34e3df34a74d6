"""Restart or switch off the machine by systemd, where this user may; else say why not."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence

TIMEOUT_S = 20.0
COMMANDS = {"restart_device": "reboot", "shut_down": "poweroff"}

Run = Callable[[Sequence[str]], tuple[int, str]]
"""Runs a command line and returns its exit status and what it complained of."""


class PowerError(Exception):
    """The machine does not let this program do it; the text is systemd's own, for a technician."""


def switch(act: str, run: Run | None = None) -> None:
    """Do `restart_device` or `shut_down`; return when systemd took it, raise PowerError when it did not.

    Blocks for up to 20 s: not for the GUI thread.
    """
    status, complaint = (run or _run)(["systemctl", "--no-ask-password", COMMANDS[act]])
    if status:
        raise PowerError(complaint.strip() or f"systemctl ended with {status}")


def _run(command: Sequence[str]) -> tuple[int, str]:
    program = shutil.which(command[0])
    if program is None:
        return 127, f"{command[0]} is not on this machine"
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command line
            [program, *command[1:]], capture_output=True, text=True, timeout=TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return 124, f"{command[0]} did not answer within {TIMEOUT_S:g} s"
    return done.returncode, done.stderr or done.stdout
