"""`main.py accept` as a technician uses it: a separate process, and the emulated printer as a process too."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands.accept import command
from commands.accept.texts import LANGUAGES, TEXTS
from commands.accept.trial import NEEDED
from commands.printer.sample import example
from common.clock.wall_clock import utc_now
from common.releases.signature import make_keys
from printer.discovery.supported import page
from tests.e2e.emulated_printer import EmulatedPrinter
from tests.helpers.hall_process import HallProcess, prepare_hall
from tools.qt_driver.driven_program import ROOT

pytestmark = [pytest.mark.process, pytest.mark.timeout(900)]
ACTS = {
    "cover": "cover-open", "cover_back": "cover-close", "roll": "paper-out", "roll_back": "refill",
    "cable": "unplug", "cable_back": "plug", "power": "power-off", "power_back": "power-on",
}  # fmt: skip


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[EmulatedPrinter]:
    with EmulatedPrinter(tmp_path / "papers", "--speed-mm-s", "5000", "--cut-s", "0") as emulated:
        yield emulated


def tried(
    printer: EmulatedPrinter, folder: Path, language: str, answers: Callable[[str], str | None], *options: str
) -> subprocess.CompletedProcess[str]:
    """Run the command; `answers` gives what a technician types at a line that asks, after his hands did their work."""
    make_keys(folder / "technician.key", folder / "technician.pub", None)
    (folder / "none").touch()
    command_line = [
        sys.executable, "main.py", "accept", "--printer", printer.url, "--technician", "Salim", "--place", "workshop",
        "--key", str(folder / "technician.key"), "--passphrase-file", str(folder / "none"), "--language", language,
        "--out", str(folder / "acceptance.json"), "--tickets", "5", "--wait-s", "60", *options,
    ]  # fmt: skip
    process = subprocess.Popen(
        command_line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    shown = []
    for line in process.stdout:
        shown.append(line)
        typed = answers(line.strip())
        if typed is not None:
            process.stdin.write(f"{typed}\n")
            process.stdin.flush()
    _, errors = process.communicate()
    return subprocess.CompletedProcess(command_line, process.returncode, "".join(shown), errors)


def technician(printer: EmulatedPrinter, language: str, skips: tuple[str, ...]) -> Callable[[str], str | None]:
    """Return a technician who does what each line of the trial asks for, and skips some steps."""
    lines = {
        text[language].format(count=5): name
        for name, text in TEXTS.items()
        if name not in {"waiting", "accepted", "refused"}
    }

    def answer(line: str) -> str | None:
        name = lines.get(line.partition("] ")[2] or line, "")
        for question, asked in lines.items():
            name = asked if asked.endswith("_question") and line.startswith(question) else name
        if name in ACTS:
            printer.act(ACTS[name])
        if line == ">":
            return example(utc_now()).status_url
        if name.endswith("_question"):
            return "y"
        if line.startswith("["):
            return "s" if name in skips else ""
        return "" if name == "again" else None

    return answer


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    with HallProcess(prepare_hall(tmp_path_factory.mktemp("hall")), ("--tls",)) as running:
        yield running


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_technician_who_does_every_step_gets_a_signed_file_that_says_it_was_an_emulator(
    printer: EmulatedPrinter, hall: HallProcess, tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--hall", hall.base, "--hall-ca", str(hall.hall.data / "tls" / "authority.pem")]
    done = tried(printer, tmp_path, language, technician(printer, language, ("sound", "touch")), *asked)
    assert done.returncode == 0, done.stdout + done.stderr
    file = tmp_path / "acceptance.json"
    report = json.loads(json.loads(file.read_text(encoding="utf-8"))["report"])
    results = {step["name"]: step["result"] for step in report["steps"]}
    assert {name for name, result in results.items() if result == "skipped"} == {"sound", "touch"}
    assert all(results[name] == "passed" for name in (*NEEDED, "scanner", "hall"))
    assert report["emulated"] is True
    assert printer.state()["papers"] >= 7, "the single ones and the five of the long trial"
    assert command.run(["--verify", str(file), "--keys", str(tmp_path)]) == 0
    assert "a program that plays a printer" in capsys.readouterr().out
    listed = page(ROOT / "tests/printer/discovery/recordings", tmp_path)
    hardware, _, emulated = listed.partition("## Accepted with an emulated printer")
    assert "Salim" not in hardware
    assert "Salim, workshop" in emulated.partition("##")[0]
    file.write_text(file.read_text(encoding="utf-8").replace("Salim", "Someone"), encoding="utf-8")
    assert command.run(["--verify", str(file), "--keys", str(tmp_path)]) == 2
    assert "no known key has signed" in capsys.readouterr().err


def test_a_cover_that_stays_open_fails_the_trial_and_the_file_says_why(
    printer: EmulatedPrinter, tmp_path: Path
) -> None:
    willing = technician(printer, "en", ("scanner", "roll", "cable", "power", "tickets", "sound", "touch"))

    def leaves_it_open(line: str) -> str | None:
        return None if line == TEXTS["cover_back"]["en"] else willing(line)

    done = tried(printer, tmp_path, "en", leaves_it_open, "--wait-s", "2")
    assert done.returncode == 1, done.stdout + done.stderr
    report = json.loads(json.loads((tmp_path / "acceptance.json").read_text(encoding="utf-8"))["report"])
    (cover,) = [step for step in report["steps"] if step["name"] == "cover"]
    assert (cover["result"], "cover is open" in cover["note"]) == ("failed", True), cover


def test_every_text_is_there_in_both_languages() -> None:
    assert {key for key, texts in TEXTS.items() if set(texts) != set(LANGUAGES) or not all(texts.values())} == set()
