"""Streams: the chain is checked record by record, at whatever place a batch begins or ends."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from central.errors import BodyError, StreamError
from central.intake.streams import chains_of, pack_chains
from contracts.centre.batch import BatchHeader
from contracts.centre.outbox_entry import GENESIS, encode_record, link
from sync.fakes.hall import MemoryOutbox
from tests.helpers.batches import outbox_of, record, take
from tests.helpers.speeds import examples

HEADER = BatchHeader(1, "0", "i", "s", start=1, first=3, last=4, previous="a" * 64, head="")


def header(head: str) -> BatchHeader:
    return BatchHeader(1, "0", "i", "s", start=1, first=3, last=4, previous="a" * 64, head=head)


def test_the_chain_is_worked_out_from_the_entries() -> None:
    third = link("a" * 64, b"x")
    fourth = link(third, b"y")
    chains = chains_of(header(fourth), [b"x", b"y"])
    assert {seq: chain.hex() for seq, chain in chains.items()} == {2: "a" * 64, 3: third, 4: fourth}
    with pytest.raises(BodyError, match="send it again"):
        chains_of(header(third), [b"x", b"y"])
    assert pack_chains(chains, 3, 4).hex() == third + fourth


@given(data=st.data())
@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_fork_is_seen_wherever_the_histories_part_and_nowhere_else(
    sqlite_engine: Engine, data: st.DataObject
) -> None:
    """Two histories with a common beginning: any batch that touches what differs is refused, any other is a replay."""
    length = 12
    common = data.draw(st.integers(0, length - 1))
    ours = outbox_of(*(record(n) for n in range(1, common + 1)))
    theirs = ours.backup()
    for n in range(common, length):
        ours.write(encode_record(record(n + 100)))
        theirs.write(encode_record(record(n + 200)))
    cut = data.draw(st.integers(1, length))
    take(sqlite_engine, ours, 1, cut)
    if cut < length:
        take(sqlite_engine, ours, cut + 1, length)
    first = data.draw(st.integers(1, length))
    last = data.draw(st.integers(first, length))
    if last <= common:
        assert take(sqlite_engine, theirs, first, last).replayed
    else:
        with pytest.raises(StreamError) as refused:
            take(sqlite_engine, theirs, first, last)
        assert refused.value.code == "fork"


def test_the_first_chain_value_of_a_stream_is_remembered(sqlite_engine: Engine) -> None:
    outbox = outbox_of(*(record(n) for n in range(1, 7)))
    outbox.prune(3)
    outbox.new_stream()
    take(sqlite_engine, outbox, 4, 5)
    other = MemoryOutbox()
    other.__dict__.update(outbox.__dict__)
    other._floor = (3, GENESIS)
    entries = outbox.entries_after(3, 9)
    other._entries = []
    for entry in entries:
        other.write(entry.body)
    with pytest.raises(StreamError, match="restored from a backup"):
        take(sqlite_engine, other, 4, 5)
