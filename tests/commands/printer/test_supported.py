"""`main.py printer supported`."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.printer import supported
from commands.printer.command import run

RECORDINGS = Path(__file__).resolve().parents[2] / "printer" / "discovery" / "recordings"


def test_the_page_is_written_once_and_then_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "SUPPORTED.md"
    monkeypatch.setattr(supported, "PAGE", made)
    assert run(["supported", "--check"]) == 1
    assert "out of date" in capsys.readouterr().err
    assert not made.exists()
    assert run(["supported"]) == 0
    assert made.read_text("utf-8").startswith("# Printers")
    assert run(["supported", "--check"]) == 0


def test_a_broken_recording_is_named_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(supported, "PAGE", tmp_path / "SUPPORTED.md")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    assert run(["supported", "--recordings", str(tmp_path)]) == 1
    assert "broken.json: not a recording" in capsys.readouterr().err
    assert not (tmp_path / "SUPPORTED.md").exists()
