"""The results of the newest backups, in one small file of the data folder that doctor and /metrics read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from common.files.durable import write_whole

BACKUP_LOG = "backup.json"


@dataclass(frozen=True)
class BackupState:
    """The newest backup that arrived in its place and was proved, and what went wrong since, if anything."""

    place: str = ""
    copy: str = ""
    """Name of the newest proved copy; empty: there was none yet."""
    taken_at: datetime | None = None
    """When that copy was taken."""
    problem: str = ""
    """Why the last try failed; empty: it did not."""
    failed_at: datetime | None = None


def read_backup_state(folder: Path) -> BackupState | None:
    """Return the state of the backups of a data folder, or None where none was tried or the file cannot be read."""
    try:
        found = json.loads((folder / BACKUP_LOG).read_text(encoding="utf-8"))
        times = {name: found[name] and datetime.fromisoformat(found[name]) for name in ("taken_at", "failed_at")}
        return BackupState(**{**found, **times})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_backup_state(folder: Path, state: BackupState) -> None:
    """Keep the state; raise OSError when it cannot be written."""
    write_whole(folder / BACKUP_LOG, json.dumps(asdict(state), default=datetime.isoformat) + "\n")
