from __future__ import annotations

import pytest

from printer.emulator.interpreter.effects import Answer, PrintRow
from printer.emulator.interpreter.graphics import Graphics, is_definition
from printer.emulator.interpreter.interpreter import Interpreter
from printer.escpos.stored_graphics import KeptArt, Memory, define_command, delete_command, list_command, print_command
from printer.render.bitmap import Bitmap

NV, RAM = KeptArt(Memory.NV, b"a1"), KeptArt(Memory.RAM, b"b2")
PICTURE = Bitmap(16, b"\xff\x00\x0f\xf0")


class Unit:
    """An interpreter with memories, fed with whole or broken streams."""

    def __init__(self, nv_bytes: int = 1000, ram_bytes: int = 1000) -> None:
        self.graphics = Graphics(nv_bytes, ram_bytes)
        self.interpreter = Interpreter(64, self.graphics)
        self.buffer = bytearray()

    def send(self, stream: bytes) -> list[object]:
        acts: list[object] = []
        self.buffer += stream
        while (step := self.interpreter.step(self.buffer)) is not None:
            acts += step
        return acts

    def keys(self, memory: Memory) -> bytes:
        (answer,) = self.send(list_command(memory))
        assert isinstance(answer, Answer)
        return answer.token


@pytest.mark.parametrize("art", [NV, RAM], ids=str)
def test_a_kept_picture_is_printed_where_the_alignment_says(art: KeptArt) -> None:
    unit = Unit()
    assert unit.send(define_command(art, PICTURE)) == []
    assert unit.send(b"\x1ba\x02" + print_command(art)) == [
        PrintRow(b"\0\0\0\0\0\0\xff\x00"), PrintRow(b"\0\0\0\0\0\0\x0f\xf0")
    ]  # fmt: skip
    assert not unit.interpreter.unknown


def test_a_definition_comes_in_pieces_of_any_size_and_is_larger_than_the_buffer() -> None:
    unit, stream = Unit(), define_command(NV, PICTURE) + b"\x1bJ\x01"
    acts = [act for byte in stream for act in unit.send(bytes((byte,)))]
    assert acts == [PrintRow(bytes(8))]
    assert unit.graphics.kept[Memory.NV] == {b"a1": PICTURE}


def test_a_picture_that_is_not_there_prints_nothing() -> None:
    assert Unit().send(print_command(NV)) == []


def test_only_ram_is_lost_at_a_reset_and_only_one_picture_at_a_delete() -> None:
    unit, other = Unit(), KeptArt(Memory.NV, b"c3")
    for art in (NV, RAM, other):
        unit.send(define_command(art, PICTURE))
    assert unit.keys(Memory.RAM) == b"\x37\x73\x40b2\x00"
    unit.send(b"\x1b@")
    assert unit.keys(Memory.RAM) == b"\x37\x73\x40\x00"
    unit.send(delete_command(NV))
    assert unit.keys(Memory.NV) == b"\x37\x72\x40c3\x00"
    assert unit.graphics.nv_writes == 3


def test_more_than_40_keys_are_told_block_by_block_as_the_host_acknowledges() -> None:
    unit = Unit(nv_bytes=10_000)
    for nth in range(90):
        unit.send(define_command(KeptArt(Memory.NV, b"%02d" % nth), PICTURE))
    first = unit.keys(Memory.NV)
    (second,), (third,) = unit.send(b"\x06"), unit.send(b"\x06")
    assert isinstance(second, Answer)
    assert isinstance(third, Answer)
    blocks = [first, second.token, third.token]
    assert [block[2] for block in blocks] == [0x41, 0x41, 0x40]
    assert [(len(block) - 4) // 2 for block in blocks] == [40, 40, 10]
    assert unit.send(b"\x06") == []


def test_what_has_no_room_is_dropped_without_a_word_and_a_new_picture_takes_the_place_of_the_old() -> None:
    unit = Unit(nv_bytes=6)
    unit.send(define_command(NV, PICTURE))
    unit.send(define_command(KeptArt(Memory.NV, b"zz"), PICTURE))
    assert unit.keys(Memory.NV) == b"\x37\x72\x40a1\x00"
    unit.send(define_command(NV, Bitmap(16, b"\x01" * 6)))
    assert unit.graphics.kept[Memory.NV][b"a1"].height == 3


def test_a_printer_without_a_memory_swallows_the_picture_and_notes_the_command() -> None:
    unit = Unit(ram_bytes=0)
    assert unit.send(define_command(RAM, PICTURE) + b"\x1bJ\x01") == [PrintRow(bytes(8))]
    assert unit.send(list_command(Memory.RAM) + print_command(RAM)) == []
    assert len(unit.interpreter.unknown) == 3


def test_a_stored_picture_can_be_printed_doubled() -> None:
    unit = Unit()
    unit.send(define_command(NV, Bitmap(8, b"\x81")))
    assert unit.send(print_command(NV)[:-2] + b"\x02\x02") == [PrintRow(b"\xc0\x03" + bytes(6))] * 2


def test_only_a_whole_head_of_a_definition_is_one() -> None:
    head = define_command(NV, PICTURE)[:15]
    assert is_definition(head)
    assert not is_definition(head[:14])
    assert not is_definition(print_command(NV))


def test_the_room_that_is_left_is_told() -> None:
    unit = Unit(nv_bytes=1000, ram_bytes=64)
    unit.send(define_command(NV, PICTURE))
    answers = unit.send(b"\x1d(L\x02\x000\x33\x1d(L\x02\x000\x34")
    assert answers == [Answer("keys", b"\x371996\x00"), Answer("keys", b"\x37264\x00")]
