"""`main.py board` as a separate process, against a real live link."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from commands.run.board import run
from commands.runtime.process_group import ROOT
from tests.display_board.helpers.example import fact, hall, snapshot
from tests.display_board.helpers.voices import make_voice
from tests.helpers.fake_live import FakeLive, running_live


def start(live: FakeLive, folder: Path, *options: str) -> subprocess.Popen[str]:
    voices = folder / "voices"
    for tag in ("ar", "en"):
        make_voice(voices, tag, "default")
    command = [sys.executable, "-m", "main", "board", "--hall", live.url, "--token", live.token]
    return subprocess.Popen(
        [*command, "--size", "1280x720", "--voices", str(voices), *options],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )


def await_line(record: Path, wanted: Callable[[dict[str, object]], bool], *, timeout_s: float = 20) -> None:
    end = time.monotonic() + timeout_s
    while time.monotonic() < end:
        text = record.read_text(encoding="utf-8") if record.exists() else ""
        if any(wanted(json.loads(line)) for line in text.splitlines() if line.endswith("}")):
            return
        time.sleep(0.02)
    raise AssertionError(f"{record} never had the line: {record.read_text() if record.exists() else 'no record'}")


def test_a_board_writes_its_picture_and_ends(tmp_path: Path) -> None:
    with running_live(hall(), lambda seq: snapshot(seq=seq)) as live:
        board = start(live, tmp_path, "--picture", str(tmp_path / "board.png"), "--mute")
        _, said = board.communicate(timeout=60)
    assert board.returncode == 0, said
    picture = QImage(str(tmp_path / "board.png"))
    assert (picture.width(), picture.height()) == (1280, 720)


def test_a_board_shows_a_call_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    record = tmp_path / "board.jsonl"
    with running_live(hall(), lambda seq: snapshot(seq=seq)) as live:
        board = start(live, tmp_path, "--mute", "--log", str(record))
        await_line(record, lambda line: line["event"] == "snapshot")
        live.tell(fact("visit_called", "A047", 3))
        await_line(record, lambda line: line["event"] == "shown" and line["ticket"] == "A047")
        board.send_signal(signal.SIGTERM)
        _, said = board.communicate(timeout=60)
    assert board.returncode == 0, said
    assert "--mute was given" in said


def test_wrong_options_are_told_all_at_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DAWR_TOKEN", raising=False)
    assert run(["--language", "fr"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["--hall", "the", "--language"]
