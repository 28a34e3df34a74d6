"""Conversations written down and played back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from printer.discovery.probing import probe
from printer.discovery.recording import (
    Exchange,
    Origin,
    Recording,
    RecordingError,
    RecordingWire,
    ReplayWire,
    read_recording,
    write_recording,
)
from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience

GOOD = {
    "name": "X",
    "link": "tcp",
    "origin": "emulated",
    "source": "s",
    "exchanges": [{"sent": "10 04 01", "came": "12"}],
}


@pytest.mark.parametrize(
    "build",
    [
        Build(presenter=True),
        Build(answers_tokens=False, nv_bytes=0),
        Build(answers_fences=False, answers_pushes=False, can_clear=False),
        Build(answers_status=False),
    ],
)
def test_a_recording_played_back_shows_what_the_unit_showed(build: Build, tmp_path: Path) -> None:
    wire = RecordingWire(MemoryWire(MemoryPrinter(build)))
    wire.open()
    seen = probe(Conversation(wire, Patience()))
    wire.close()
    write_recording(tmp_path / "x.json", Recording("X", "tcp", Origin.EMULATED, "a test", tuple(wire.exchanges)))
    replay = ReplayWire(read_recording(tmp_path / "x.json"))
    replay.open()
    assert probe(Conversation(replay, Patience())) == seen


def test_a_recording_wire_passes_everything_through() -> None:
    printer = MemoryPrinter()
    wire = RecordingWire(MemoryWire(printer))
    assert wire.address == "memory printer"
    wire.open()
    assert wire.write(b"\x10\x04\x01", 1) == 3
    assert wire.read(1) == b"\x12"
    assert wire.read(0) == b""
    assert wire.exchanges == [Exchange(b"\x10\x04\x01", b"\x12")]
    assert wire.now() == printer.now_s
    wire.close()


def test_a_question_asked_more_often_than_recorded_gets_its_last_answer_again() -> None:
    wire = ReplayWire(
        Recording("X", "tcp", Origin.RECORDED, "s", (Exchange(b"q", b"1"), Exchange(b"q", b"2"), Exchange(b"r", b"")))
    )
    wire.open()
    heard = []
    for _ in range(3):
        wire.write(b"q", 0)
        heard.append(wire.read(0))
    assert heard == [b"1", b"2", b"2"]
    wire.write(b"never recorded", 0)
    assert wire.read(5) == b""
    assert wire.now() == 5
    wire.close()


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "hear-say"},
        {"exchanges": [{"sent": "xx", "came": ""}]},
        {"exchanges": 7},
        {"undocumented": ["colour"]},
        {"name": None, "source": None, "exchanges": [{"sent": "10"}]},
    ],
)
def test_what_is_no_recording_is_refused_by_the_files_name(change: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text(json.dumps(GOOD), "utf-8")
    assert read_recording(path).exchanges == (Exchange(b"\x10\x04\x01", b"\x12"),)
    path.write_text(json.dumps(GOOD | change), "utf-8")
    with pytest.raises(RecordingError, match=r"^odd\.json: "):
        read_recording(path)


def test_a_recording_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="gone"):
        read_recording(tmp_path / "gone.json")
