"""A hall service alone on the data of a stopped demo, to be killed and started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType

from bench.running_demo import ROOT
from tests.helpers.ports import free_port

START_S = 180
"""A machine that does much else at once takes long over it."""


class HallAlone:
    """`main.py hall` on DIR/hall of a demo, always on the same port; as a context it ends with the test."""

    def __init__(self, demo: Path, *options: str) -> None:
        self._demo = demo
        self._options = options
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> HallAlone:
        try:
            self.start()
        except BaseException:
            # No __exit__ follows a failed __enter__: the process must not outlive its test.
            if self._process is not None and self._process.poll() is None:
                self.kill()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self.kill()

    def start(self) -> float:
        """Start the service and return the seconds until it took commands."""
        started = time.monotonic()
        place = ["--data", str(self._demo / "hall"), "--setup", str(self._demo / "hall.toml")]
        place += ["--no-device-limits"]
        with (self._demo / "hall-alone.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), "hall", *place, "--port", str(self.port), *self._options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        while not self._ready():
            assert self._process.poll() is None, self.log()
            assert time.monotonic() - started < START_S, self.log()
            time.sleep(0.01)
        return time.monotonic() - started

    @property
    def pid(self) -> int:
        """The number of the running process."""
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """Kill -9 and wait until it is gone."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def stop(self) -> None:
        """End it as systemd does; one that does not run stays stopped."""
        if self._process is None:
            return
        self._process.terminate()
        assert self._process.wait(30) == 0, self.log()
        self._process = None

    def log(self) -> str:
        """Return the end of what it said."""
        return (self._demo / "hall-alone.log").read_text(encoding="utf-8", errors="replace")[-3000:]

    def _ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.base}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (OSError, urllib.error.URLError):
            return False
