"""What was stored in a printer's NV memory, kept from one start to the next.

A key code says nothing about the picture behind it: this file does. It also counts the writes of a day, because NV
wears out. Without it nothing in NV is believed, and pictures are sent as if there were no such memory.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from common.files.durable import write_whole

FILE_NAME = "printer_art.json"
"""Beside the file of the units (printer.discovery.capability_file)."""
WRITES_A_DAY = 10
"""Epson's advice for commands that write NV memory."""
_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class ArtMemo:
    """The pictures of one unit by the digest of their dots, and how often its NV was written on `day`."""

    salt: str = ""
    keys: dict[str, bytes] = field(default_factory=dict)
    day: date = date.min
    writes: int = 0

    def may_write(self, today: date) -> bool:
        """Return whether NV may be written once more today. A clock that went back does not start a new day."""
        return today > self.day or self.writes < WRITES_A_DAY

    def count_write(self, today: date) -> None:
        """Note that NV is written now."""
        if today > self.day:
            self.day, self.writes = today, 0
        self.writes += 1

    def forget(self, salt: str) -> None:
        """Trust none of its contents any longer; new keys are made with another salt. The count of writes stays."""
        self.salt = salt
        self.keys = {}


class ArtFile:
    """The memos of all units met, in one JSON file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, unit: str) -> ArtMemo:
        """Return a unit's memo; an empty one where there is none or the file cannot be read."""
        row = self._rows().get(unit)
        try:
            return _memo(row) if row is not None else ArtMemo()
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            _LOG.warning("%s: the row of %s cannot be read and is not believed: %s", self._path, unit, error)
            return ArtMemo()

    def save(self, unit: str, memo: ArtMemo) -> None:
        """Store a unit's memo durably; raises OSError: a write of NV that cannot be counted must not be made."""
        rows = self._rows() | {
            unit: {
                "salt": memo.salt,
                "keys": {digest: key.decode("ascii") for digest, key in memo.keys.items()},
                "day": memo.day.isoformat(),
                "writes": memo.writes,
            }
        }
        write_whole(self._path, json.dumps({"units": rows}, indent=1))

    def _rows(self) -> dict[str, object]:
        try:
            rows = json.loads(self._path.read_text("utf-8"))["units"] if self._path.exists() else {}
        except (OSError, ValueError, KeyError, TypeError) as error:
            _LOG.warning("%s cannot be read, what printers keep is not believed: %s", self._path, error)
            return {}
        return rows if isinstance(rows, dict) else {}


def _memo(row: object) -> ArtMemo:
    if not isinstance(row, dict):
        raise TypeError("not an object")
    keys = {str(digest): str(key).encode("ascii") for digest, key in row["keys"].items()}
    return ArtMemo(str(row["salt"]), keys, date.fromisoformat(row["day"]), int(row["writes"]))
