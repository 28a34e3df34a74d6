"""Keep a list of the entries the centre could not read, for a person to look at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from common.files.durable import append_line
from contracts.centre.sync_api import QuarantinedEntry


@dataclass(frozen=True)
class Refused:
    """One refused entry: it lies in the centre's quarantine, and in the outbox as long as that keeps it."""

    stream: str
    seq: int
    reason: str
    at: str


class QuarantineList:
    """An append-only file of refused entries, one JSON line each; without a path it lives in memory.

    Used from sync's thread only. A line that cannot be read (a cut last line after a power cut) is left out.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._rows = _read(path) if path and path.exists() else []
        self._known = {(row.stream, row.seq) for row in self._rows}

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self) -> Sequence[Refused]:
        """Return all refused entries, oldest first."""
        return tuple(self._rows)

    def add(self, stream: str, refused: Sequence[QuarantinedEntry], *, at: str) -> Sequence[Refused]:
        """Note entries refused in `stream` at instant `at`, each once, and return those not noted before."""
        fresh = [Refused(stream, e.seq, e.reason, at) for e in refused if (stream, e.seq) not in self._known]
        if fresh and self._path:
            for row in fresh:
                append_line(self._path, json.dumps(asdict(row), ensure_ascii=False))
        self._rows += fresh
        self._known |= {(row.stream, row.seq) for row in fresh}
        return fresh


def _read(path: Path) -> list[Refused]:
    rows = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            rows.append(Refused(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return rows
