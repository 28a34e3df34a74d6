"""Counts that the hall does not have yet, on the kiosk's disk: a kiosk is switched off each evening."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from common.files.durable import write_whole
from contracts.codec.message import Message
from contracts.codec.reader import ContractError, from_json, to_json
from contracts.devices.kiosk_use import KioskUseRequest, UseCount

log = logging.getLogger(__name__)

FILE = "use.json"


class Counted(Message, frozen=True):
    """`sent` is the report that the hall has not confirmed, `waiting` what was counted since it was made."""

    sent: KioskUseRequest | None = None
    waiting: tuple[UseCount, ...] = ()


class UseFile:
    """One file, replaced as a whole; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._file = None if folder is None else folder / FILE

    def load(self) -> Counted:
        """Return what is there; what cannot be read is given up, as counters are no reason to stop a kiosk."""
        if self._file is None or not self._file.exists():
            return Counted()
        try:
            value = json.loads(self._file.read_text(encoding="utf-8"))
            return from_json(Counted, value)
        except (OSError, ValueError, ContractError) as error:
            log.warning("what was counted at this kiosk cannot be read and is given up: %s", error)
            return Counted()

    def save(self, counted: Counted) -> None:
        """Write it; blocks on the disk and raises OSError: not for the GUI thread."""
        if self._file is not None:
            write_whole(self._file, json.dumps(to_json(counted)))
