from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from commands.printer.command import run
from commands.printer.emulate import _ANSWERS, _EPILOG, _build, add_emulate
from contracts.words.hall import PrintState
from printer.emulator.acts import ACTS
from printer.printer import open_printer
from printer.transport.wire import Fault
from tests.printer.samples import ticket

ROOT = Path(__file__).resolve().parents[3]
START = "import sys; from commands.printer.command import run; sys.exit(run(sys.argv[1:]))"


@pytest.fixture(autouse=True)
def _text_engine(qapp: QGuiApplication) -> None:
    """What prints to the emulator here draws with Qt's text engine."""


def test_the_emulator_prints_pictures_takes_faults_and_ends_with_its_process(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    arguments = ["emulate", "--tcp", "0", "--pty", "--out", str(tmp_path), "--speed-mm-s", "5000"]
    with subprocess.Popen(
        [sys.executable, "-c", START, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            over_tcp, over_serial = (process.stdout.readline().strip() for _ in range(2))
            assert re.fullmatch(r"tcp://127\.0\.0\.1:\d+", over_tcp)
            printer = open_printer(over_tcp)
            assert printer.print_ticket(ticket(), "a1").state is PrintState.CONFIRMED
            assert "paper 1: 1" in process.stdout.readline()
            assert QImage(str(tmp_path / "paper_0001.png")).width() == 576
            process.stdin.write("cover-open\n")
            process.stdin.flush()
            assert process.stdout.readline().strip() == "done: cover-open"
            assert printer.status().fault is Fault.COVER_OPEN
            printer.close()
            serial = open_printer(over_serial)
            assert serial.status().fault is Fault.COVER_OPEN
            serial.close()
        finally:
            process.kill()


def test_every_word_of_the_help_is_an_act_and_every_act_is_in_it() -> None:
    words = _EPILOG.split("The words:")[1].split("Over HTTP")[0].strip(" \n.")
    assert sorted(word.strip() for word in words.replace("\n", " ").split(",")) == sorted(ACTS)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--tcp", "0", "--control", "70000"], "70000 is not between 0 and 65535"),
        (["--tcp", "0", "--buffer-bytes", "0"], "--buffer-bytes must be above 0"),
        (["--tcp", "0", "--baud", "-1"], "--baud must be above 0"),
        (["--tcp", "0", "--roll-mm", "inf"], "--roll-mm: a roll has at most"),
        (["--tcp", "0", "--near-end-mm", "nan"], "--near-end-mm must be a number that is not below 0"),
        (["--tcp", "0", "--cut-s", "-1"], "--cut-s must be a number that is not below 0"),
        (["--tcp", "0", "--fault", "silent after inf"], "'inf' is not a number"),
        (["--tcp", "0", "--fault", "dance"], "'dance' is unknown; the words are"),
        (["--tcp", "0", "--picture", "/nowhere/at/all.png"], "no folder /nowhere/at"),
    ],
)
def test_a_printer_that_cannot_be_made_is_refused_with_the_reason(
    arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["emulate", *arguments]) == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("given", [["--one-way"], [f"--without={name}" for name in _ANSWERS]])
def test_a_printer_can_be_made_to_lack_answers(given: list[str]) -> None:
    parser = argparse.ArgumentParser()
    add_emulate(parser)
    build = _build(parser.parse_args(["--pty", *given]))
    assert not any((build.answers_status, build.answers_pushes, build.answers_fences, build.answers_tokens))
    assert (build.can_clear, build.link_baud) == (False, 115_200)


def test_it_is_controlled_over_http_and_shows_its_paper_as_it_comes(tmp_path: Path) -> None:
    arguments = ["emulate", "--tcp", "0", "--control", "0", "--picture", str(tmp_path / "live.png")]
    arguments += ["--presenter", "--fault", "cover-open"]
    with subprocess.Popen(
        [sys.executable, "-c", START, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout
        try:
            over_tcp, over_http = (process.stdout.readline().strip() for _ in range(2))
            printer = open_printer(over_tcp)
            assert printer.status().fault is Fault.COVER_OPEN
            request = urllib.request.Request(f"{over_http}/acts", b'{"act": "cover-close"}')
            with urllib.request.urlopen(request, timeout=60) as answer:
                assert json.load(answer)["cover_open"] is False
            assert printer.print_ticket(ticket(), "a1").state is PrintState.CONFIRMED
            printer.close()
            with urllib.request.urlopen(f"{over_http}/printer", timeout=60) as answer:
                state = json.load(answer)
            assert (state["papers"], state["ticket_held"], state["unknown_commands"]) == (1, True, [])
            assert QImage(str(tmp_path / "live.png")).width() == 576 + 64
        finally:
            process.kill()
