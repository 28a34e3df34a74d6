"""Locking."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tools import lock


def test_without_uv_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(lock.shutil, "which", lambda _name: None)
    assert lock.run([]) == 2
    assert "pip install uv" in capsys.readouterr().err


@pytest.mark.parametrize(("days", "code"), [(0, 0), (lock.MOST_DAYS, 0), (lock.MOST_DAYS + 1, 1)])
def test_a_lock_that_is_too_old_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], days: int, code: int
) -> None:
    monkeypatch.setattr(lock, "LOCKED_ON", tmp_path / "locked_on.txt")
    lock.LOCKED_ON.write_text("2026-01-05\n", encoding="utf-8")
    assert lock._age(date(2026, 1, 5) + timedelta(days=days)) == code
    said = capsys.readouterr()
    assert f"locked on 2026-01-05, {days} days ago" in said.out
    assert ("lock them again" in said.err) is bool(code)


def test_the_day_of_the_lock_is_known_and_past() -> None:
    assert lock.run(["--age"]) in {0, 1}
