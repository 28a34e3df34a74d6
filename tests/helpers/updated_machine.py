"""A machine that updates itself: releases in a folder, the hall service of one, and a stand-in for systemctl."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import ClassVar

import pysqlite3.dbapi2 as sqlite
import requests

from bench.running_demo import ROOT
from commands.package.debian.release import FILES
from commands.package.debian.release import PROGRAMS as FOLDERS
from commands.update.release_folder import CURRENT, GOOD, ReleaseFolder
from common.releases.signature import make_keys, sign_file
from tests.helpers.alive import alive
from tests.helpers.hall_process import PreparedHall, prepare_hall
from tests.helpers.ports import free_port
from tools.qt_driver.driven_program import until

PROGRAMS = (
    "assets", "commands", "common", "contracts", "deploy", "figures", "hall", "kiosk", "printer", "qtkit",
    "serial_devices", "sync", "web",
)  # fmt: skip
OLD = "0.1.0"
START_S = 180
"""A machine that does much else at once takes long over a start."""

CONTROL = """#!{python}
import os, pathlib, signal, subprocess, sys, time
root = pathlib.Path({root!r})
pid_file = root / "{program}.pid"
environment = {{
    **os.environ, "DAWR_ENVIRONMENT": "ready", "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(root),
}}

def alive():
    try:
        pid = int(pid_file.read_text())
        os.kill(pid, 0)
        return None if "Z" in pathlib.Path(f"/proc/{{pid}}/stat").read_text().rpartition(")")[2] else pid
    except (OSError, ValueError):
        return None

if sys.argv[1] == "stop":
    pid = alive()
    if pid is not None:
        os.kill(pid, signal.SIGTERM)
        while alive() is not None:
            time.sleep(0.02)
elif alive() is None:
    if (root / "opt/update.json").exists():  # the unit of the recovery, which the start of the program asks for
        subprocess.run(
            [str(root / "opt/good/.venv/bin/python"), "main.py", "update", "--recover",
             "--root", str(root / "opt"), "--config", str(root / "{program}.toml"), "--device", "{program}"],
            cwd=root / "opt/good", stdin=subprocess.DEVNULL, env=environment,
        )
    with (root / "{program}.log").open("ab") as log:
        started = subprocess.Popen(
            [str(root / "opt/current/.venv/bin/python"), "main.py", "{program}",
             "--config", str(root / "{program}.toml")],
            cwd=root / "opt/current", stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            env=environment,
        )
    pid_file.write_text(str(started.pid))
