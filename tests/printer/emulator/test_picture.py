from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from printer.emulator.hardware.paper import Roll
from printer.emulator.picture import EVERY_S, LivePicture, paper_in_sight


def printed(rows: int) -> Roll:
    roll = Roll(64, 10_000)
    for _ in range(rows):
        roll.advance(b"\xff" * 8)
    return roll


def test_the_picture_grows_with_the_paper_and_stays_when_it_is_cut(tmp_path: Path) -> None:
    roll, path = printed(10), tmp_path / "live.png"
    live = LivePicture(path)
    assert live.show(roll, 0.0)
    assert QImage(str(path)).height() == 10 + 64
    roll.advance(b"\0" * 8)
    assert not live.show(roll, EVERY_S / 2), "not more often than a person can look"
    assert live.show(roll, EVERY_S)
    roll.cut()
    assert live.show(roll, 2 * EVERY_S)
    assert QImage(str(path)).height() == 11 + 64
    assert [found.name for found in tmp_path.iterdir()] == ["live.png"]


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    live = LivePicture(tmp_path / "live.png")
    roll = printed(3)
    assert live.show(roll, 0.0)
    assert not live.show(roll, 9.0)
    assert not LivePicture(tmp_path / "none.png").show(Roll(64, 10), 0.0)


def test_a_picture_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot write the picture"):
        LivePicture(tmp_path / "nowhere" / "live.png").show(printed(1), 0.0)


def test_the_newest_paper_is_in_sight() -> None:
    roll = printed(2)
    roll.cut()
    sheet = paper_in_sight(roll)
    assert sheet is not None
    assert len(sheet.rows) == 2
