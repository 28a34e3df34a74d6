from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from serial_devices.line import frames as line_frames
from serial_devices.line.frames import CAP_BYTES, SILENCE_S, LineFrames
from tests.helpers.examples import assert_examples_hold

LINES = st.lists(st.binary(min_size=1, max_size=CAP_BYTES).filter(lambda line: not set(line) & {10, 13}), max_size=6)
ENDS = st.sampled_from([b"\r", b"\n", b"\r\n"])


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    at = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in itertools.pairwise(at)]


@given(LINES, ENDS, st.lists(st.integers(0, 10_000), max_size=20))
def test_lines_come_out_whole_and_in_order_however_they_are_cut(
    lines: list[bytes], end: bytes, cuts: list[int]
) -> None:
    frames, came = LineFrames(), []
    for piece in pieces(b"".join(line + end for line in lines), cuts):
        came += frames.feed(piece, 0.0)
    assert came == lines
    assert frames.dropped == 0


@given(st.lists(st.tuples(st.binary(max_size=40), st.floats(0, 1)), max_size=30))
def test_no_noise_makes_a_line_that_is_empty_too_long_or_holds_an_end(said: list[tuple[bytes, float]]) -> None:
    frames, now_s = LineFrames(cap_bytes=16), 0.0
    for data, pause_s in said:
        now_s += pause_s
        for line in frames.feed(data, now_s):
            assert 0 < len(line) <= 16
            assert not set(line) & {10, 13}


@given(
    st.binary(min_size=1, max_size=30).filter(lambda line: not set(line) & {10, 13}), st.floats(SILENCE_S + 0.01, 60)
)
def test_a_half_line_never_becomes_the_beginning_of_the_next(half: bytes, pause_s: float) -> None:
    frames = LineFrames()
    assert frames.feed(half, 0.0) == []
    assert frames.feed(b"NEXT\r", pause_s) == [b"NEXT"]
    assert frames.dropped == 1


def test_a_line_that_comes_slowly_but_without_a_break_is_whole() -> None:
    frames = LineFrames()
    came = [frames.feed(bytes([byte]), index * 0.2) for index, byte in enumerate(b"RECALL\r")]
    assert came[-1] == [b"RECALL"]


def test_silence_alone_drops_the_half() -> None:
    frames = LineFrames()
    frames.feed(b"HALF", 0.0)
    assert frames.feed(b"", 1.0) == []
    assert frames.dropped == 1


def test_noise_without_an_end_is_dropped_to_its_end_and_the_next_line_is_good() -> None:
    frames = LineFrames(cap_bytes=8)
    for index in range(10):
        assert frames.feed(b"12345", index * 0.1) == []
    assert frames.feed(b"678\rNEXT\r", 1.0) == [b"NEXT"]


def test_the_examples_hold() -> None:
    assert_examples_hold(line_frames)
