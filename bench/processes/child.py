"""A program that a benchmark starts and reads from; where it fails, its own error is what the benchmark says."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO

from bench.running_demo import ROOT, last_line


class ChildFailedError(Exception):
    """A program of a benchmark ended before it had said everything; the text holds the end of its error."""


class Child:
    """A running program, named `what` in errors."""

    def __init__(self, what: str, process: subprocess.Popen[str], errors: IO[str]) -> None:
        self._what = what
        self._process = process
        self._errors = errors

    def line(self) -> str:
        """Return its next line; raise ChildFailedError where it ends without one."""
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        if said:
            return said
        self._process.wait()
        self._errors.seek(0)
        raise ChildFailedError(f"{self._what} ended with: {last_line(self._errors.read())}")

    def runs(self) -> bool:
        """Return whether it has not ended."""
        return self._process.poll() is None


@contextmanager
def started(what: str, command: Sequence[str], env: Mapping[str, str]) -> Iterator[Child]:
    """Run a module of the project with these arguments and variables, and end it with the block."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, **env},
        )
        try:
            yield Child(what, process, errors)
        finally:
            process.terminate()
            process.communicate(timeout=20)
