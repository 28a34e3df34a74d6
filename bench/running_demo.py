"""Start `main.py demo --headless` as a separate process and stop it again: for simulate, benchmarks and tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from commands.runtime import parent_watch

ROOT = Path(__file__).resolve().parent.parent


class DemoFailedError(Exception):
    """The demo did not come up; the text ends with the last line of what it said."""


def last_line(said: str) -> str:
    r"""Return what a program said last.

    >>> last_line("Traceback:\n  File\nTimeoutError: begin\n\n"), last_line("")
    ('TimeoutError: begin', 'no error')
    """
    return next((line for line in reversed(said.splitlines()) if line.strip()), "no error")


def read_demo(folder: Path) -> dict[str, Any]:
    """Return DIR/demo.json of a running demo; raise DemoFailedError when there is none."""
    try:
        described: dict[str, Any] = json.loads((folder / "demo.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DemoFailedError(f"no demo runs in {folder}: {error}") from error
    if not isinstance(described, dict) or not {"hall", "centre", "tokens", "head_page"} <= set(described):
        raise DemoFailedError(f"{folder / 'demo.json'} is not what a demo writes")
    return described


class RunningDemo:
    """A demo in `folder`, headless or `living` without windows, as a context; all its processes end with it.

    `description` is its demo.json.
    """

    def __init__(
        self, folder: Path, *, size: str = "middle", port: int = 0, database: str | None = None, living: bool = False
    ) -> None:
        self.folder = folder
        self._arguments = ["--no-windows" if living else "--headless", "--data", str(folder), "--port", str(port)]
        self._arguments += [] if living else ["--hall", size]
        self._arguments += ["--database", database] if database else []
        self._living = living
        self._process: subprocess.Popen[bytes] | None = None
        self.description: dict[str, Any] = {}

    def __enter__(self) -> RunningDemo:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "demo.json").unlink(missing_ok=True)
        log = (self.folder / "demo.log").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "demo", *self._arguments],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, parent_watch.VARIABLE: "stdin"},
        )
        log.close()
        self._await_ready(timeout_s=600 if self._living else 180)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def stop(self) -> int | None:
        """End the demo, wait until it is gone and return its exit code; None when it was not running."""
        code = None
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self._process.kill()  # its members end by their lifelines
                self._process.wait()
            if self._process.stdin:
                self._process.stdin.close()
            code = self._process.returncode
            self._process = None
        return code

    def _await_ready(self, *, timeout_s: float) -> None:
        deadline = time.monotonic() + timeout_s
        while not (self.folder / "demo.json").exists():
            ended = self._process is None or self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                self.stop()
                said = (self.folder / "demo.log").read_text(encoding="utf-8", errors="replace")
                raise DemoFailedError(f"the demo in {self.folder} did not come up: {last_line(said)}")
            time.sleep(0.02)
        self.description = read_demo(self.folder)
