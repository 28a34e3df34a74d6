"""A Qt program in a separate process, driven by its real controls: for end-to-end tests and pictures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class DrivingError(AssertionError):
    """A program did not do what it was driven to; the text says what was there instead."""


class DrivenProgram:
    """`main.py NAME …`, offscreen unless `environment` names a screen; as a context it ends with the block."""

    def __init__(
        self,
        name: str,
        arguments: list[str],
        *,
        token: str,
        log: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.name = name
        self._log = log.open("wb")
        self._path = log
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.qt_driver.driver", name, *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **(environment or {}), "DAWR_TOKEN": token},
        )

    def __enter__(self) -> DrivenProgram:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(timeout=60)
        for pipe in (self._process.stdin, self._process.stdout, self._log):
            if pipe:
                pipe.close()

    def kill(self) -> None:
        """End it as a power cut does: the program can finish, send and store nothing more."""
        self._process.kill()
        self._process.wait(timeout=60)

    def tell(self, **command: object) -> dict[str, Any]:
        """Carry out one command of tools.qt_driver.driver and return its answer; raise DrivingError where it cannot."""
        answer = self._asked(command)
        if "error" in answer:
            names = self._asked({"names": 1}).get("names")
            raise DrivingError(f"{self.name}: {command}: {answer['error']}; it has {names}\n{self.log()}")
        return answer

    def names(self) -> list[str]:
        """Return the names of all visible controls."""
        return list(self.tell(names=1)["names"])

    def sees(self, name: str) -> bool:
        """Return whether the control is visible now."""
        return bool(self.tell(find=name)["visible"])

    def wait_for(self, name: str, *, timeout_s: float = 60) -> dict[str, Any]:
        """Wait until the control is visible and enabled, and return what it shows."""
        found: dict[str, Any] = {}

        def there() -> bool:
            found.update(self.tell(find=name))
            return bool(found["visible"] and found.get("enabled"))

        until(there, f"{self.name} shows {name}", self.names, timeout_s=timeout_s)
        return found

    def log(self) -> str:
        """Return the end of what the program logged."""
        return self._path.read_text(encoding="utf-8", errors="replace")[-3000:]

    def _asked(self, command: dict[str, object]) -> dict[str, Any]:
        if self._process.stdin is None or self._process.stdout is None:
            raise DrivingError(f"{self.name} is not running")
        try:
            self._process.stdin.write(json.dumps(command) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise DrivingError(f"{self.name} ended:\n{self.log()}") from None
        line = self._process.stdout.readline()
        if not line:
            raise DrivingError(f"{self.name} ended:\n{self.log()}")
        answer: dict[str, Any] = json.loads(line)
        return answer


def until(holds: Callable[[], bool], what: str, seen: Callable[[], object], *, timeout_s: float = 60) -> None:
    """Return once `holds()`; raise DrivingError with `what` and what is `seen` after `timeout_s`."""
    begun = time.monotonic()
    while not holds():
        waited_s = time.monotonic() - begun
        if waited_s > timeout_s:
            raise DrivingError(f"not within {timeout_s} s: {what}; there is {seen()}")
        time.sleep(_pause_s(waited_s))


def _pause_s(waited_s: float) -> float:
    """Return the seconds to the next look: a look costs both programs time, so a long wait has fewer of them.

    >>> [_pause_s(waited_s) for waited_s in (0.0, 1.0, 60.0)]
    [0.02, 0.05, 0.25]
    """
    return min(0.25, max(0.02, waited_s / 20))
