"""The kiosk's reserved numbers on its disk: each ticket is stored before the first byte of it is printed.

`reserved.json` is replaced as a whole; `issued.jsonl` only grows, one line a ticket and one for its hand-in, each
synced to the disk. A line that a power cut tore was never printed, and is cut off at the next start; so is what was
settled on an earlier day.
"""

from __future__ import annotations

import json
import logging
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile

from common.files.durable import append_line, write_whole
from contracts.codec.message import Message
from contracts.codec.reader import from_json, to_json
from contracts.offline import ReservedNumbers
from contracts.queue.bodies import HandInRequest
from contracts.settings.hall_view import HallView
from kiosk.offline.numbers import KeptNumbers, kept_since, local_time

log = logging.getLogger(__name__)


class OwnFileError(OSError):
    """Another program holds this kiosk's numbers: two would give the same ones."""


class _Reserved(Message, frozen=True):
    """`reserved.json`."""

    reserved: ReservedNumbers
    hall: HallView


class OwnFile:
    """One kiosk's folder. Its methods block on the disk: not for the GUI thread, but for `load` at the start."""

    def __init__(self, folder: Path) -> None:
        self._reserved, self._journal = folder / "reserved.json", folder / "issued.jsonl"
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "lock"))
        self._lock.setStaleLockTime(0)
        if not self._lock.tryLock(0):
            raise OwnFileError(f"{folder} belongs to another kiosk program that runs")

    def close(self) -> None:
        """Let another program have the folder."""
        self._lock.unlock()

    def load(self, now: datetime) -> KeptNumbers:
        """Return what is there; tickets of earlier days that are settled are forgotten."""
        known = self._read_reserved()
        today = local_time(known.reserved, now).date() if known else now.date()
        issued, settled = self._read_journal()
        kept = KeptNumbers(known.reserved if known else None, known.hall if known else None, issued, settled)
        staying = kept_since(kept, today)
        still_settled = settled & {one.visit for one in staying}
        lines = [_line({"issued": to_json(one)}) for one in staying]
        lines += [_line({"settled": visit}) for visit in sorted(still_settled)]
        write_whole(self._journal, "".join(f"{line}\n" for line in lines))
        return KeptNumbers(kept.reserved, kept.hall, staying, still_settled)

    def learn(self, reserved: ReservedNumbers, hall: HallView) -> None:
        """Keep what the hall has told."""
        write_whole(self._reserved, json.dumps(to_json(_Reserved(reserved, hall)), ensure_ascii=False))

    def issue(self, record: HandInRequest) -> None:
        """Keep one ticket; when this returns it is on the disk. Raises OSError: then it must not be printed."""
        append_line(self._journal, _line({"issued": to_json(record)}))

    def settle(self, visit: str, refusal: str = "") -> None:
        """Keep that the hall knows a ticket, or why it will never take it."""
        append_line(self._journal, _line({"settled": visit, "refusal": refusal}))

    def _read_reserved(self) -> _Reserved | None:
        try:
            value = json.loads(self._reserved.read_text(encoding="utf-8"))
            return from_json(_Reserved, value)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            log.error("the kiosk's own numbers in %s cannot be read: %s", self._reserved, error)
            return None

    def _read_journal(self) -> tuple[tuple[HandInRequest, ...], frozenset[str]]:
        issued: dict[str, HandInRequest] = {}
        settled: set[str] = set()
        content = self._journal.read_bytes() if self._journal.exists() else b""
        for line in content.split(b"\n"):
            entry = _read(line)
            if isinstance(entry, HandInRequest):
                issued.setdefault(entry.visit, entry)
            elif entry is not None:
                settled.add(entry)
        return tuple(issued.values()), frozenset(settled)


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False)


def _read(line: bytes) -> HandInRequest | str | None:
    """Return the ticket, or the visit that is settled; None for a line that a power cut tore."""
    if not line.strip():
        return None
    try:
        entry = json.loads(line)
        if "issued" in entry:
            # A newer program, which an update put in and a rollback took away, may have kept more of a printed ticket.
            names = HandInRequest.__struct_fields__
            return from_json(HandInRequest, {name: item for name, item in entry["issued"].items() if name in names})
        return str(entry["settled"])
    except (UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("a line of the kiosk's own tickets is torn and was never printed: %s", error)
        return None


def open_own_file(folder: Path | None) -> OwnFile | None:
    """Return the kiosk's own numbers on the disk; None where it keeps none, or cannot: then it gives none."""
    if folder is None:
        return None
    try:
        return OwnFile(folder)
    except OSError as error:
        log.error("no tickets are given while the hall service is away: %s", error)
        return None
