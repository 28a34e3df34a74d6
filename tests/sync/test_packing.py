"""Packing: what goes in comes out, in both codings; damage, cuts and bombs are named, never believed."""

from __future__ import annotations

import contextlib

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from contracts.codec.reader import ContractError
from sync.packing import GZIP, ZSTD, chosen, coding_of, pack, unpack


@given(st.binary(max_size=5000), st.sampled_from([GZIP, ZSTD]))
def test_what_is_packed_comes_out_again_and_tells_its_coding(content: bytes, coding: str) -> None:
    packed = pack(content, coding)
    assert pack(content, coding) == packed
    assert coding_of(packed) == coding
    assert unpack(packed, coding) == content


@given(st.binary(min_size=1, max_size=2000), st.data())
def test_a_cut_or_flipped_zstd_body_is_refused(content: bytes, data: st.DataObject) -> None:
    packed = pack(content, ZSTD)
    cut = packed[: data.draw(st.integers(0, len(packed) - 1))]
    with pytest.raises(ContractError):
        unpack(cut, ZSTD)
    at = data.draw(st.integers(0, len(packed) - 1))
    flipped = packed[:at] + bytes([packed[at] ^ data.draw(st.integers(1, 255))]) + packed[at + 1 :]
    with contextlib.suppress(ContractError):
        assert unpack(flipped, ZSTD) == content, "only a flag that changes nothing may pass"


def test_a_body_that_says_it_holds_nothing_is_not_believed() -> None:
    packed = pack(b"\x00", ZSTD)
    with pytest.raises(ContractError, match="holds nothing"):
        unpack(packed[:4] + bytes([packed[4] ^ 2]) + packed[5:], ZSTD)
    assert unpack(pack(b"", ZSTD), ZSTD) == b""


def test_nothing_may_follow_a_zstd_body() -> None:
    with pytest.raises(ContractError):
        unpack(pack(b"abc", ZSTD) + b"more", ZSTD)
    with pytest.raises(ContractError):
        unpack(pack(b"abc", ZSTD) + pack(b"abc", ZSTD), ZSTD)


def test_a_bomb_is_not_unpacked() -> None:
    for says_its_size in (True, False):
        bomb = zstandard.ZstdCompressor(write_content_size=says_its_size).compress(bytes(64 * 1024 * 1024))
        assert len(bomb) < 10_000
        with pytest.raises(ContractError, match="more than 1000 bytes"):
            unpack(bomb, ZSTD, limit=1000)


def test_the_best_coding_of_those_offered_is_taken() -> None:
    assert chosen({"br", "gzip", "zstd"}) == ZSTD
    assert chosen({"br"}) == GZIP
