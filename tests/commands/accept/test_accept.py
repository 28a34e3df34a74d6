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
from common.releases.acceptance import Acceptance, Result, TriedStep, write_acceptance
from common.releases.signature import make_keys, sign_text
from printer.discovery.supported import page
from tests.e2e.emulated_printer import EmulatedPrinter
from tests.helpers.hall_process import HallProcess, prepare_hall
from tests.helpers.speeds import some
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
        "--out", str(folder / "acceptance.json"), "--tickets", "50", "--wait-s", "60", *options,
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
        text[language].format(count=50): name
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


@pytest.mark.parametrize("language", some(LANGUAGES, "ar"))
def test_a_technician_who_does_every_step_gets_a_signed_file_that_says_it_was_an_emulator(
    printer: EmulatedPrinter, hall: HallProcess, tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--hall", hall.base, "--hall-ca", str(hall.hall.keys / "tls" / "authority.pem")]
    done = tried(printer, tmp_path, language, technician(printer, language, ("sound", "touch")), *asked)
    assert done.returncode == 0, done.stdout + done.stderr
    file = tmp_path / "acceptance.json"
    report = json.loads(json.loads(file.read_text(encoding="utf-8"))["report"])
    results = {step["name"]: step["result"] for step in report["steps"]}
    assert {name for name, result in results.items() if result == "skipped"} == {"sound", "touch"}
    assert all(results[name] == "passed" for name in (*NEEDED, "scanner", "hall"))
    assert report["emulated"] is True
    assert printer.state()["papers"] >= 52, "the single ones and those of the long trial"
    verify = ["--verify", str(file), "--keys", str(tmp_path)]
    assert (command.run([*verify, "--emulated-ok"]), command.run(verify)) == (0, 1)
    assert capsys.readouterr().out.endswith("accepted with an emulated printer\n")
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


@pytest.mark.parametrize(("tickets", "accepted"), [(49, False), (50, True)])
def test_a_trial_of_fewer_tickets_is_not_accepted_and_the_file_says_how_many_were_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], tickets: int, accepted: bool
) -> None:
    steps = tuple(TriedStep(name, Result.PASSED, "", 1) for name in NEEDED)
    found = Acceptance("2026-11-29", "Salim", "workshop", "1", "PC", "printer", False, tickets, steps, NEEDED)
    make_keys(tmp_path / "technician.key", tmp_path / "technician.pub", None)
    write_acceptance(tmp_path / "acceptance.json", found, tmp_path / "technician.key", None)
    verified = command.run(["--verify", str(tmp_path / "acceptance.json"), "--keys", str(tmp_path)])
    assert (verified == 0, f"{tickets} tickets" in capsys.readouterr().out) == (accepted, True)


def test_an_emulated_trial_is_not_verified_as_a_units(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steps = tuple(TriedStep(name, Result.PASSED, "", 1) for name in NEEDED)
    found = Acceptance("2026-11-29", "Salim", "workshop", "1", "PC", "printer", True, 50, steps, NEEDED)
    make_keys(tmp_path / "technician.key", tmp_path / "technician.pub", None)
    write_acceptance(tmp_path / "acceptance.json", found, tmp_path / "technician.key", None)
    verify = ["--verify", str(tmp_path / "acceptance.json"), "--keys", str(tmp_path)]
    assert command.run(verify) == 1
    assert capsys.readouterr().out.endswith("accepted with an emulated printer\n")
    assert command.run([*verify, "--emulated-ok"]) == 0


@pytest.mark.parametrize("tickets", ["0", "-5", "many"])
def test_a_trial_without_tickets_is_refused(tickets: str) -> None:
    with pytest.raises(SystemExit):
        command.run(["--printer", "memory:", "--tickets", tickets])


def test_a_signed_file_of_another_version_is_named_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_keys(tmp_path / "technician.key", tmp_path / "technician.pub", None)
    report = json.dumps({"steps": [], "needed": [], "colour": "blue"})
    signed = {"report": report, "signature": sign_text(report, "acceptance", tmp_path / "technician.key", None)}
    (tmp_path / "acceptance.json").write_text(json.dumps(signed), encoding="utf-8")
    assert command.run(["--verify", str(tmp_path / "acceptance.json"), "--keys", str(tmp_path)]) == 2
    assert "another version" in capsys.readouterr().err


def test_every_text_is_there_in_both_languages() -> None:
    assert {key for key, texts in TEXTS.items() if set(texts) != set(LANGUAGES) or not all(texts.values())} == set()
