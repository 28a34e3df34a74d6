"""Read what a board process of a benchmark writes down: a line of JSON for each thing that it showed or spoke."""

from __future__ import annotations

import json
import time
from pathlib import Path


def board_lines(record: Path, event: str, count: int, *, wait_s: float) -> list[dict[str, object]]:
    """Return the lines of `event` once there are `count`, or those that there are after `wait_s`."""
    end = time.monotonic() + wait_s
    while True:
        text = record.read_text(encoding="utf-8") if record.exists() else ""
        lines = [json.loads(line) for line in text.splitlines() if line.endswith("}")]
        found = [line for line in lines if line["event"] == event]
        if len(found) >= count or time.monotonic() > end:
            return found
        time.sleep(0.05)
