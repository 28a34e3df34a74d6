"""What is on the disk is there after any end of the program, and belongs to one program only."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from contracts.codec.reader import to_json
from contracts.queue.bodies import HandInRequest
from kiosk.offline.number_file import OwnFile, OwnFileError
from tests.helpers.fake_hall import example_hall, own_numbers

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def record(number: int, day: date = TODAY) -> HandInRequest:
    return HandInRequest(f"v{number}-{day}", f"A{number}", "c0de", "A", day, NOON)


def reopened(file: OwnFile, folder: Path) -> OwnFile:
    file.close()
    return OwnFile(folder)


def test_everything_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = OwnFile(tmp_path)
    assert file.load(NOON).issued == ()
    file.learn(own_numbers(), example_hall())
    file.issue(record(900))
    file.issue(record(901))
    file.settle(record(900).visit)
    kept = reopened(file, tmp_path).load(NOON)
    assert (kept.reserved, kept.hall) == (own_numbers(), example_hall())
    assert [one.ticket for one in kept.issued] == ["A900", "A901"]
    assert [one.ticket for one in kept.pending] == ["A901"]


@pytest.mark.allow_logs
@pytest.mark.parametrize("torn", [b'{"issued": {"visit": "v', b'{"issued": {"visit": "v9"}}', b"\xff\xfe", b"[]", b"7"])
def test_a_torn_line_is_cut_off_and_the_next_ticket_is_whole(tmp_path: Path, torn: bytes) -> None:
    file = OwnFile(tmp_path)
    file.issue(record(900))
    with (tmp_path / "issued.jsonl").open("ab") as journal:
        journal.write(torn)
    file = reopened(file, tmp_path)
    assert [one.ticket for one in file.load(NOON).issued] == ["A900"]
    file.issue(record(901))
    assert [one.ticket for one in reopened(file, tmp_path).load(NOON).issued] == ["A900", "A901"]


def test_a_ticket_that_a_newer_program_kept_is_still_handed_in(tmp_path: Path) -> None:
    file = OwnFile(tmp_path)
    newer = {"issued": {**to_json(record(900)), "floor": 2}}
    (tmp_path / "issued.jsonl").write_text(f"{json.dumps(newer)}\n", encoding="utf-8")
    assert reopened(file, tmp_path).load(NOON).issued == (record(900),)


def test_settled_tickets_of_earlier_days_are_forgotten_and_others_are_not(tmp_path: Path) -> None:
    file, yesterday = OwnFile(tmp_path), TODAY - timedelta(days=1)
    for number in (900, 901):
        file.issue(record(number, yesterday))
    file.settle(record(900, yesterday).visit)
    assert [one.ticket for one in file.load(NOON).issued] == ["A901"]
    assert "A900" not in (tmp_path / "issued.jsonl").read_text(encoding="utf-8")


@pytest.mark.allow_logs
def test_numbers_that_cannot_be_read_are_asked_for_anew(tmp_path: Path) -> None:
    (tmp_path / "reserved.json").write_text("{", encoding="utf-8")
    assert OwnFile(tmp_path).load(NOON).reserved is None


def test_codes_are_for_the_owner_s_eyes_only(tmp_path: Path) -> None:
    file = OwnFile(tmp_path)
    file.issue(record(900))
    file.load(NOON)
    file.learn(own_numbers(), example_hall())
    for name in ("issued.jsonl", "reserved.json"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) & 0o077 == 0 or os.name == "nt"


@pytest.mark.process
def test_two_programs_never_give_the_same_numbers(tmp_path: Path) -> None:
    file = OwnFile(tmp_path)
    other = "import sys; from pathlib import Path; from kiosk.offline.number_file import OwnFile"
    other += "; OwnFile(Path(sys.argv[1]))"
    refused = subprocess.run([sys.executable, "-c", other, str(tmp_path)], capture_output=True, text=True, check=False)
    assert OwnFileError.__name__ in refused.stderr
    file.close()
    assert subprocess.run([sys.executable, "-c", other, str(tmp_path)], check=False).returncode == 0
