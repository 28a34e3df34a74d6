"""`main.py printer emulate` as a separate process: a printer on TCP, and a person's hands at it by HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any

from tools.qt_driver.driven_program import ROOT


class EmulatedPrinter:
    """As a context it ends with the block; `url` is where a kiosk prints, `papers` where its pictures lie."""

    def __init__(self, papers: Path, *options: str) -> None:
        self.papers = papers
        command = ["main.py", "printer", "emulate", "--tcp", "0", "--control", "0", "--out", str(papers), *options]
        self._process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()
        self._control = self._process.stdout.readline().strip()
        assert self.url.startswith("tcp://"), self.url
        assert self._control.startswith("http://"), self._control

    def __enter__(self) -> EmulatedPrinter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(timeout=60)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def act(self, act: str, **more: Any) -> None:
        """Do what a person or a defect does, as `printer emulate --help` names it."""
        body = json.dumps({"act": act, **more}).encode()
        request = urllib.request.Request(f"{self._control}/acts", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert answer.status < 300

    def state(self) -> dict[str, Any]:
        """Return what one can see of it."""
        with urllib.request.urlopen(f"{self._control}/printer", timeout=60) as answer:
            return dict(json.loads(answer.read()))
