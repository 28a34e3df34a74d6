"""A conversation with one unit, written down: what was sent and what came back.

A recording is JSON with its origin said: `recorded` from a unit on somebody's table, `emulated` by a program that
plays a printer, or `documented`: put together from a maker's manual or a report and tried on nothing. It is played
back through the same Conversation that talks to real printers, so what SUPPORTED.md says of a unit is what this code
makes of its answers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from printer.escpos.capabilities import ABILITY_NAMES
from printer.transport.wire import Wire


class Origin(StrEnum):
    """Where a recording comes from."""

    RECORDED = "recorded"
    EMULATED = "emulated"
    DOCUMENTED = "documented"


class RecordingError(ValueError):
    """A recording that cannot be used; the text names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Bytes sent in one go, and all that came back before the next were sent."""

    sent: bytes
    came: bytes


@dataclass(frozen=True, slots=True)
class Recording:
    """One unit's answers. `undocumented` names abilities the source says nothing of: silence there means nothing."""

    name: str
    link: str
    origin: Origin
    source: str
    exchanges: tuple[Exchange, ...]
    undocumented: frozenset[str] = frozenset()


def read_recording(path: Path) -> Recording:
    """Read a recording; raises RecordingError."""
    try:
        row = json.loads(path.read_text("utf-8"))
        recording = Recording(
            name=row["name"],
            link=row["link"],
            origin=Origin(row["origin"]),
            source=row["source"],
            exchanges=tuple(
                Exchange(bytes.fromhex(one["sent"]), bytes.fromhex(one["came"])) for one in row["exchanges"]
            ),
            undocumented=frozenset(row.get("undocumented", ())),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordingError(f"{path.name}: not a recording ({error!r})") from error
    if recording.undocumented - set(ABILITY_NAMES):
        raise RecordingError(f"{path.name}: unknown abilities {sorted(recording.undocumented - set(ABILITY_NAMES))}")
    return recording


def write_recording(path: Path, recording: Recording) -> None:
    """Write a recording as people read and compare it; raises OSError."""
    row = {
        "name": recording.name,
        "link": recording.link,
        "origin": recording.origin.value,
        "source": recording.source,
        "undocumented": sorted(recording.undocumented),
        "exchanges": [{"sent": one.sent.hex(" "), "came": one.came.hex(" ")} for one in recording.exchanges],
    }
    path.write_text(json.dumps(row, indent=1, ensure_ascii=False) + "\n", "utf-8")


class RecordingWire:
    """Passes everything through and writes it down."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.two_way = wire.two_way
        self.exchanges: list[Exchange] = []

    @property
    def address(self) -> str:
        """The device behind it."""
        return self._wire.address

    def open(self) -> None:
        """Connect."""
        self._wire.open()

    def write(self, data: bytes, timeout_s: float) -> int:
        """Send, and note what was taken."""
        taken = self._wire.write(data, timeout_s)
        self.exchanges.append(Exchange(data[:taken], b""))
        return taken

    def read(self, timeout_s: float) -> bytes:
        """Read, and note it behind what was sent last."""
        came = self._wire.read(timeout_s)
        if came and self.exchanges:
            last = self.exchanges[-1]
            self.exchanges[-1] = Exchange(last.sent, last.came + came)
        return came

    def now(self) -> float:
        """Return the wire's own time in seconds."""
        return self._wire.now()

    def close(self) -> None:
        """Let go of the device."""
        self._wire.close()


class ReplayWire:
    """Answers as the recording does. What the recording does not hold is silence; waiting costs no real time."""

    two_way = True

    def __init__(self, recording: Recording) -> None:
        self._answers: dict[bytes, list[bytes]] = {}
        for exchange in recording.exchanges:
            self._answers.setdefault(exchange.sent, []).append(exchange.came)
        self.address = recording.name
        self._coming = b""
        self._now_s = 0.0

    def open(self) -> None:
        """Begin."""
        self._coming = b""

    def write(self, data: bytes, timeout_s: float) -> int:  # noqa: ARG002 (a recording takes at once)
        """Take a question; the same question asked more often than was recorded gets its last answer again."""
        answers = self._answers.get(data, [b""])
        self._coming += answers.pop(0) if len(answers) > 1 else answers[0]
        return len(data)

    def read(self, timeout_s: float) -> bytes:
        """Return the answer, or let the time pass."""
        if not self._coming:
            self._now_s += max(0.0, timeout_s)
        coming, self._coming = self._coming, b""
        return coming

    def now(self) -> float:
        """Return its own time in seconds."""
        return self._now_s

    def close(self) -> None:
        """End."""
