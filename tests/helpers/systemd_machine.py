"""A machine with a real systemd, in namespaces of this one: install a role in it, cut its power, start it again."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_suffix(".sh")
SYSTEMD = Path("/lib/systemd/systemd")
START_S = 60.0
_numbers = itertools.count(1)
PATH = "PATH=/usr/sbin:/usr/bin:/sbin:/bin"


class SystemdMachine:
    """The Debian of the folder `base`, with `stick` at /media/stick. As a context: on, then off.

    It keeps its own changes in `folder`. Its network is `network` (a file of /proc), or its own loopback.
    """

    def __init__(self, folder: Path, *, base: Path, stick: Path, network: Path | None = None) -> None:
        self._disk = folder / "disk"
        self._base, self._stick, self._network = base, stick, network
        self._cgroup = _cgroups() / f"dawr-machine-{os.getpid()}-{next(_numbers)}"
        self._starter: subprocess.Popen[bytes] | None = None
        self._pid = 0

    def __enter__(self) -> SystemdMachine:
        self._disk.mkdir()
        self._cgroup.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", str(self._disk)], check=True)
        try:
            self.switch_on()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.cut_power()
        subprocess.run(["umount", "--lazy", str(self._disk)], check=False)
        for folder, _, _ in os.walk(self._cgroup, topdown=False):
            Path(folder).rmdir()

    def switch_on(self) -> None:
        """Start systemd, and return when it has started what belongs to the machine's start."""
        spaces = ["--fork", "--kill-child", "--pid", "--mount", "--cgroup", "--uts", "--ipc", "--mount-proc"]
        spaces += ["--net"] if self._network is None else []
        environ = {**os.environ, "DISK": str(self._disk), "BASE": str(self._base), "STICK": str(self._stick)}
        enter = "" if self._network is None else f"nsenter --net={self._network} "
        join = f"echo $$ >{self._cgroup}/cgroup.procs; exec {enter}unshare {' '.join(spaces)} sh {SCRIPT}"
        log = (self._disk.parent / "log").open("ab")
        with log:
            self._starter = subprocess.Popen(
                ["sh", "-c", join], env=environ, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        give_up_s = time.monotonic() + START_S
        while self._state() not in {"running", "degraded"}:
            assert self._starter.poll() is None, (self._disk.parent / "log").read_text(encoding="utf-8")
            assert time.monotonic() < give_up_s, f"the machine is {self._state()}"

    def cut_power(self) -> None:
        """End every process of the machine at once."""
        if self._starter is not None:
            self._starter.kill()
            self._starter.wait()
        give_up_s = time.monotonic() + START_S
        while "populated 1" in (self._cgroup / "cgroup.events").read_text(encoding="utf-8"):
            assert time.monotonic() < give_up_s

    def run(self, command: str) -> str:
        """Run a shell command in the machine as root, and return what it printed."""
        done = self._inside(["sh", "-ec", command])
        if done.returncode:
            journal = self._inside(["journalctl", "--no-pager", "--lines", "30"]).stdout
            raise AssertionError(f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}\n{journal}")
        return done.stdout.strip()

    def cpu_s(self) -> float:
        """Return how long the machine has kept a processor busy, power cuts included."""
        lines = (self._cgroup / "cpu.stat").read_text(encoding="utf-8").splitlines()
        return int(dict(line.split() for line in lines)["usage_usec"]) / 1e6

    def main_pid(self, unit: str) -> int:
        """Return the number of the unit's main process in the machine, 0 where it has none."""
        return int(self.run(f"systemctl show --property MainPID --value {unit}"))

    def kill_main(self, unit: str, number: signal.Signals) -> None:
        """Send a signal to the unit's main process."""
        self.run(f"kill -{number.name.removeprefix('SIG')} {self.main_pid(unit)}")

    def _inside(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        enter = ["nsenter", "--target", str(self._pid), "-m", "-p", "-u", "-i", "-C", "-r", "-w", "-n"]
        return subprocess.run(
            [*enter, "env", "-i", PATH, "HOME=/root", "LANG=C.UTF-8", *command],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def _state(self) -> str:
        assert self._starter is not None
        starter = self._starter.pid
        children = Path(f"/proc/{starter}/task/{starter}/children").read_text(encoding="utf-8").split()
        if not children or Path(f"/proc/{children[0]}/exe").readlink() != SYSTEMD.resolve():
            return "off"
        self._pid = int(children[0])
        return self._inside(["systemctl", "is-system-running", "--wait"]).stdout.strip()


def why_not() -> str | None:
    """Return why no machine with systemd can be made here, or None."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "only root on Linux can make a machine with systemd"
    if not (SYSTEMD.exists() and shutil.which("unshare") and shutil.which("nsenter")):
        return "systemd is not installed"
    try:
        probe = _cgroups() / f"dawr-probe-{os.getpid()}"
        probe.mkdir()
        probe.rmdir()
    except OSError as error:
        return f"no cgroup for a machine with systemd: {error}"
    return None


def _cgroups() -> Path:
    """Return where this machine has its cgroups of version 2."""
    for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines():
        _, place, kind, *_ = line.split()
        if kind == "cgroup2":
            return Path(place)
    raise FileNotFoundError("cgroup version 2 is not mounted")
