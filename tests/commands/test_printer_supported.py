"""`main.py printer supported`."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import printer_supported
from commands.printer import run

RECORDINGS = Path(__file__).resolve().parents[1] / "printer" / "recordings"


def test_the_page_is_written_once_and_then_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "SUPPORTED.md"
    monkeypatch.setattr(printer_supported, "PAGE", made)
    assert run(["supported", "--check"]) == 1
    assert "out of date" in capsys.readouterr().err
    assert not made.exists()
    assert run(["supported"]) == 0
    assert made.read_text("utf-8").startswith("# Printers")
    assert run(["supported", "--check"]) == 0


def test_a_broken_recording_is_named_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(printer_supported, "PAGE", tmp_path / "SUPPORTED.md")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    assert run(["supported", "--recordings", str(tmp_path)]) == 1
    assert "broken.json: not a recording" in capsys.readouterr().err
    assert not (tmp_path / "SUPPORTED.md").exists()
