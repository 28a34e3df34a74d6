from __future__ import annotations

import pytest

from printer.emulator.interpreter.effects import Answer, Cut, PrintRow, PushStatus
from printer.emulator.interpreter.interpreter import Interpreter


def acts_of(stream: bytes, dots: int = 64) -> list[object]:
    interpreter, buffer, acts = Interpreter(dots), bytearray(stream), []
    while (step := interpreter.step(buffer)) is not None:
        acts += step
    assert not interpreter.unknown
    return acts


def rows_of(stream: bytes, dots: int = 64) -> list[bytes]:
    return [act.row for act in acts_of(stream, dots) if isinstance(act, PrintRow)]


def test_a_picture_stands_where_the_alignment_says() -> None:
    picture = b"\x1dv0\x00\x01\x00\x01\x00\xff"
    assert rows_of(picture) == [b"\xff\0\0\0\0\0\0\0"]
    assert rows_of(b"\x1ba\x01" + picture) == [b"\0\0\0\x0f\xf0\0\0\0"]
    assert rows_of(b"\x1ba\x02" + picture) == [b"\0\0\0\0\0\0\0\xff"]
    assert rows_of(b"\x1ba\x02\x1b@" + picture) == [b"\xff\0\0\0\0\0\0\0"]


@pytest.mark.parametrize(
    ("mode", "rows"),
    [
        (0, [b"\xa0"]),
        (1, [b"\xcc\x00"]),
        (2, [b"\xa0", b"\xa0"]),
        (3, [b"\xcc\x00", b"\xcc\x00"]),
    ],
)
def test_the_four_sizes_of_a_picture(mode: int, rows: list[bytes]) -> None:
    printed = rows_of(b"\x1dv0" + bytes((mode,)) + b"\x01\x00\x01\x00\xa0")
    assert printed == [row.ljust(8, b"\0") for row in rows]


def test_what_is_wider_than_the_paper_is_cut_off() -> None:
    assert rows_of(b"\x1dv0\x00\x0a\x00\x01\x00" + b"\xff" * 10) == [b"\xff" * 8]


def test_feeds_make_blank_rows() -> None:
    assert rows_of(b"\x1bJ\x05") == [bytes(8)] * 5
    assert len(rows_of(b"\n\n")) == 60
    assert len(rows_of(b"\x1b3\x18\n")) == 24


def test_text_is_printed_and_enlarged() -> None:
    small, large = rows_of(b"A\n", 576), rows_of(b"\x1d!\x11A\n", 576)
    assert len(small) == 30
    assert len(large) == 48
    assert any(any(row) for row in small)
    assert sum(int.from_bytes(row).bit_count() for row in large) > 3 * sum(int.from_bytes(r).bit_count() for r in small)


def test_a_native_qr_code_obeys_the_alignment() -> None:
    code = b"\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x03\x1d(k\x03\x001E1\x1d(k\x05\x001P0ab\x1d(k\x03\x001Q0"
    left, centre, right = (
        [int.from_bytes(row) for row in rows_of(b"\x1ba" + bytes((where,)) + code, 128)] for where in (0, 1, 2)
    )
    assert len(left) == 63
    assert left[0] >> 127 == 1
    assert right == [row >> 65 for row in left], "21 modules of 3 dots on 128"
    assert centre == [row >> 32 for row in left]


def test_questions_and_cuts_become_acts() -> None:
    assert acts_of(b"\x1dr\x01\x1d(H\x06\x0000T047\x1dI\x43\x1da\xff\x1dVB\x00") == [
        Answer("fence"),
        Answer("token", b"T047"),
        Answer("identity"),
        PushStatus(on=True),
        Cut(),
    ]


def test_unknown_commands_are_noted_and_passed_over() -> None:
    interpreter, buffer = Interpreter(64), bytearray(b"\x1d(L\x02\x00\x30\x45\x1bJ\x01")
    while interpreter.step(buffer) is not None:
        pass
    assert interpreter.unknown == [b"\x1d(L\x02\x00\x30\x45"]
    assert not buffer


def test_nul_bytes_print_nothing() -> None:
    assert acts_of(bytes(100)) == []


def test_a_picture_waits_row_by_row_for_its_data() -> None:
    interpreter, buffer = Interpreter(64), bytearray(b"\x1dv0\x00\x01\x00\x02\x00\xff")
    steps = []
    while (step := interpreter.step(buffer)) is not None:
        steps += step
    assert len(steps) == 1
    buffer += b"\x0f"
    assert list(interpreter.step(buffer) or ()) == [PrintRow(b"\x0f".ljust(8, b"\0"))]
