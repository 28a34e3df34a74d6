"""How a person starts the commands on this machine, for usages and messages. Stdlib only."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGED = (Path(__file__).resolve().parents[2] / "bin" / "dawr").exists()
"""The Debian package has that file as the command `dawr`; a clone has none."""


def program_name() -> str:
    """Return `dawr` where a package put that command on the path, else `main.py`."""
    return "dawr" if os.environ.get("DAWR_ENVIRONMENT") == "installed" or _PACKAGED else "main.py"


def typed_program() -> str:
    """Return the same as a person types it in a shell."""
    return "dawr" if program_name() == "dawr" else "python3 main.py"
