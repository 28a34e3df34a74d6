"""Messages in a file: one line each, each once, for the owner alone, anew each day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hall.adapters.message_file import FileGateway


def test_a_message_is_one_line_and_never_written_twice(tmp_path: Path) -> None:
    gateway = FileGateway(tmp_path, lambda: date(2026, 11, 24))
    for _ in range(2):
        gateway.send("m1", "+96891234567", "نودي على رقمك", "ar")
    gateway.send("m2", "+96891234567", "reply", "en")
    file = tmp_path / "messages-2026-11-24.jsonl"
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["m1", "m2"]
    assert lines[0] == {"id": "m1", "to": "+96891234567", "language": "ar", "text": "نودي على رقمك"}
    assert file.stat().st_mode & 0o777 == 0o600


def test_yesterdays_numbers_do_not_stay(tmp_path: Path) -> None:
    FileGateway(tmp_path, lambda: date(2026, 11, 24)).send("m1", "+96891234567", "x", "ar")
    FileGateway(tmp_path, lambda: date(2026, 11, 25)).send("m2", "+96891234567", "x", "ar")
    assert [path.name for path in tmp_path.iterdir()] == ["messages-2026-11-25.jsonl"]
