"""`main.py printer sample`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from commands.printer.command import run
from printer.discovery.capability_file import AbilityFile
from printer.emulator.fakes import Build, MemoryPrinter
from tests.printer.emulator.emulating import emulating, on_a_serial_port
from tests.printer.samples import codes_on


@pytest.fixture(autouse=True)
def _text_engine(qapp: QGuiApplication) -> None:
    """Printing needs Qt's text engine."""


@pytest.mark.parametrize("paper_mm", ["80", "58"])
@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_a_sample_goes_to_a_file(
    paper_mm: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ticket.bin"
    arguments = [
        "sample",
        "--url",
        f"file:{path}",
        "--paper-mm",
        paper_mm,
        "--language",
        language,
        "--ticket",
        "B012",
        "--json",
    ]
    assert run(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert told.keys() == {"state", "bytes", "confirmed_by", "ms", "address"}
    assert (told["state"], told["confirmed_by"], told["bytes"]) == ("unverified", None, path.stat().st_size)
    assert told["address"].encode() in path.read_bytes()


def test_a_sample_over_tcp_is_confirmed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with emulating(MemoryPrinter(Build(speed_mm_s=5000.0))) as (emulator, port):
        assert run(["sample", "--url", f"tcp://127.0.0.1:{port}", "--json", "--copy", "--digits", "arabic_indic"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["confirmed_by"]) == ("confirmed", "process_id")
    assert codes_on(emulator.printer.sheets[0], tmp_path) == [told["address"]]


def test_a_picture_shows_what_the_paper_looks_like(tmp_path: Path) -> None:
    arguments = ["sample", "--url", "memory:", "--paper-mm", "58", "--picture", str(tmp_path / "ticket.png")]
    assert run(arguments) == 0
    assert QImage(str(tmp_path / "ticket.png")).width() == 384 + 64
    assert run([*arguments[:-1], str(tmp_path / "missing" / "ticket.png")]) == 1


def test_the_picture_is_of_the_paper_that_the_address_gets(tmp_path: Path) -> None:
    pictures = set()
    for baud in (9600, 115200):
        path = tmp_path / f"{baud}.png"
        url = f"serial:///dev/ttyDawr9?baud={baud}"
        assert run(["sample", "--url", url, "--picture", str(path)]) == 1  # there is no such port
        pictures.add(QImage(str(path)).height())
    assert len(pictures) == 2


def test_an_encoding_can_be_forced_and_needs_fewer_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = []
    for encoding in ("pictures", "half", "text"):
        assert run(["sample", "--url", f"file:{tmp_path}/t.bin", "--json", "--encoding", encoding]) == 0
        sizes.append(json.loads(capsys.readouterr().out)["bytes"])
    assert sizes[0] > sizes[1] > sizes[2]


def test_on_a_serial_line_the_fixed_parts_are_put_into_the_printer_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes = {}
    for option in ("", "&art=none"):
        memory = MemoryPrinter(Build(speed_mm_s=5000.0))
        with on_a_serial_port(memory) as (_, path):
            url = f"serial://{path}?baud=115200{option}"
            assert run(["sample", "--url", url, "--json", "--known", str(tmp_path / "known.json")]) == 0
        told = json.loads(capsys.readouterr().out)
        sizes[option] = told["bytes"]
        assert (told["state"], told["confirmed_by"]) == ("confirmed", "process_id")
        assert codes_on(memory.sheets[0], tmp_path) == [told["address"]]
    assert sizes[""] <= 10 * 1024 < sizes["&art=none"]


def test_a_printer_met_by_a_sample_is_remembered(tmp_path: Path) -> None:
    with emulating(MemoryPrinter(Build(speed_mm_s=5000.0))) as (_, port):
        url = f"tcp://127.0.0.1:{port}"
        assert run(["sample", "--url", url, "--known", str(tmp_path / "printers.json")]) == 0
    unit = AbilityFile(tmp_path / "printers.json").find(f"tcp 127.0.0.1:{port}")
    assert unit is not None
    assert unit.abilities.process_id.yes


def test_a_printer_without_paper_prints_nothing_and_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    memory = MemoryPrinter()
    memory.cut_paper_short(0)
    with emulating(memory) as (_, port):
        assert run(["sample", "--url", f"tcp://127.0.0.1:{port}", "--json"]) == 1
    said = capsys.readouterr()
    assert (json.loads(said.out)["state"], json.loads(said.out)["bytes"]) == ("not_started", 0)
    assert "put in a new roll" in said.err


def test_a_printer_that_cannot_answer_leaves_the_ticket_unverified(capsys: pytest.CaptureFixture[str]) -> None:
    with emulating(MemoryPrinter(Build(speed_mm_s=5000.0, answers_status=False))) as (_, port):
        assert run(["sample", "--url", f"tcp://127.0.0.1:{port}", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["confirmed_by"]) == ("unverified", None)
