"""Keep how sync stands in a file, so that a restart goes on waiting and a person can read it beside the service."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path

from common.files.durable import write_whole
from sync.sender import SyncStatus

STANDING_FILE = "sync-standing.json"
"""Its name in a hall's data folder."""
LONGEST_S = 3600.0
"""No wait is longer; a time further off was written by a clock that was wrong."""


class Standing:
    """The file of a hall's standing; without a path it is forgotten at once. Used from sync's thread only."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def read(self) -> SyncStatus | None:
        """Return how it last stood, or None where nothing is known or it cannot be read."""
        try:
            return _status(json.loads(self._path.read_text(encoding="utf-8"))) if self._path else None
        except (OSError, ValueError, TypeError):
            return None

    def keep(self, status: SyncStatus) -> None:
        """Write how it stands, whole or not at all; a full disk stops nothing here."""
        if self._path is None:
            return
        values = {name: _plain(value) for name, value in asdict(status).items()}
        with contextlib.suppress(OSError):
            write_whole(self._path, json.dumps(values, ensure_ascii=False))


def wait_left_s(status: SyncStatus | None, now: datetime) -> float:
    """Return the seconds still to wait after a restart.

    Only if the centre was away: a person who restarts a held hall has probably removed the cause.

    >>> from datetime import timedelta
    >>> now = datetime(2026, 11, 24, tzinfo=UTC)
    >>> wait_left_s(SyncStatus("away", next_try_at=now + timedelta(seconds=40)), now)
    40.0
    >>> wait_left_s(SyncStatus("held", next_try_at=now + timedelta(seconds=40)), now)
    0.0
    """
    if status is None or status.state != "away" or status.next_try_at is None:
        return 0.0
    left = (status.next_try_at - now).total_seconds()
    return left if 0 < left <= LONGEST_S else 0.0


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _status(values: object) -> SyncStatus:
    if not isinstance(values, dict):
        raise ValueError("not a standing")
    known = {field.name: values[field.name] for field in fields(SyncStatus) if field.name in values}
    for name in ("last_delivery_at", "next_try_at", "inbox_asked_at"):
        text = known.get(name)
        known[name] = None if text is None else datetime.fromisoformat(str(text)).astimezone(UTC)
    status = SyncStatus(**known)
    if not isinstance(status.state, str) or not isinstance(status.failures, int) or status.failures < 0:
        raise ValueError("not a standing")
    return status
