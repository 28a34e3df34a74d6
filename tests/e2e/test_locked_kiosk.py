"""A kiosk that stands alone: it comes back after a kill and a hang, and its session shows nothing else."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.fake_hall import FakeHall, running_hall
from tools.qt_driver.driven_program import until

log = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
SESSION = ROOT / "deploy" / "screen" / "session.sh"


@pytest.fixture
def hall() -> Iterator[FakeHall]:
    with running_hall() as fake:
        yield fake


class Systemd:
    """Hears what systemd would, and counts the starts."""

    def __init__(self, folder: Path) -> None:
        self._ears = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ears.bind(str(folder / "systemd"))
        self._ears.settimeout(60)
        self.environ = {"NOTIFY_SOCKET": str(folder / "systemd")}

    def ready_s(self, since_s: float) -> float:
        """Return the seconds from `since_s` until the program said that it is up."""
        while self._ears.recv(100) != b"READY=1":
            pass
        return time.monotonic() - since_s

    def close(self) -> None:
        self._ears.close()


def environ_of(folder: Path, hall: FakeHall, **more: str) -> dict[str, str]:
    return {**os.environ, "DAWR_TOKEN": hall.token, "XDG_RUNTIME_DIR": str(folder), **more}


def options(hall: FakeHall, folder: Path) -> list[str]:
    return ["--hall", hall.url, "--device", "k", "--printer", "memory:", "--own-numbers", str(folder / "own")]


@contextmanager
def kept(hall: FakeHall, folder: Path, systemd: Systemd) -> Iterator[subprocess.Popen[bytes]]:
    """Run a kiosk over the whole of an offscreen screen, kept running."""
    command = [sys.executable, str(ROOT / "main.py"), "kiosk", "--keep", *options(hall, folder)]
    environ = environ_of(folder, hall, QT_QPA_PLATFORM="offscreen", **systemd.environ)
    with (folder / "log").open("wb") as said:
        keeper = subprocess.Popen(command, env=environ, stderr=said, stdout=said)
    try:
        yield keeper
    finally:
        keeper.terminate()
        assert keeper.wait(30) == 0
        systemd.close()


def child_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()[0])


def test_a_killed_kiosk_is_back_at_once(hall: FakeHall, tmp_path: Path) -> None:
    systemd, began = Systemd(tmp_path), time.monotonic()
    with kept(hall, tmp_path, systemd) as keeper:
        start_s = systemd.ready_s(began)
        # Its first screen stands before its first link does.
        until(lambda: len(hall.live_connections) == 1, "it follows the hall", lambda: hall.live_connections)
        killed, pid = time.monotonic(), child_of(keeper.pid)
        os.kill(pid, signal.SIGKILL)
        back_s = systemd.ready_s(killed)
        log.info("%s", f"started in {start_s:.2f} s, back {back_s:.2f} s after kill -9")
        assert child_of(keeper.pid) != pid
        until(lambda: len(hall.live_connections) == 2, "it follows the hall again", lambda: hall.live_connections)


@pytest.mark.full
def test_a_kiosk_that_hangs_is_killed_and_comes_back(hall: FakeHall, tmp_path: Path) -> None:
    systemd = Systemd(tmp_path)
    with kept(hall, tmp_path, systemd) as keeper:
        systemd.ready_s(0.0)
        stopped, pid = time.monotonic(), child_of(keeper.pid)
        os.kill(pid, signal.SIGSTOP)
        log.info("%s", f"back {systemd.ready_s(stopped):.1f} s after it stopped")
        assert child_of(keeper.pid) != pid


@pytest.mark.full
def test_in_the_compositor_nothing_but_the_kiosk_is_ever_on_the_screen(hall: FakeHall, tmp_path: Path) -> None:
    missing = [program for program in ("cage", "grim") if shutil.which(program) is None]
    assert not missing, f"this test needs {missing}: apt install cage grim"
    tmp_path.chmod(0o700)
    systemd, began = Systemd(tmp_path), time.monotonic()
    environ = environ_of(
        tmp_path, hall, WLR_BACKENDS="headless", WLR_RENDERER="pixman", WLR_LIBINPUT_NO_DEVICES="1",
        DAWR_PYTHON=sys.executable, QT_QPA_PLATFORM="wayland",
        **systemd.environ,
    )  # fmt: skip
    settings = tmp_path / "kiosk.toml"
    values = f'hall = ["{hall.url}"]\ndevice = "k"\nprinter = "memory:"\nown_numbers = "{tmp_path / "own"}"\n'
    settings.write_text(values, encoding="utf-8")
    with (tmp_path / "log").open("wb") as said:
        cage = subprocess.Popen(
            ["cage", "-d", "--", str(SESSION), "kiosk", str(settings)], env=environ, stderr=said, stdout=said
        )
    try:
        systemd.ready_s(began)
        until(lambda: len(hall.live_connections) >= 1, "it follows the hall", lambda: (tmp_path / "log").read_text())
        environ["WAYLAND_DISPLAY"] = next(tmp_path.glob("wayland-?")).name
        until(lambda: colours(tmp_path, environ) > 20, "the kiosk paints", lambda: (tmp_path / "log").read_text())
        killed = time.monotonic()
        os.kill(child_of(child_of(cage.pid)), signal.SIGKILL)
        assert colours(tmp_path, environ) >= 1, "the compositor stays"
        log.info("%s", f"back {systemd.ready_s(killed):.2f} s after kill -9, the compositor the same")
        until(lambda: colours(tmp_path, environ) > 20, "the kiosk is back", lambda: (tmp_path / "log").read_text())
        assert cage.poll() is None
    finally:
        if cage.poll() is None:
            os.kill(child_of(cage.pid), signal.SIGTERM)  # as systemd does, to the whole session
        cage.wait(30)
        systemd.close()


def colours(folder: Path, environ: dict[str, str]) -> int:
    """Return how many colours are on the screen now."""
    picture = folder / "screen.png"
    subprocess.run(["grim", str(picture)], env=environ, check=True, timeout=30)
    with Image.open(picture) as screen:
        return len(screen.convert("RGB").getcolors(1 << 24) or ())
