"""The folder of a kiosk's reserved numbers: the settings import it without the code that reads and writes them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def default_folder(device: str, environ: Mapping[str, str] = os.environ) -> Path:
    """Return where a kiosk keeps its numbers unless told otherwise."""
    home = environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(home) / "dawr" / "kiosk" / "".join(c for c in device if c.isalnum() or c in "-_")
