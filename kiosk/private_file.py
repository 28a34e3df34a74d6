"""Write a small file whole or not at all, so that a power cut leaves the old one or the new one."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_private(file: Path, text: str) -> None:
    """Replace the file in one step, readable by its owner only; raises OSError, and then the old one stands."""
    beside = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
