"""Store on disk how far an update is, so that it can continue or roll back after a power cut, and how it ended."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from common.files.durable import sync_folder, write_whole

JOURNAL, OUTCOME, LOCK = "update.json", "update-outcome.json", "update.lock"
BEGUN, SWITCHED, HEALTHY = "begun", "switched", "healthy"
"""Nothing important has changed · the new program may have changed the database · the new release stays."""


@dataclass(frozen=True)
class Journal:
    """An update that is running."""

    step: str
    before: str
    """The version that ran before the update."""
    after: str
    copy: str = ""
    """The backup of the database from before the update."""


@dataclass(frozen=True)
class Outcome:
    """How the newest update of this machine ended; `state` is "good" or "failed"."""

    version: str
    state: str
    reason: str
    at: str
    code: str = ""
    """A ReleaseProblem where it failed."""


def read_journal(root: Path) -> Journal | None:
    """Return the running update, or None."""
    try:
        return Journal(**json.loads((root / JOURNAL).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None


def write_journal(root: Path, journal: Journal) -> None:
    """Store how far the update is; it is on the disk when this returns."""
    write_whole(root / JOURNAL, json.dumps(asdict(journal)) + "\n")


def end_journal(root: Path, outcome: Outcome) -> None:
    """Store how the update ended, and that no update is running."""
    write_whole(root / OUTCOME, json.dumps(asdict(outcome)) + "\n", mode=0o644)
    drop_journal(root)


def drop_journal(root: Path) -> None:
    """Store that no update is running."""
    (root / JOURNAL).unlink(missing_ok=True)
    sync_folder(root)


def read_outcome(root: Path) -> Outcome | None:
    """Return how the newest update ended, or None where there was none."""
    try:
        return Outcome(**json.loads((root / OUTCOME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
