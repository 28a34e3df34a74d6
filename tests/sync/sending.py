"""A sender between an outbox and a centre that are both in memory."""

from __future__ import annotations

import random
import uuid

from contracts.centre.outbox_entry import encode_record
from sync.fakes.centre import MemoryCentre
from sync.fakes.hall import DAY, FakeClock, MemoryOutbox, visit_record
from sync.packing import coding_of, unpack
from sync.quarantine import QuarantineList
from sync.sender import Sender
from sync.verify import differences


def make_sender(outbox: MemoryOutbox, centre: MemoryCentre, *, seed: int = 1) -> Sender:
    return Sender(
        outbox,
        centre,
        clock=FakeClock(),
        rng=random.Random(seed),
        instance="machine-1",
        app="0.1.0",
        quarantine=QuarantineList(),
    )


def unpacked(content: bytes) -> bytes:
    return unpack(content, coding_of(content))


def send_all(sender: Sender, outbox: MemoryOutbox, *, steps: int = 3000) -> None:
    for _ in range(steps):
        if not outbox.state().unsent:
            return
        sender.step()
    raise AssertionError(f"not all sent after {steps} steps: {sender.status}")


def write(outbox: MemoryOutbox, count: int, *, first: int = 0, rev: int = 1) -> list[str]:
    ids = [str(uuid.UUID(int=number)) for number in range(first, first + count)]
    for one in ids:
        outbox.write(encode_record(visit_record(visit=one, rev=rev)))
    return ids


def agree(outbox: MemoryOutbox, centre: MemoryCentre) -> bool:
    return differences(outbox.day_digests(DAY, DAY), centre.day_digests(DAY, DAY)) == ()
