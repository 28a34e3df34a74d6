from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from display_board.board_log import BoardLog
from qtkit.shell import OptionsError
from tests.display_board.example import NINE


def test_each_event_is_on_disk_before_the_next(tmp_path: Path) -> None:
    record = BoardLog(tmp_path / "a" / "board.jsonl", now=lambda: NINE)
    record.write("shown", {"ticket": "أ047", "counter": 3})
    lines = (tmp_path / "a" / "board.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {"at": "2026-11-24T05:00:00+00:00", "event": "shown", "ticket": "أ047", "counter": 3}
    ]
    record.close()


def test_a_record_that_cannot_be_kept_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match=r"--log .* cannot be written: Is a directory; choose another file"):
        BoardLog(tmp_path)


def test_a_second_start_goes_on_in_the_same_file(tmp_path: Path) -> None:
    for _ in range(2):
        record = BoardLog(tmp_path / "board.jsonl")
        record.write("started")
        record.close()
    assert len((tmp_path / "board.jsonl").read_text().splitlines()) == 2


def test_without_a_file_nothing_is_kept() -> None:
    record = BoardLog(None)
    record.write("shown")
    record.close()


@pytest.mark.allow_logs
def test_a_full_disk_stops_the_record_and_not_the_board(caplog: pytest.LogCaptureFixture) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    record = BoardLog(Path("/dev/full"))
    with caplog.at_level(logging.WARNING):
        record.write("shown", {"ticket": "A001"})
        record.write("shown", {"ticket": "A002"})
    assert caplog.text.count("cannot be written") == 1
