"""Messages in a file: one line each, each once, for the owner alone, and each gone within a day."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hall.contact.store.message_file import FileGateway, forget_messages

DAY = date(2026, 11, 24)
NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


def write(folder: Path, message: str, *, hours: float = 0, day: date = DAY) -> None:
    FileGateway(folder, lambda: day, lambda: NINE + timedelta(hours=hours)).send(message, "+96891234567", "x", "ar")


def kept(folder: Path) -> list[str]:
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.jsonl"))]
    return [json.loads(line)["id"] for text in texts for line in text.splitlines()]


def test_a_message_is_one_line_and_never_written_twice(tmp_path: Path) -> None:
    gateway = FileGateway(tmp_path, lambda: DAY, lambda: NINE)
    for _ in range(2):
        gateway.send("m1", "+96891234567", "نودي على رقمك", "ar")
    gateway.send("m2", "+96891234567", "reply", "en")
    file = tmp_path / "messages-2026-11-24.jsonl"
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["m1", "m2"]
    assert lines[0] == {
        "id": "m1", "to": "+96891234567", "language": "ar", "text": "نودي على رقمك", "at": "2026-11-24T05:00:00+00:00",
    }  # fmt: skip
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_number_is_gone_within_a_day_though_nothing_is_sent_after_it(tmp_path: Path) -> None:
    write(tmp_path, "early")
    write(tmp_path, "late", hours=14)
    assert forget_messages(tmp_path, NINE + timedelta(hours=22)) == 0
    assert forget_messages(tmp_path, NINE + timedelta(hours=23.5)) == 1
    assert kept(tmp_path) == ["late"]
    assert (tmp_path / "messages-2026-11-24.jsonl").stat().st_mode & 0o777 == 0o600
    assert forget_messages(tmp_path, NINE + timedelta(hours=38)) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_line_without_an_instant_and_what_a_power_cut_left_are_forgotten_at_once(tmp_path: Path) -> None:
    (tmp_path / "messages-2026-11-20.jsonl").write_text('{"id": "m1", "to": "+96891234567"}\nnot JSON\n')
    (tmp_path / "messages-2026-11-20.77.part").write_text("+96891234567")
    assert forget_messages(tmp_path, NINE) == 2
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_of_messages_stays(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").touch()
    forget_messages(tmp_path, NINE)
    assert (tmp_path / "hall.toml").exists()