"""


def link_or_copy(source: str, target: str) -> None:
    """Link a file, or copy it where the two lie on different disks."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def packed_environment(folder: Path) -> Path:
    """Write the packages of run.txt that are here as wheels, except Qt, which a hall does not load."""
    folder.mkdir()
    lines = (ROOT / "deploy" / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    for name in [line.partition("==")[0] for line in lines if "==" in line and not line.startswith((" ", "#"))]:
        try:
            package = distribution(name)
        except PackageNotFoundError:  # for another system than this one
            continue
        if name.startswith(("pyside6", "shiboken6")):
            continue
        with zipfile.ZipFile(folder / f"{name}-{package.version}-none-any.whl", "w") as wheel:
            for file in package.files or []:
                if ".." not in file.parts and "__pycache__" not in file.parts:
                    wheel.write(file.locate(), str(file))
    return folder


def make_release(base: Path, target: Path, version: str, changes: Mapping[str, str]) -> Path:
    """Make a release folder: the programs of `base` as `version`, with other texts for the files of `changes`."""
    target.mkdir(parents=True)
    for name in PROGRAMS:
        shutil.copytree(base / name, target / name, copy_function=link_or_copy)
    shutil.copy2(base / "main.py", target / "main.py")
    (target / ".venv").symlink_to((ROOT / ".venv").resolve())
    named = (base / "common/version.py").read_text(encoding="utf-8")
    named = re.sub(r'^VERSION = ".*"$', f'VERSION = "{version}"', named, flags=re.MULTILINE)
    for path, text in {"common/version.py": named, **changes}.items():
        (target / path).unlink(missing_ok=True)  # a hard link: the text of the other release stays
        (target / path).write_text(text, encoding="utf-8")
    return target


@dataclass
class InstalledMachine:
    """A machine with the releases of one program, and a stand-in for systemctl in the file `control`."""

    folder: Path
    program: ClassVar[str]

    @property
    def root(self) -> Path:
        """What stands for /opt/dawr."""
        return self.folder / "opt"

    def update(self, *words: str, program: str = "current") -> subprocess.CompletedProcess[str]:
        """Run `main.py update` with the program of a link and return what it said."""
        return subprocess.run(
            self.command(*words, program=program), cwd=self.root / program, capture_output=True, text=True,
            check=False, env=self._environment,
        )  # fmt: skip

    def command(self, *words: str, program: str = "current") -> list[str]:
        """Return the command line of an update with a short trial."""
        options = ["--root", str(self.root), "--config", str(self.folder / f"{self.program}.toml"), "--healthy-s", "1"]
        options += ["--device", self.program]
        options += [
            "--control",
            str(self.folder / "control"),
            "--keys",
            str(self.folder / "keys"),
            "--start-s",
            str(START_S),
        ]
        return [str(self.root / program / ".venv/bin/python"), "main.py", "update", *options, *words]

    def update_until(self, step: str, *words: str) -> subprocess.Popen[str]:
        """Begin an update and return it when the step is done; it waits there."""
        process = subprocess.Popen(
            self.command(*words, "--step-by-step"), cwd=self.root / "current", stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self._environment,
        )  # fmt: skip
        assert process.stdin is not None
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if f"goes on after {step}" in line:
                return process
            if "goes on after" in line:
                process.stdin.write("\n")
                process.stdin.flush()
        raise AssertionError(f"the update never came to {step}: {''.join(said)}")

    def cut_power(self) -> None:
        """Kill -9 the program and return when it is gone: no start finds it still running."""
        with contextlib.suppress(OSError, ValueError):
            pid = int((self.folder / f"{self.program}.pid").read_text())
            os.kill(pid, signal.SIGKILL)
            until(lambda: not alive(pid), "the program is gone", self.log)

    def boot(self) -> None:
        """Do what the units do when the machine starts: recover where an update was cut, then start the program."""
        if (self.root / "update.json").exists():
            recovered = self.update("--recover", program="good")
            assert recovered.returncode in {0, 3}, recovered.stderr
        self.start()

    @property
    def links(self) -> tuple[str | None, str | None]:
        """The versions that run now and that are known to work."""
        releases = ReleaseFolder(self.root)
        return releases.linked(CURRENT), releases.linked(GOOD)

    def log(self) -> str:
        """Return what the program wrote to its log."""
        path = self.folder / f"{self.program}.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    @property
    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DAWR_ENVIRONMENT": "ready"}

    def start(self) -> None:
        """Start the program."""
        subprocess.run([str(self.folder / "control"), "start", f"dawr-{self.program}"], check=True)


@dataclass
class UpdatedMachine(InstalledMachine):
    """The machine of a hall, with the release `OLD` installed and three tickets given."""

    program: ClassVar[str] = "hall"
    hall: PreparedHall
    port: int

    @property
    def base(self) -> str:
        """Where the hall answers."""
        return f"http://127.0.0.1:{self.port}"

    def pack(self, version: str, changes: Mapping[str, str], *, name: str = "") -> Path:
        """Return a signed release file on a stick."""
        stick = self.folder / "stick"
        folder = make_release(self.root / "releases" / OLD, stick / version, version, changes)
        file = stick / (name or f"dawr-{version}.tar")
        subprocess.run(["tar", "--create", "--file", str(file), "--directory", str(stick), version], check=True)
        shutil.rmtree(folder)
        self.sign(file)
        return file

    def build(self, version: str, changes: Mapping[str, str]) -> Path:
        """Return a release file that `main.py package release` makes and signs, with this environment's packages."""
        source = make_release(ROOT, self.folder / "source", version, changes)
        for name in FOLDERS:
            if not (source / name).exists():
                shutil.copytree(ROOT / name, source / name, copy_function=link_or_copy)
        for name in FILES:
            shutil.copy2(ROOT / name, source / name)
        (self.folder / "passphrase").touch()
        command = [sys.executable, "main.py", "package", "release", "--for", "debian12", "--out", str(self.folder)]
        command += ["--wheels", str(packed_environment(self.folder / "wheels"))]
        command += ["--key", str(self.folder / "release.key"), "--passphrase-file", str(self.folder / "passphrase")]
        done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False, env=self._environment)
        assert done.returncode == 0, done.stderr
        return Path(done.stdout.split()[0])

    def sign(self, file: Path) -> None:
        """Sign a file with the key of the releases."""
        sign_file(file, self.folder / "release.key")

    def cut_power_after(self, step: str, file: Path) -> None:
        """Update, and kill -9 all that runs once the step is done."""
        process = self.update_until(step, str(file), "--now")
        process.kill()
        process.communicate()
        self.cut_power()

    def start(self) -> None:
        """Start the hall service and wait until it takes commands."""
        super().start()
        until(self.is_well, "the hall answers", self.log, timeout_s=START_S)

    def is_well(self) -> bool:
        """Return whether the hall takes commands."""
        try:
            return requests.get(f"{self.base}/healthz", timeout=10).status_code == 200
        except requests.RequestException:  # not up yet, or too busy to answer
            return False

    def issue(self) -> str:
        """Return the number of a new ticket."""
        headers = {"Authorization": f"Bearer {self.hall.tokens['kiosk']}"}
        answer = requests.post(f"{self.base}/api/v1/visits", data='{"service": "A"}', headers=headers, timeout=60)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["ticket"])

    def close_day(self) -> None:
        """Let the hall head close the service day."""
        self._tell_day("close")

    def open_day(self) -> None:
        """Let the hall head open the service day that was closed."""
        self._tell_day("open")

    def _tell_day(self, what: str) -> None:
        headers = {"Authorization": f"Bearer {self.hall.tokens['head']}"}
        answer = requests.post(f"{self.base}/api/v1/day/{what}", data="{}", headers=headers, timeout=60)
        assert answer.status_code == 200, answer.text

    def tickets(self) -> list[str]:
        """Return the numbers of all visits, as the database has them."""
        with contextlib.closing(sqlite.connect(f"file:{self.hall.database}?mode=ro", uri=True)) as connection:
            return sorted(ticket for (ticket,) in connection.execute("SELECT ticket FROM visit"))

    def schema(self) -> str:
        """Return the version of the database."""
        with contextlib.closing(sqlite.connect(f"file:{self.hall.database}?mode=ro", uri=True)) as connection:
            return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])

    def status(self) -> dict[str, object]:
        """Return what `update --status` says."""
        found: dict[str, object] = json.loads(self.update("--status", "--json").stdout)
        return found


