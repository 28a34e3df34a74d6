from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serial_devices.signs import frame_reader
from serial_devices.signs.frame import frame_for, read_template
from serial_devices.signs.frame_reader import ReadFrame, SignReader
from serial_devices.signs.models import read_models
from tests.helpers.examples import assert_examples_hold

MODELS = read_models()


@pytest.mark.parametrize("code", MODELS)
@given(
    words=st.lists(st.tuples(st.integers(1, 31), st.integers(0, 999)), max_size=8),
    noise=st.binary(max_size=12).filter(lambda data: not set(data) & set(b"\x02|Z")),
    size=st.integers(1, 9),
)
def test_what_is_sent_to_a_model_is_read_back_in_pieces_of_any_size(
    code: str, words: list[tuple[int, int]], noise: bytes, size: int
) -> None:
    template = MODELS[code].template
    line = b"".join(noise + frame_for(template, address=at, ticket=f"A{number:03}") for at, number in words)
    reader, read = SignReader(template), []
    for start in range(0, len(line), size):
        read += reader.feed(line[start : start + size])
    assert [frame.address for frame in read] == [at for at, _ in words]
    assert [int(frame.text.strip().lstrip("A")) for frame in read] == [number for _, number in words]


@given(st.integers(0, 99), st.integers(0, 999), st.integers(0, 8), st.integers(1, 255))
def test_one_damaged_byte_is_never_read_as_another_number(at: int, number: int, index: int, flip: int) -> None:
    template = read_template("{STX}{addr:02d}{num:>4}{ETX}{xor}")
    frame = bytearray(frame_for(template, address=at, ticket=f"A{number:03}"))
    frame[index] ^= flip
    assert SignReader(template).feed(bytes(frame)) == []


@pytest.mark.parametrize(
    ("template", "frame"),
    [
        ("{0x9F}{addr:c}{num:>4}{sum}", ReadFrame(7, " 047")),
        ("{SOH}{addr:02X}{ticket:>5}{xor:hex}{EOT}", ReadFrame(7, " A047")),
        ("|{addr}M{ticket}!", ReadFrame(7, "A047")),
        ("ZD{addr:02d}{num:0>6}{CR}", ReadFrame(7, "000047")),
    ],
)
def test_every_form_of_a_template_is_read(template: str, frame: ReadFrame) -> None:
    parts = read_template(template)
    assert SignReader(parts).feed(frame_for(parts, address=7, ticket="A047")) == [frame]


def test_the_examples_hold() -> None:
    assert_examples_hold(frame_reader)
