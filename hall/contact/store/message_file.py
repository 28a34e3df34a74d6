"""The gateway that every hall has: it writes messages to a file of the data folder, one line of JSON each.

A hall without a gateway (and the demo) shows by it what would have been sent; a script of the ministry may read it. The
file holds telephone numbers: it is for its owner alone, and each line is gone within a day.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from common.files.durable import append_line, remove_drafts, write_whole

KEPT = timedelta(hours=23)
"""How long a line stays: forgetting has an hour to be done within the day promised."""
_FILES = "messages-*.jsonl"


class FileGateway:
    """Appends to `messages-DAY.jsonl`; an id is written once. One thread at a time, that of `forget_messages`."""

    def __init__(self, folder: Path, today: Callable[[], date], now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._today = today
        self._now = now

    def send(self, message_id: str, phone: str, text: str, language: str) -> None:
        """Write the message and have it on disk."""
        file = self._folder / f"messages-{self._today().isoformat()}.jsonl"
        if self._has(file, message_id):
            return
        at = self._now().astimezone(UTC).isoformat(timespec="seconds")
        line = {"id": message_id, "to": phone, "language": language, "text": text, "at": at}
        append_line(file, json.dumps(line, ensure_ascii=False))

    @staticmethod
    def _has(file: Path, message_id: str) -> bool:
        try:
            with file.open(encoding="utf-8") as lines:
                return any(json.loads(line)["id"] == message_id for line in lines)
        except FileNotFoundError:
            return False


def forget_messages(folder: Path, now: datetime) -> int:
    """Remove the lines that were written longer ago than `KEPT`, also those of a hall with a gateway by now.

    Return how many. A line that says no instant goes.
    """
    forgotten = 0
    remove_drafts(folder, "messages-")
    for file in folder.glob(_FILES):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if _written_at(line) > now - KEPT]
        forgotten += len(lines) - len(kept)
        if not kept:
            file.unlink()
        elif len(kept) < len(lines):
            write_whole(file, "".join(kept))
    return forgotten


def _written_at(line: str) -> datetime:
    try:
        return datetime.fromisoformat(json.loads(line)["at"])
    except (ValueError, KeyError, TypeError):
        return datetime.min.replace(tzinfo=UTC)
