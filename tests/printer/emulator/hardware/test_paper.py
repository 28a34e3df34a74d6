from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from printer.emulator.hardware.paper import Roll, Sheet


def test_a_cut_makes_a_sheet_and_an_end_of_roll_a_torn_one() -> None:
    roll = Roll(dots=16, left_dots=3)
    roll.advance(b"\x80\x01")
    roll.cut()
    roll.cut()
    roll.advance(b"\0\0")
    roll.advance(b"\0\0")
    assert roll.out
    roll.replace(100)
    assert not roll.out
    assert [(sheet.torn, len(sheet.rows)) for sheet in roll.sheets] == [(False, 1), (True, 2)]


def test_only_the_newest_sheets_are_kept_and_all_are_counted() -> None:
    roll = Roll(dots=8, left_dots=1000, kept_sheets=3)
    for shade in range(10):
        roll.advance(bytes((shade,)))
        roll.cut()
    assert [sheet.data for sheet in roll.sheets] == [b"\x07", b"\x08", b"\x09"]
    assert roll.parted == 10


def test_the_picture_shows_each_dot_black() -> None:
    picture = Sheet(16, (b"\x80\x01", b"\x00\x00")).picture()
    assert (picture.width(), picture.height()) == (16, 2)
    black = [(x, y) for y in range(2) for x in range(16) if picture.pixelColor(x, y).lightness() == 0]
    assert black == [(0, 0), (15, 0)]


def test_a_person_sees_the_white_edges_too() -> None:
    paper = Sheet(16, (b"\xff\xff",)).as_paper(4)
    assert (paper.width(), paper.height()) == (24, 9)
    black = [x for x in range(24) if paper.pixelColor(x, 4).lightness() == 0]
    assert black == list(range(4, 20))
    assert paper.pixelColor(0, 0).lightness() == 255


def test_a_picture_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot write"):
        Sheet(16, (b"\0\0",)).save(tmp_path / "missing" / "x.png")


def test_a_picture_is_whole_from_its_first_moment_and_leaves_no_draft(tmp_path: Path) -> None:
    sheet = Sheet(16, (b"\xff\0",))
    sheet.save(tmp_path / "x.png")
    assert QImage(str(tmp_path / "x.png")).size() == sheet.picture().size()
    assert [one.name for one in tmp_path.iterdir()] == ["x.png"]


def test_what_a_wide_head_prints_beside_a_narrow_roll_is_on_the_platen() -> None:
    roll = Roll(64, 100)
    roll.advance(b"\xff" * 10)
    roll.advance(b"\xff" * 4)
    roll.cut()
    assert roll.platen_dots == 16
    assert roll.sheets[0].rows == (b"\xff" * 8, b"\xff" * 4 + b"\0" * 4)


def test_paper_torn_off_is_told_from_paper_cut_off() -> None:
    roll = Roll(64, 100)
    roll.tear()
    assert not roll.sheets, "where nothing hangs out nothing can be torn off"
    roll.advance(b"\xff" * 8)
    roll.tear()
    roll.advance(b"\xff" * 8)
    roll.cut()
    assert [sheet.torn for sheet in roll.sheets] == [True, False]
    roll.spoil_last()
    assert [sheet.torn for sheet in roll.sheets] == [True, True]
