"""Checks of one hall."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
import pytest

from commands.findings import Verdict
from commands.hall_checks import copies, database, hall_service, printer


def _database(folder: Path) -> Path:
    path = folder / "hall.sqlite"
    connection = sqlite.connect(str(path))
    connection.execute("CREATE TABLE t (a TEXT)")
    connection.executemany("INSERT INTO t VALUES (?)", [("x" * 500,)] * 200)
    connection.commit()
    connection.close()
    return path


def test_a_sound_database_passes_and_a_broken_one_says_restore(tmp_path: Path) -> None:
    path = _database(tmp_path)
    assert database(tmp_path).verdict is Verdict.PASS
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 3 + 64] = b"\xff" * 64
    path.write_bytes(content)
    found = database(tmp_path)
    assert found.verdict is Verdict.FAIL
    assert "--restore" in found.to_do


@pytest.mark.parametrize(("age_h", "verdict"), [(0.5, Verdict.PASS), (5, Verdict.FAIL), (None, Verdict.WARN)])
def test_copies_must_be_fresh(tmp_path: Path, age_h: float | None, verdict: Verdict) -> None:
    (tmp_path / "copies").mkdir()
    if age_h is not None:
        copy = tmp_path / "copies" / "hall-1.sqlite"
        copy.touch()
        then = time.time() - age_h * 3600
        os.utime(copy, (then, then))
    assert copies(tmp_path).verdict is verdict


@pytest.mark.parametrize("url", ["ftp://x", "http://127.0.0.1:9"])
def test_a_hall_that_does_not_answer_is_a_failure_with_a_hint(url: str) -> None:
    found = hall_service(url)
    assert found.verdict is Verdict.FAIL
    assert url in found.seen


def test_a_printer_of_memory_is_ready_and_one_that_is_away_is_not() -> None:
    assert printer("memory:").verdict is Verdict.PASS
    assert printer("tcp://127.0.0.1:9").verdict is Verdict.FAIL
