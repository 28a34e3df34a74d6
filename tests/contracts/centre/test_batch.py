"""Batches: their lines, their limits, and what is refused."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.centre import batch
from contracts.centre.batch import (
    MAX_ENTRY_BYTES,
    build_batch,
    compress,
    content_digest,
    decompress,
    line_chain,
    read_batch,
    read_opaque,
)
from contracts.centre.outbox_entry import GENESIS, OutboxEntry, encode_body, link
from contracts.codec.reader import ContractError
from tests.helpers.examples import assert_examples_hold


def chained(bodies: list[bytes], *, first: int = 1) -> list[OutboxEntry]:
    entries: list[OutboxEntry] = []
    chain = GENESIS
    for seq, body in enumerate(bodies, first):
        chain = link(chain, body)
        entries.append(OutboxEntry(seq, body, chain))
    return entries


def batch_of(entries: list[OutboxEntry], opaque: frozenset[int] = frozenset()) -> bytes:
    return build_batch(entries, start=1, previous=GENESIS, stream="s", instance="i", app="0", opaque=opaque)


def chain_after(content: bytes) -> tuple[str, str]:
    header, lines = read_batch(content)
    chain = header.previous
    for line in lines:
        chain = line_chain(chain, line)
    return chain, header.head


def test_the_examples_hold() -> None:
    assert_examples_hold(batch)


@given(st.lists(st.binary(max_size=30), min_size=1, max_size=6), st.frozensets(st.integers(1, 6)))
def test_whatever_bytes_an_entry_has_it_travels_and_the_chain_holds(
    bodies: list[bytes], opaque: frozenset[int]
) -> None:
    entries = chained(bodies)
    content = batch_of(entries, opaque)
    header, lines = read_batch(content)
    assert (header.first, header.last) == (1, len(bodies))
    assert chain_after(content) == (entries[-1].chain, entries[-1].chain)
    carried = [found[0] if (found := read_opaque(line)) else line for line in lines]
    assert carried == bodies


def test_an_entry_damaged_on_disk_travels_opaque_and_those_behind_it_as_they_are() -> None:
    good = chained([b'{"a":1}', b'{"a":2}', b'{"a":3}'])
    damaged = [good[0], OutboxEntry(2, b'{"a":7}', good[1].chain), good[2]]
    content = batch_of(damaged)
    _, lines = read_batch(content)
    assert [read_opaque(line) for line in lines] == [None, (b'{"a":7}', good[1].chain), None]
    assert chain_after(content) == (good[2].chain, good[2].chain)


def test_an_entry_that_looks_opaque_is_not_taken_for_one() -> None:
    liar = encode_body({"kind": "opaque", "raw": "", "chain": "f" * 64})
    content = batch_of(chained([liar]))
    _, (line,) = read_batch(content)
    assert read_opaque(line) == (liar, link(GENESIS, liar))


def test_an_entry_too_large_sends_its_beginning_and_says_how_long_it_is() -> None:
    content = batch_of(chained([b"x" * (MAX_ENTRY_BYTES + 1)]))
    assert len(content) < 4096
    assert b'"bytes":262145' in content
    assert chain_after(content)[0] == chain_after(content)[1]


HEADER = b'{"app":"0","first":1,"head":"%s","instance":"i","last":1,"previous":"%s","schema":1,"start":1,"stream":"s"}'
SOUND = HEADER % (b"a" * 64, b"0" * 64)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\n{}", "not JSON"),
        (b"[" * 100_000 + b"\n{}", "not JSON"),
        (b"[]\n{}", "expected an object"),
        (b"{}\n{}", "is missing"),
        (SOUND, "1 entries were announced, 0 came"),
        (SOUND + b"\n{}\n{}", "1 entries were announced, 2 came"),
        (SOUND.replace(b'"first":1', b'"first":0') + b"\n{}\n{}", "not in order"),
        (SOUND.replace(b'"last":1', b'"last":0') + b"\n{}", "not in order"),
        (SOUND.replace(b'"start":1', b'"start":2') + b"\n{}", "not in order"),
        (SOUND.replace(b"aaaa", b"AAAA") + b"\n{}", "head: expected 64"),
        (SOUND.replace(b"0000", b"0") + b"\n{}", "previous: expected 64"),
        (SOUND.replace(b'"first":1', b'"first":true') + b"\n{}", "first: expected a whole number"),
    ],
)
def test_a_batch_that_cannot_be_read_is_refused_by_name(content: bytes, said: str) -> None:
    with pytest.raises(ContractError, match=said):
        read_batch(content)


def test_a_field_of_a_newer_hall_in_the_header_is_let_pass() -> None:
    header, _ = read_batch(SOUND.replace(b'"app"', b'"zone":"east","app"') + b"\n{}")
    assert header.app == "0"


@given(st.binary(max_size=2000))
def test_compression_is_deterministic_and_comes_back(content: bytes) -> None:
    assert compress(content) == compress(content)
    assert decompress(compress(content)) == content
    assert gzip.decompress(compress(content)) == content


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zlib.compressobj(9, wbits=31)
    packed = b"".join(bomb.compress(b"\0" * 1_000_000) for _ in range(100)) + bomb.flush()
    assert len(packed) < 200_000
    with pytest.raises(ContractError, match="more than 1000 bytes"):
        decompress(packed, limit=1000)


@pytest.mark.parametrize(
    "content", [b"", b"plain", compress(b"abc")[:-1], compress(b"abc") + b"x", compress(b"a") + compress(b"b")]
)
def test_a_damaged_gzip_body_is_refused(content: bytes) -> None:
    with pytest.raises(ContractError):
        decompress(content)


def test_the_digest_is_of_the_bytes_that_travel() -> None:
    assert content_digest(compress(b"a")) != content_digest(b"a")
