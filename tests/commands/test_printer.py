from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from commands.printer import run
from printer.fakes import Build, MemoryPrinter
from tests.printer.emulating import emulating
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


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["sample", "--url", "nonsense"], 2, "no kind before the colon"),
        (["sample", "--url", "file:/tmp/x", "--ticket", "a-1"], 2, "number: 'a-1'"),
        (["sample", "--url", "file:/tmp/x", "--address", "nope"], 2, "status_url"),
        (["sample", "--url", "usb:///dev/usb/dawr9"], 1, "there is no /dev/usb/dawr9"),
        (["sample", "--url", "serial:///dev/ttyDawr9"], 1, "there is no /dev/ttyDawr9"),
        (["emulate"], 2, "give --tcp PORT, --pty or both"),
        (["emulate", "--tcp", "70000"], 2, "not between 0 and 65535"),
        (["emulate", "--tcp", "0", "--speed-mm-s", "0"], 2, "must be above 0"),
    ],
)
def test_a_mistake_is_named(arguments: list[str], code: int, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == code
    assert named in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["sample"], ["sample", "--url", "file:x", "--paper-mm", "76"], ["shred"]])
def test_wrong_arguments_end_with_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    assert "usage: main.py printer" in capsys.readouterr().err


def test_probe_says_how_the_printer_is(capsys: pytest.CaptureFixture[str]) -> None:
    memory = MemoryPrinter()
    with emulating(memory) as (emulator, port):
        url = f"tcp://127.0.0.1:{port}"
        assert run(["probe", "--url", url]) == 0
        assert "ready, paper ok" in capsys.readouterr().out
        with emulator.lock:
            memory.open_cover()
    with emulating(memory) as (_, port):
        assert run(["probe", "--url", f"tcp://127.0.0.1:{port}", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["fault"], told["can_print"], told["cover_open"]) == ("cover_open", False, True)


def test_list_names_devices_or_says_there_are_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list"]) == 0
    out = capsys.readouterr().out
    assert all("://" in line or line.startswith("No USB printer") for line in out.splitlines())
