"""A hall's side in miniature: outboxes, batches and what the centre then holds."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, select

from central.intake.batch_intake import Incoming, IngestRules, accept
from central.store.tables.halls import audit, quarantine, visit
from contracts.centre.batch import batch_name, build_batch, compress, content_digest
from contracts.centre.outbox_entry import VisitRecord, encode_record
from contracts.centre.sync_api import BatchAnswer
from sync.fakes.hall import MemoryOutbox, visit_record
from tests.helpers.replacing import replace

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
RULES = IngestRules()


def record(number: int, **changes: Any) -> VisitRecord:
    """Return visit `number` of hall 1 with some fields changed."""
    return replace(visit_record(visit=str(uuid.UUID(int=number))), **changes)


def outbox_of(*records: VisitRecord) -> MemoryOutbox:
    """Return an outbox with an entry for each record."""
    outbox = MemoryOutbox()
    for one in records:
        outbox.write(encode_record(one))
    return outbox


def incoming(outbox: MemoryOutbox, first: int, last: int, *, instance: str = "machine-1", **changes: Any) -> Incoming:
    """Return the batch of entries `first` to `last` as the centre gets it."""
    state = outbox.state()
    entries = outbox.entries_after(first - 1, last - first + 1)
    before = outbox.chain_at(first - 1)
    decoded = build_batch(
        entries, start=state.start, previous=before, stream=state.stream, instance=instance, app="0.1.0"
    )
    content = compress(decoded)
    return replace(
        Incoming("1", state.stream, batch_name(first, last), content_digest(content), content, None), **changes
    )


def take(
    engine: Engine, outbox: MemoryOutbox, first: int, last: int, *, now: datetime = NOW, **changes: Any
) -> BatchAnswer:
    """Send entries `first` to `last` to the centre's own function and return its answer."""
    return accept(engine, incoming(outbox, first, last, **changes), now=now, rules=RULES)


def stored(engine: Engine) -> dict[str, int]:
    """Return the revision of each visit the centre holds."""
    with engine.connect() as connection:
        return {row.visit: row.rev for row in connection.execute(select(visit.c.visit, visit.c.rev))}


def quarantined(engine: Engine) -> list[tuple[int, str]]:
    """Return (seq, reason) of all that lies in quarantine."""
    with engine.connect() as connection:
        found = select(quarantine.c.seq, quarantine.c.reason).order_by(quarantine.c.id)
        return [(row.seq, row.reason) for row in connection.execute(found)]


def audited(engine: Engine) -> list[int]:
    """Return the numbers of the audit facts stored."""
    with engine.connect() as connection:
        return sorted(connection.execute(select(audit.c.fact)).scalars())
