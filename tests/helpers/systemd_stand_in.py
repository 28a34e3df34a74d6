"""What systemd does with a unit of deploy/, where no systemd runs: start it, hear it, kill it when it is silent, again.

It reads ExecStart, Environment, UMask, WatchdogSec, Restart and RestartSec. Users, folders and limits of the unit are
not tried here.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from bench.running_demo import ROOT
from common.service.systemd import READY

START_S = 120.0


class RunningUnit:
    """A unit that was started, as a context; `ready` counts how often its program said that it is up."""

    def __init__(
        self, unit: Path, environ: Mapping[str, str], *, settings: Path | None = None, watchdog_s: float | None = None
    ) -> None:
        """`environ` and `settings` stand for the files of /etc/dawr; `watchdog_s` replaces the unit's WatchdogSec."""
        lines = re.findall(r"^(\w+)=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)
        self.settings = dict(lines)
        own = dict(word.split("=", 1) for name, words in lines if name == "Environment" for word in shlex.split(words))
        self._environ = {**os.environ, **own, **environ}
        self._command = [
            sys.executable
            if word.endswith(".venv/bin/python")
            else str(settings)
            if word.startswith("/etc/dawr")
            else word
            for part in self.settings["ExecStart"].split()
            for word in (self._environ[part[1:]].split() if part.startswith("$") else [part])
        ]
        self._watchdog_s = watchdog_s or float(self.settings["WatchdogSec"])
        self._folder = tempfile.TemporaryDirectory(prefix="dawr-unit-")
        self._ears = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ears.bind(f"{self._folder.name}/notify")
        self._ears.settimeout(0.1)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep, name=unit.name)
        self._ready = threading.Condition()
        self.ready = 0
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> RunningUnit:
        self._thread.start()
        self.await_ready(1)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stopping.set()
        self._thread.join()
        self._ears.close()
        self._folder.cleanup()

    def await_ready(self, times: int) -> float:
        """Wait until the program has said so often that it is up; return the seconds that took."""
        began = time.monotonic()
        with self._ready:
            assert self._ready.wait_for(lambda: self.ready >= times, START_S), self.log()
        return time.monotonic() - began

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the running program."""
        assert self.process is not None
        os.kill(self.process.pid, number)

    def log(self) -> str:
        """Return the end of what the program printed."""
        return Path(f"{self._folder.name}/log").read_text(encoding="utf-8", errors="replace")[-3000:]

    def _keep(self) -> None:
        while not self._stopping.is_set():
            self._run_once()
            if self.settings.get("Restart") != "always":
                return
            self._stopping.wait(float(self.settings["RestartSec"]))

    def _run_once(self) -> None:
        environ = {
            **self._environ,
            "NOTIFY_SOCKET": f"{self._folder.name}/notify",
            "WATCHDOG_USEC": str(round(self._watchdog_s * 1e6)),
        }
        with Path(f"{self._folder.name}/log").open("ab") as log:
            self.process = child = subprocess.Popen(
                self._command, cwd=ROOT, env=environ, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                umask=int(self.settings["UMask"], 8),
            )  # fmt: skip
        heard_s, is_up = time.monotonic(), False
        while child.poll() is None:
            if self._stopping.is_set():
                child.terminate()
                child.wait(30)
                return
            with contextlib.suppress(TimeoutError):
                message = self._ears.recv(100).decode()
                heard_s, is_up = time.monotonic(), True
                if message == READY:
                    with self._ready:
                        self.ready += 1
                        self._ready.notify_all()
            if is_up and time.monotonic() - heard_s > self._watchdog_s:
                child.kill()  # systemd sends SIGABRT first; a stopped process obeys only this one
                child.wait()
