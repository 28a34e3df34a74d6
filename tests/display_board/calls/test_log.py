from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from common.configuration.parser import SettingsError
from contracts.queue.answers import BoardCall
from display_board.calls.log import LARGEST_BYTES, TAIL_BYTES, BoardLog, spoken_before
from display_board.calls.state import call_key
from tests.display_board.helpers.example import NINE


def test_each_event_is_on_disk_before_the_next(tmp_path: Path) -> None:
    record = BoardLog(tmp_path / "a" / "board.jsonl", now=lambda: NINE)
    record.write("shown", {"ticket": "أ047", "counter": 3})
    lines = (tmp_path / "a" / "board.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {"at": "2026-11-24T05:00:00+00:00", "event": "shown", "ticket": "أ047", "counter": 3}
    ]
    record.close()


def test_a_record_that_cannot_be_kept_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"--log .* cannot be written: Is a directory; choose another file"):
        BoardLog(tmp_path)


def test_a_second_start_goes_on_in_the_same_file(tmp_path: Path) -> None:
    for _ in range(2):
        record = BoardLog(tmp_path / "board.jsonl")
        record.write("started")
        record.close()
    assert len((tmp_path / "board.jsonl").read_text().splitlines()) == 2


def test_without_a_file_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    record = BoardLog(None)
    record.write("shown")
    record.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.allow_logs
def test_a_full_disk_stops_the_record_and_not_the_board(caplog: pytest.LogCaptureFixture) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    record = BoardLog(Path("/dev/full"))
    with caplog.at_level(logging.WARNING):
        record.write("shown", {"ticket": "A001"})
        record.write("shown", {"ticket": "A002"})
    assert caplog.text.count("cannot be written") == 1


CALL = BoardCall("v1", "A001", "A", 3, NINE, 1)


def spoken(call: BoardCall, **changes: object) -> dict[str, object]:
    line = {"visit": call.visit, "called_at": call.called_at.isoformat(), "recall": call.recalls}
    return {**line, **changes}


def test_what_was_spoken_before_the_power_went_is_known_afterwards(tmp_path: Path) -> None:
    record = BoardLog(tmp_path / "b.jsonl")
    record.write("spoken", spoken(CALL))
    record.write("heard", spoken(CALL, visit="v2"))
    record.write("not_spoken", spoken(CALL, visit="v3"))
    record.close()
    with (tmp_path / "b.jsonl").open("ab") as file:
        file.write(b'{"at": "2026-11-24T05:00:00+00:00", "event": "spoken", "visit": "v4", "call')
    assert spoken_before(tmp_path / "b.jsonl") == {call_key(CALL)}


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\n", b'{"event": "spoken"}\n', b"[]\n7\n", b'{"event": 3}\n'])
def test_a_record_that_says_nothing_says_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.jsonl").write_bytes(content)
    assert spoken_before(tmp_path / "b.jsonl") == frozenset()
    assert spoken_before(tmp_path / "none.jsonl") == frozenset()


def test_only_the_end_of_a_long_record_is_read(tmp_path: Path) -> None:
    record = BoardLog(tmp_path / "b.jsonl")
    record.write("spoken", spoken(CALL))
    record.write("online", {"padding": "x" * TAIL_BYTES})
    record.write("spoken", spoken(CALL, visit="v2"))
    record.close()
    assert {key[0] for key in spoken_before(tmp_path / "b.jsonl")} == {"v2"}


def test_a_record_grown_too_large_is_set_aside_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    record = BoardLog(path)
    record.write("started")
    record.close()
    assert (tmp_path / "b.jsonl.1").stat().st_size == LARGEST_BYTES + 1
    assert len(path.read_text().splitlines()) == 1
