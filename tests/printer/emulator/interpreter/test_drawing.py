from __future__ import annotations

from printer.emulator.interpreter.drawing import CELL_HEIGHT, doubled, placed, text_rows


def test_a_doubled_row_has_each_dot_twice() -> None:
    assert doubled(b"\xa5\x0f") == b"\xcc\x33\x00\xff"


def test_rows_are_placed_by_alignment_and_cut_at_the_edge() -> None:
    assert placed(b"\xff", 24, 0) == b"\xff\0\0"
    assert placed(b"\xff", 24, 1) == b"\0\xff\0"
    assert placed(b"\xff", 24, 2) == b"\0\0\xff"
    assert placed(b"\xff" * 5, 24, 1) == b"\xff\xff\xff"


def test_text_has_the_height_of_its_cells() -> None:
    assert len(text_rows("Ab", 1, 1)) == CELL_HEIGHT
    assert len(text_rows("Ab", 2, 3)) == 3 * CELL_HEIGHT
    assert {len(row) for row in text_rows("Ab", 2, 1)} == {6}
