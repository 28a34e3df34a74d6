"""The commands of the project's pages do what the pages promise, typed as they stand against real programs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest

from commands import COMMANDS
from tests.helpers.documented_commands import ALONE, HALL, ROOT, STOPPED_HALL, Run
from tests.helpers.speeds import some

pytestmark = [pytest.mark.process, pytest.mark.timeout(600)]

DRAWS = "printer sample"
"""Makes an application of Qt, of which a process can have one alone: that of the tests."""
PROGRAMS = {run.command.split()[0] for run in (*HALL, *STOPPED_HALL, *ALONE) if run.typed or run.stays}
"""Commands that are a new program anyway: they are typed to, or stay."""
MAIN = f"{sys.executable} {ROOT / 'main.py'}"
PAIRING = re.compile(r"(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}")
TOKEN = re.compile(r"#([0-9a-f]{64})\n")
SETTINGS_EXAMPLE = re.compile(r"^\$ python3 main\.py config check hall\n(.*?)^```", re.MULTILINE | re.DOTALL)
WRONG_SETTINGS = 'data = "hall-data"\nhost = "0.0.0.0"\nprot = 8080\n\ncopies_kept = 0\n'


@dataclass
class Reader:
    """A person who types what the pages show, in one folder; each command may use what the ones before gave."""

    folder: Path
    serial: str
    ended: ExitStack
    ports: dict[str, str] = field(default_factory=dict)
    pairing_code: str = ""
    token: str = ""
    hall: subprocess.Popen[str] | None = None
    as_programs: bool = False
    """Whether each command is a new program; else one of each name is, and the others run in this one."""
    started: set[str] = field(default_factory=PROGRAMS.copy)

    def own(self, command: str) -> str:
        """Return the command with the names and addresses of this test."""
        of_test = {
            "https://HALL:8080": f"https://127.0.0.1:{self.ports.get('hall')}",
            "--port 8080": "--port 0",
            "ARABIC NAME": "قاعة نزوى",
            " NAME": " maryam",
            " CODE": f" {self.pairing_code}",
            "FILE.key": "stick/dawr-2027.key",
            "/dev/ttyS1": self.serial,
            "--tcp 9100": "--tcp 0",
            "tcp://10.0.0.9": f"tcp://127.0.0.1:{self.ports.get('printer')}",
            "usb:///dev/usb/lp0": f"tcp://127.0.0.1:{self.ports.get('printer')}",
            "config check hall": "config check hall.toml",
            "package verify": "package verify --keys stick",
        }
        for of_page, usual in of_test.items():
            command = command.replace(of_page, usual)
        return command

    def types(self, run: Run) -> str:
        """Run the command and return what it printed; a program that stays runs until the test ends."""
        name = run.command.split()[0]
        is_program = self.as_programs or run.typed or run.stays or run.command.startswith(DRAWS)
        if name in self.started and not is_program:
            code, said = self._runs_here(name, shlex.split(self.own(run.command))[1:])
        else:
            self.started.add(name)
            process = self._start(run)
            if run.stays:
                self.ended.callback(process.terminate)
                self._read_until(process, run.stays)
                if "hall" in self.ports and self.hall is None:
                    self.hall = process
                return ""
            said, _ = process.communicate(run.typed)
            code = process.returncode
        assert code == run.code, f"{self.own(run.command)}\n{said}"
        self.pairing_code = next(iter(PAIRING.findall(said)), self.pairing_code)
        self.token = next(iter(TOKEN.findall(said)), self.token)
        return said

    def _start(self, run: Run) -> subprocess.Popen[str]:
        return self.ended.enter_context(
            subprocess.Popen(
                ["bash", "-c", f"exec {MAIN} {self.own(run.command)}"],
                cwd=self.folder,
                env={**os.environ, "HOME": str(self.folder), "DAWR_TOKEN": self.token, "QT_QPA_PLATFORM": "offscreen"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,  # without a terminal a passphrase is read from standard input
            )
        )

    def _runs_here(self, name: str, options: list[str]) -> tuple[int, str]:
        """Run a command in this process; return its exit code and what it printed."""
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as said, redirect_stderr(said):
            patch.chdir(self.folder)
            patch.setenv("HOME", str(self.folder))
            patch.setenv("DAWR_TOKEN", self.token)
            code = import_module(COMMANDS[name].module).run(options)
        return code, said.getvalue()

    def _read_until(self, process: subprocess.Popen[str], ready: str) -> None:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if found := re.search(ready, line):
                self.ports |= found.groupdict()
                return
        raise AssertionError("".join(said))


@pytest.fixture(scope="module", params=some(["each name once", "each command"], "each name once"))
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Give a reader whose folder has the files that the pages say he has, and what runs as a separate program."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copy(ROOT / "assets" / "halls" / "land_housing.toml", folder / "hall-setup.toml")
    for name in ("stick", "usb/dawr-stick-0.3.0", "papers", "kiosk-data", "copies", "dist"):
        (folder / name).mkdir(parents=True)
    for name in ("dist/dawr-0.3.0-debian13.tar.gz", "usb/dawr-stick-0.3.0/SHA256SUMS"):
        (folder / name).write_text("a release\n", encoding="utf-8")
    (folder / "hall.toml").write_text(WRONG_SETTINGS, encoding="utf-8")
    main, line = os.openpty()
    with ExitStack() as ended:
        ended.callback(os.close, main)
        ended.callback(os.close, line)
        yield Reader(folder, os.ttyname(line), ended, as_programs=request.param == "each command")


def test_the_commands_for_a_hall_work_from_its_set_up_file_to_its_copies(reader: Reader) -> None:
    said = {}
    for run in HALL:
        if "authority.pem" in run.command:
            shutil.copy(reader.folder / "hall-data-keys" / "tls" / "authority.pem", reader.folder)
        if run.command.endswith("hall-data/before"):
            (reader.folder / "hall-data" / "before").mkdir()
        said[run.command] = reader.types(run)
    made = {path.name for path in reader.folder.iterdir()}
    assert {"kiosk.token", "counter-1.token", "board.token", "paper.pdf"} <= made
    assert "FAIL" not in said["doctor --data hall-data --hall https://HALL:8080"]
    assert ".sqlite" in said["backup --data hall-data --to copies --list"]
    assert reader.hall is not None
    reader.hall.terminate()
    reader.hall.wait(60)
    put_back, rehearsal_deleted, key_changed = (reader.types(run) for run in STOPPED_HALL)
    assert "is in place" in put_back
    assert "is in place" in rehearsal_deleted
    assert "the hall has a new key" in key_changed


def test_the_commands_that_need_no_hall_work(reader: Reader) -> None:
    said = {run.command: reader.types(run) for run in ALONE}
    assert "signed by a known key" in said["package verify dist/dawr-0.3.0-debian13.tar.gz"]
    assert (reader.folder / "usb/dawr-stick-0.3.0/SHA256SUMS.sig").exists()
    assert (reader.folder / "ticket.png").exists()
    example = SETTINGS_EXAMPLE.search((ROOT / "docs" / "settings.md").read_text(encoding="utf-8"))
    assert example is not None
    assert said["config check hall"] == example[1].replace("/etc/dawr/", "")
