"""`main.py printer probe`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from commands.printer.command import run
from printer.discovery.recording import Origin, read_recording
from printer.discovery.supported import play
from printer.emulator.fakes import Build, MemoryPrinter
from printer.escpos.capabilities import ABILITY_NAMES
from tests.printer.emulator.emulating import emulating, on_a_serial_port


@pytest.fixture(autouse=True)
def _text_engine(qapp: QGuiApplication) -> None:
    """A printer draws with Qt's text engine."""


def probed(capsys: pytest.CaptureFixture[str], memory: MemoryPrinter, *more: str) -> tuple[int, str]:
    """Probe a printer over TCP; return the exit code and what was said."""
    with emulating(memory) as (_, port):
        code = run(["probe", "--url", f"tcp://127.0.0.1:{port}", *more])
    return code, capsys.readouterr().out


def test_a_ready_printer_is_described_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, said = probed(capsys, MemoryPrinter(Build(presenter=True)), "--known", str(tmp_path / "k.json"))
    assert code == 0
    assert "ready, paper ok" in said
    assert "yes     says when a ticket is on paper (GS ( H)" in said
    assert "unknown doubles the dots" in said
    assert "Tickets are sent as pictures; the printer's own QR code" in said
    assert "confirmed when the printer says that it is on paper" in said
    assert "names are not relied on" in said


def test_json_tells_all_of_it_to_a_program(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, said = probed(capsys, MemoryPrinter(), "--json", "--known", str(tmp_path / "k.json"))
    told = json.loads(said)
    assert (code, told["can_print"], told["paper"], told["flow"]) == (0, True, "ok", None)
    assert tuple(told["abilities"]) == ABILITY_NAMES
    assert set(told["abilities"].values()) <= {"yes", "no", "unknown"}
    assert told["learnt_at"]
    assert told["set_by_a_person"] == []


def test_a_printer_that_cannot_print_ends_with_one_and_says_why(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    memory = MemoryPrinter()
    memory.open_cover()
    code, said = probed(capsys, memory, "--json", "--known", str(tmp_path / "k.json"))
    told = json.loads(said)
    assert code == 1
    assert (told["fault"], told["can_print"], told["cover_open"]) == ("cover_open", False, True)
    code, said = probed(capsys, memory, "--known", str(tmp_path / "k.json"))
    assert "cannot print" in said
    assert "close it" in said


def test_a_one_way_printer_is_told_with_advice(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, said = probed(capsys, MemoryPrinter(Build(answers_status=False)), "--known", str(tmp_path / "k.json"))
    assert code == 0
    assert "does not answer: one-way" in said
    assert "- It does not answer" in said
    assert "stays unverified" in said


def test_a_slow_line_is_told_to_be_made_fast(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with on_a_serial_port(MemoryPrinter()) as (_, path):
        url = f"serial://{path}?baud=9600"
        assert run(["probe", "--url", url, "--known", str(tmp_path / "k.json")]) == 0
    said = capsys.readouterr().out
    assert "Flow control on this cable: none" in said
    assert "Raise the printer to 115200 baud" in said
    assert "figures as the printer's own text" in said


def test_what_a_person_says_is_kept_shown_and_taken_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    memory, known = MemoryPrinter(), ["--known", str(tmp_path / "k.json")]
    with on_a_serial_port(memory) as (_, path):
        probe = ["probe", "--url", f"serial://{path}", *known]
        assert run([*probe, "--set", "half_resolution=yes", "--set", "native_qr=no"]) == 0
        said = capsys.readouterr().out
        assert "yes     doubles the dots of a picture (GS v 0, mode 3)  (as a person said)" in said
        assert "the QR code as a picture" in said
        assert run([*probe, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["set_by_a_person"] == ["native_qr", "half_resolution"]
        assert run([*probe, "--set", "native_qr=unknown"]) == 0
        assert "the printer's own QR code" in capsys.readouterr().out
        assert run([*probe, "--forget", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["set_by_a_person"] == []


@pytest.mark.parametrize("said", ["colour=yes", "native_qr=maybe", "native_qr"])
def test_a_word_that_is_none_is_refused_with_those_there_are(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["probe", "--url", "memory:", "--set", said])
    assert ended.value.code == 2
    assert "native_qr" in capsys.readouterr().err


def test_a_recording_of_a_unit_can_be_played_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file, known = tmp_path / "unit.json", str(tmp_path / "k.json")
    code, said = probed(capsys, MemoryPrinter(), "--json", "--known", known, "--record", str(file))
    recording = read_recording(file)
    assert (code, recording.origin, recording.link) == (0, Origin.RECORDED, "tcp")
    shown = play(recording).abilities
    assert {name: getattr(shown, name).value for name in ABILITY_NAMES} == json.loads(said)["abilities"]


def test_a_recording_that_cannot_be_written_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with emulating(MemoryPrinter()) as (_, port):
        arguments = ["probe", "--url", f"tcp://127.0.0.1:{port}", "--known", str(tmp_path / "k.json")]
        assert run([*arguments, "--record", str(tmp_path / "missing" / "unit.json")]) == 1
    assert "no recording was written" in capsys.readouterr().err


def test_of_a_printer_that_does_not_answer_there_is_nothing_to_record(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "unit.json"
    with emulating(MemoryPrinter(Build(answers_status=False))) as (_, port):
        arguments = ["probe", "--url", f"tcp://127.0.0.1:{port}", "--known", str(tmp_path / "k.json")]
        assert run([*arguments, "--record", str(file)]) == 1
    said = capsys.readouterr()
    assert "one-way" in said.out
    assert "must be ready and answer" in said.err
    assert not file.exists()


def test_a_printer_that_is_not_there_is_not_described(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["probe", "--url", "usb:///dev/usb/dawr9", "--known", str(tmp_path / "k.json")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "usb:///dev/usb/dawr9: not reachable: there is no /dev/usb/dawr9: is the printer plugged in and on?"
    ]
