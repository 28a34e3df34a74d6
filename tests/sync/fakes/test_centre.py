"""A centre of memory: each of its faults really is one, and without one it takes everything in once."""

from __future__ import annotations

import uuid

import pytest

from contracts.centre.batch import batch_name, build_batch, compress, content_digest
from contracts.centre.outbox_entry import encode_record
from sync.fakes.centre import FAULTS, MemoryCentre
from sync.fakes.hall import MemoryOutbox, visit_record
from sync.ports import Reply
from sync.verdict import Delivered, Sent, UplinkError, judge


def filled(count: int) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for number in range(count):
        outbox.write(encode_record(visit_record(visit=str(uuid.UUID(int=number)))))
    return outbox


def send(outbox: MemoryOutbox, centre: MemoryCentre) -> tuple[Reply | UplinkError, Sent]:
    state = outbox.state()
    entries = outbox.entries_after(state.delivered, 500)
    content = compress(
        build_batch(
            entries,
            start=state.start,
            previous=outbox.chain_at(state.delivered),
            stream=state.stream,
            instance="i",
            app="0",
        )
    )
    sent = Sent(batch_name(entries[0].seq, entries[-1].seq), entries[-1].seq, content_digest(content))
    try:
        return centre.send_batch(state.stream, sent.batch, content, sent.digest), sent
    except UplinkError as error:
        return error, sent


def test_a_day_sent_again_is_stored_once() -> None:
    outbox, centre = filled(3), MemoryCentre()
    send(outbox, centre)
    outbox.delivered(3, outbox.state().stream)
    assert outbox.requeue(visit_record(visit="x").service_day) == 3
    outcome, sent = send(outbox, centre)
    assert judge(outcome, sent) == Delivered(6)
    assert len(centre.visits) == 3


def test_without_a_fault_a_batch_is_delivered() -> None:
    outcome, sent = send(filled(3), MemoryCentre())
    assert judge(outcome, sent) == Delivered(3)


@pytest.mark.parametrize("fault", FAULTS)
def test_with_a_fault_no_batch_is_delivered(fault: str) -> None:
    outcome, sent = send(filled(3), MemoryCentre(lambda: fault))
    assert not isinstance(judge(outcome, sent), Delivered)