def install_release(machine: InstalledMachine) -> None:
    """Install the release `OLD`, as packages do, and the stand-in for systemctl."""
    make_release(ROOT, machine.root / "releases" / OLD, OLD, {})
    (machine.root / "current").symlink_to(f"releases/{OLD}")
    control = CONTROL.format(python=sys.executable, root=str(machine.folder), program=machine.program)
    (machine.folder / "control").write_text(control, encoding="utf-8")
    (machine.folder / "control").chmod(0o755)


@contextlib.contextmanager
def updated_machine(folder: Path, code: str = "test-hall", *, starts: bool = True) -> Iterator[UpdatedMachine]:
    """Make the machine with its hall running, unless it must not start yet, and end what runs on it."""
    (folder / "hall").mkdir(parents=True)
    hall = prepare_hall(folder / "hall", tickets=3)
    with contextlib.closing(sqlite.connect(hall.database)) as connection:
        connection.execute("UPDATE setting SET value = ? WHERE key = 'hall'", (json.dumps(code),))
        connection.commit()
    machine = UpdatedMachine(folder, hall, free_port())
    install_release(machine)
    (folder / "keys").mkdir()
    make_keys(folder / "release.key", folder / "keys" / "release.pub", None)
    settings = f'data = "{hall.data}"\nport = {machine.port}\ndevice_limits = false\n'
    settings += f'device_releases = "{machine.root}/for-devices"\n'
    (folder / "hall.toml").write_text(settings, encoding="utf-8")
    try:
        if starts:
            machine.start()
        yield machine
    finally:
        machine.cut_power()
