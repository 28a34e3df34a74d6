"""The way out that every hall has: messages written to a file of the data folder, one line of JSON each.

A hall without a gateway (and the demo) shows by it what would have been sent; a script of the ministry may read it. The
file holds telephone numbers: it is for its owner alone, and begins anew each day.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path


class FileGateway:
    """Appends to `messages-DAY.jsonl` and removes the files of other days; an id is written once."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self._folder = folder
        self._today = today

    def send(self, message_id: str, phone: str, text: str, language: str) -> None:
        """Write the message and have it on disk."""
        file = self._folder / f"messages-{self._today().isoformat()}.jsonl"
        for old in self._folder.glob("messages-*.jsonl"):
            if old != file:
                old.unlink(missing_ok=True)
        if self._has(file, message_id):
            return
        line = json.dumps({"id": message_id, "to": phone, "language": language, "text": text}, ensure_ascii=False)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as out:
            out.write(f"{line}\n")
            out.flush()
            os.fsync(out.fileno())

    @staticmethod
    def _has(file: Path, message_id: str) -> bool:
        try:
            with file.open(encoding="utf-8") as lines:
                return any(json.loads(line)["id"] == message_id for line in lines)
        except FileNotFoundError:
            return False
