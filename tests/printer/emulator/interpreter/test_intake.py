from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from printer.emulator.interpreter.intake import Intake

CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"


@given(
    st.lists(
        st.sampled_from([b"\x10\x04\x01", b"\x10\x04\x04", CLEAR, b"\x1bJ\x10", b"text", b"\x10", b"\x00"]), max_size=8
    ),
    st.data(),
)
def test_no_byte_is_lost_and_no_command_missed_in_whatever_chunks_it_comes(
    parts: list[bytes], data: st.DataObject
) -> None:
    stream = b"".join(parts) + b"\x00" * 10
    whole = Intake().split(stream)
    intake, chunked, at = Intake(), [], 0
    while at < len(stream):
        size = data.draw(st.integers(1, len(stream) - at))
        chunked += intake.split(stream[at : at + size])
        at += size
    assert b"".join(part for part, _ in chunked) == stream
    assert [command for _, command in chunked if command] == [command for _, command in whole if command]


def test_a_command_inside_a_picture_is_obeyed_as_real_printers_do() -> None:
    picture = b"\x1dv0\x00\x03\x00\x01\x00\x10\x04\x01"
    assert [command for _, command in Intake().split(picture) if command] == [b"\x10\x04\x01"]
