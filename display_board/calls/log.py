"""The board's log, one JSON object a line: what was shown and spoken when, so that a lost call can be proved."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from io import FileIO
from pathlib import Path

from common.clock.wall_clock import utc_now
from common.configuration.parser import SettingsError
from contracts.queue.answers import BoardCall
from display_board.calls.state import CallKey

log = logging.getLogger(__name__)


TAIL_BYTES = 256 * 1024
LARGEST_BYTES = 20_000_000
"""Some five weeks of a busy hall; beyond it a new file begins and the file before is kept beside it."""


def call_fields(seq: int, call: BoardCall) -> dict[str, object]:
    """Return what names a call in a line of the record."""
    return {
        "seq": seq, "visit": call.visit, "ticket": call.ticket, "counter": call.counter, "recall": call.recalls,
        "called_at": call.called_at.isoformat(),
    }  # fmt: skip


def spoken_before(path: Path) -> frozenset[CallKey]:
    """Return what the end of the record at `path` says was spoken; nothing where there is none, or none to be read.

    A line that a power cut left half written is passed over.
    """
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - TAIL_BYTES))
            lines = file.read().splitlines()
    except OSError:
        return frozenset()
    found = (_spoken(line) for line in lines)
    return frozenset(key for key in found if key is not None)


def _spoken(line: bytes) -> CallKey | None:
    try:
        told = json.loads(line)
        if told["event"] != "spoken":
            return None
        return str(told["visit"]), datetime.fromisoformat(told["called_at"]), int(told["recall"])
    except (ValueError, KeyError, TypeError):
        return None


class BoardLog:
    """Appends to `path`, each line at once on its way to the disk; None keeps no record.

    Events: started, online, cut_off, snapshot, heard (with the result), shown, spoken, not_spoken, superseded,
    passed, muted; said_again for a call that was repeated for somebody who could not see it (`because`: or why not).
    A file that cannot be opened is a SettingsError. A full disk stops the record, not the board; the program's log
    has one message about it.
    """

    def __init__(self, path: Path | None, *, now: Callable[[], datetime] = utc_now) -> None:
        self._now = now
        self._file: FileIO | None = None
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                if path.exists() and path.stat().st_size > LARGEST_BYTES:
                    path.replace(path.with_name(f"{path.name}.1"))
                self._file = FileIO(path, "a")
            except OSError as error:
                problem = f"--log {path} cannot be written: {error.strerror}; choose another file"
                raise SettingsError([problem]) from error

    def write(self, event: str, fields: Mapping[str, object] | None = None) -> None:
        """Append one event with its fields."""
        if self._file is None:
            return
        line = {"at": self._now().isoformat(), "event": event, **(fields or {})}
        try:
            # Unbuffered: each line is with the system at once, and a full disk leaves nothing to fail at the end.
            self._file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        except OSError as error:
            log.warning("the board's record cannot be written any more: %s", error)
            self.close()

    def close(self) -> None:
        """End the record."""
        if self._file is not None:
            self._file.close()
            self._file = None
