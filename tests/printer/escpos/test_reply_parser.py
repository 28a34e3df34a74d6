"""The printer's one line, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printer.escpos.reply_parser import (
    QR_SIZES,
    RAM_ROOM,
    Block,
    Cleared,
    Fence,
    Named,
    Printed,
    Pushed,
    RealTime,
    ReplyReader,
)

REPLIES = st.one_of(
    st.sampled_from([0x12, 0x16, 0x1A, 0x32, 0x72, 0x7E]).map(lambda bits: (bytes((bits,)), RealTime(bits))),
    st.sampled_from([0x00, 0x03, 0x0C, 0x0F]).map(lambda bits: (bytes((bits,)), Fence(bits))),
    st.binary(min_size=4, max_size=4).map(lambda token: (b"\x37\x22" + token + b"\0", Printed(token))),
    st.just((b"\x37\x25\x00", Cleared())),
    st.sampled_from([b"\x10\0\0\0", b"\x18\0\x0c\0", b"\x38\x08\x0f\0"]).map(lambda bits: (bits, Pushed(bits))),
    st.text("0123456789", min_size=1, max_size=8).map(
        lambda room: (b"\x37\x32" + room.encode() + b"\0", Block(RAM_ROOM, room.encode()))
    ),
    st.sampled_from([b"\x11", b"\x13", b"\xff"]).map(lambda noise: (noise, None)),
)


@given(st.lists(REPLIES, max_size=12), st.data())
def test_the_line_is_taken_apart_the_same_in_whatever_chunks_it_comes(
    replies: list[tuple[bytes, object]], data: st.DataObject
) -> None:
    line = b"".join(raw for raw, _ in replies)
    reader, found, at = ReplyReader(), [], 0
    while at < len(line):
        size = data.draw(st.integers(1, len(line) - at))
        found += reader.feed(line[at : at + size])
        at += size
    assert found == [reply for _, reply in replies if reply is not None]


def test_the_size_of_a_code_is_read_by_each_makers_identifier() -> None:
    for kind in (0x36, 0x59, 0x2F):
        (answer,) = ReplyReader().feed(bytes((0x37, kind)) + b"210\x1f210\x1f1\x1f0\0")
        assert answer == Block(kind, b"210\x1f210\x1f1\x1f0")
        assert kind in QR_SIZES


def test_a_name_is_read_only_when_one_was_asked_for() -> None:
    reader = ReplyReader()
    assert Named("TM-T20III") not in reader.feed(b"_TM-T20III\0")
    reader = ReplyReader()
    reader.expects_name = True
    assert reader.feed(b"\x12_TM-T20III\0\x00") == [RealTime(0x12), Named("TM-T20III"), Fence(0)]


@pytest.mark.parametrize("whole", ["10000000", "38000c00"])
@pytest.mark.parametrize("lost", [1, 2, 3])
def test_a_pushed_state_that_lost_bytes_swallows_no_answer_behind_it(whole: str, lost: int) -> None:
    line = bytes.fromhex(whole)[: 4 - lost] + b"\x16"
    assert ReplyReader().feed(line)[-1] == RealTime(0x16)


@pytest.mark.parametrize("begun", ["3722543031", "37", "3731393930", "3725"])
def test_a_reply_that_was_never_finished_gives_way_when_the_line_has_been_quiet(begun: str) -> None:
    reader = ReplyReader()
    reader.feed(bytes.fromhex(begun))
    reader.settle()
    assert RealTime(0x12) in [*reader.feed(b"\x12"), *reader.settle()]


def test_a_block_without_an_end_is_noise_in_the_end() -> None:
    reader = ReplyReader()
    assert reader.feed(b"\x37\x31" + b"\xff" * 200 + b"\x12") == [RealTime(0x12)]
