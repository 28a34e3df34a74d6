"""Messages of the live link, `GET /api/v1/live` (server-sent events).

First comes `event: snapshot` (a `Snapshot`) or the missed facts; then each fact as `event: fact` (a `FactMessage`). The
event id is `STREAM:SEQ`; a comment line comes every 2 s. Facts are filtered by the token's kind, so a gap in ids is not
a loss. A client that holds `STREAM:SEQ` and reconnects with `Last-Event-ID` gets exactly the facts after it, or a
snapshot where the stream is another (a restored hall) or the number is unknown.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from msgspec import field

from contracts.codec.message import Message
from contracts.queue.answers import BoardView, VisitView, WorkplaceView
from contracts.queue.queues_view import QueuesView
from contracts.settings.hall_view import HallView

ANNOUNCING_KINDS = frozenset({"visit_called", "visit_recalled", "visit_resumed"})
"""Facts that boards and signs announce; a resumed visit was parked and is called again."""


class FactMessage(Message, frozen=True):
    """One fact: what happened, to which visit and where. `detail` has what only this kind has; never personal data."""

    seq: int
    kind: str
    at: datetime
    service_day: date
    visit: VisitView | None = None
    counter: int | None = None
    agent: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)


class Snapshot(Message, frozen=True):
    """All a program of one kind must know at `seq`; what its kind may not read is None."""

    stream: str
    seq: int
    hall: HallView
    board: BoardView | None = None
    queues: QueuesView | None = None
    workplace: WorkplaceView | None = None


def event_id(stream: str, seq: int) -> str:
    """Return the event id of a fact.

    >>> event_id("9f2c", 41)
    '9f2c:41'
    """
    return f"{stream}:{seq}"


def read_event_id(text: str) -> tuple[str, int] | None:
    """Return (stream, seq) of an event id, or None when it is not one of ours.

    >>> read_event_id("9f2c:41")
    ('9f2c', 41)
    >>> read_event_id("yesterday") is None
    True
    """
    stream, colon, seq = text.rpartition(":")
    return (stream, int(seq)) if colon and stream and seq.isascii() and seq.isdigit() else None
