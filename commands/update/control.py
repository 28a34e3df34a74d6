"""Stop and start a unit by the service manager."""

from __future__ import annotations

import subprocess

from commands.update.problem import UpdateError


def controlled(control: str, unit: str, *words: str) -> None:
    """Have the service manager (`systemctl`) do something with a unit; raise UpdateError when that fails."""
    done = subprocess.run([control, *words, unit], capture_output=True, text=True, check=False)
    if done.returncode:
        raise UpdateError(f"{control} {words[0]} {unit} failed: {done.stderr.strip() or done.returncode}")
