"""The counter program's package, built from the locked packages, installed and run by a user without any rights."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bench.running_demo import ROOT
from commands.package.parts import PYTHONS
from tests.helpers.hall_in_a_thread import good, hall_in_a_thread

pytestmark = [pytest.mark.full, pytest.mark.timeout(900)]
NOBODY = 65534
BUILD_S = 700
"""A build compresses 20 s long on a free processor, and takes minutes on a machine with other work."""


def build(system: str, out: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "package", system, "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=BUILD_S, check=False)
    assert done.returncode == 0, done.stderr


def as_user(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user who owns only his home, with nothing of this machine's environment."""
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    rights = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False, **rights)  # type: ignore[call-overload]


@pytest.fixture
def place() -> Iterator[Path]:
    """Give a folder that every user may look into; pytest's own is for one user."""
    with tempfile.TemporaryDirectory(prefix="dawr-user-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_an_ordinary_user_installs_and_starts_the_linux_package(place: Path) -> None:
    build("linux", place / "dist")
    subprocess.run(["tar", "-C", str(place), "-xf", str(place / "dist/dawr-counter-linux.tar.xz")], check=True)
    home = place / "home"
    home.mkdir()
    if os.geteuid() == 0:
        os.chown(home, NOBODY, NOBODY)
    for _ in range(2):  # the second time over the first, as a newer version is
        done = as_user(home, "sh", str(place / "dawr-counter-linux/install.sh"))
        assert done.returncode == 0, done.stderr
    conf = home / ".config/dawr"
    program, picture = str(home / ".local/bin/dawr-counter"), home / "counter.png"
    (place / "hall").mkdir()
    with hall_in_a_thread(place / "hall") as hall:
        asked = {"kind": "counter", "name": "new counter", "counter": 2}
        code = good(hall.post("/devices/codes", "admin", asked), 201)["code"]
        done = as_user(home, program, "pair", "counter", "--hall", hall.base, "--code", code)
        assert (done.returncode, done.stderr) == (0, "")
        told = (conf / "counter.toml").read_text()
        assert f'hall = ["{hall.base}"]\ntoken_file = "{conf / "counter.token"}"\ncounter = 2\n' in told
        # A desktop that is not there has no hot keys, and the program says so.
        (conf / "counter.toml").write_text(told.replace("hot_key = ", "# "))
        done = as_user(home, program, "--picture", str(picture))
    assert done.returncode == 0, done.stderr
    assert {line.split()[1] for line in done.stderr.splitlines()} <= {"INFO"}, done.stderr
    assert QImage(str(picture)).width() > 700  # the screen without a screen is 800 wide
    assert not list((home / ".local/share").glob("dawr-counter.*"))


def test_root_is_sent_to_the_agents_own_user(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("is not root here")
    done = subprocess.run(["sh", str(ROOT / "deploy/counter/install.sh")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "not as root" in done.stderr


def test_the_windows_package_holds_the_windows_builds(tmp_path: Path) -> None:
    build("windows", tmp_path)
    names = set(zipfile.ZipFile(tmp_path / "dawr-counter-windows.zip").namelist())
    lib = "dawr-counter-windows/program/lib/"
    for file in ("PySide6/plugins/platforms/qwindows.dll", "PySide6/QtWidgets.pyd", "PySide6/Qt6Widgets.dll"):
        assert lib + file in names
    for python in PYTHONS:
        assert f"{lib}msgspec/_core.cp{python.replace('.', '')}-win_amd64.pyd" in names
    assert "dawr-counter-windows/install.cmd" in names
    assert not [name for name in names if name.endswith(".so")]
