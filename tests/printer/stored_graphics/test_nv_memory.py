from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from printer.stored_graphics.nv_memory import WRITES_A_DAY, ArtFile, ArtMemo

TODAY, TOMORROW = date(2026, 11, 25), date(2026, 11, 26)


def test_a_memo_comes_back_as_it_was_and_leaves_other_units_alone(tmp_path: Path) -> None:
    file = ArtFile(tmp_path / "deep" / "art.json")
    memo = ArtMemo("5a17", {"d1": b"a1", "d2": b"Zz"}, TODAY, 4)
    file.save("usb-1", memo)
    file.save("usb-2", ArtMemo("other"))
    again = ArtFile(tmp_path / "deep" / "art.json")
    assert again.load("usb-1") == memo
    assert again.load("usb-2") == ArtMemo("other")
    assert again.load("usb-3") == ArtMemo()
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["art.json"]


def test_ten_writes_a_day_and_no_more() -> None:
    memo = ArtMemo()
    for _ in range(WRITES_A_DAY):
        assert memo.may_write(TODAY)
        memo.count_write(TODAY)
    assert not memo.may_write(TODAY)
    assert memo.may_write(TOMORROW)
    memo.count_write(TOMORROW)
    assert (memo.day, memo.writes) == (TOMORROW, 1)


def test_a_clock_that_goes_back_gives_no_new_writes() -> None:
    memo = ArtMemo(day=TOMORROW, writes=WRITES_A_DAY)
    assert not memo.may_write(TODAY)


def test_forgetting_keeps_the_count() -> None:
    memo = ArtMemo("old", {"d": b"k1"}, TODAY, 7)
    memo.forget("new")
    assert memo == ArtMemo("new", {}, TODAY, 7)


@pytest.mark.allow_logs
@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        '{"units": 5}',
        '{"units": {"u": 5}}',
        '{"units": {"u": {"salt": "s", "keys": {"d": "é"}, "day": "2026-11-25", "writes": 1}}}',
        '{"units": {"u": {"salt": "s", "keys": {}, "day": "soon", "writes": 1}}}',
    ],
)
def test_a_file_that_cannot_be_read_is_not_believed(text: str, tmp_path: Path) -> None:
    path = tmp_path / "art.json"
    path.write_text(text, encoding="utf-8")
    assert ArtFile(path).load("u") == ArtMemo()
    ArtFile(path).save("u", ArtMemo("fresh"))
    assert ArtFile(path).load("u").salt == "fresh"
