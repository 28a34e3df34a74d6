"""A hall service as a separate process on a small hall that has a token for every role."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import requests

from bench.running_demo import ROOT
from common.files.private import keys_beside
from tests.helpers.hall_in_a_thread import hall_in_a_thread


@dataclass
class PreparedHall:
    """A hall that was set up and stopped: its data, its set-up file and the tokens that it knows."""

    folder: Path
    tokens: dict[str, str]
    devices: dict[str, str]

    @property
    def data(self) -> Path:
        """The hall's data folder."""
        return self.folder / "data"

    @property
    def keys(self) -> Path:
        """The folder of the hall's keys, outside its data."""
        return keys_beside(self.data)

    @property
    def database(self) -> Path:
        """The hall's SQLite file."""
        return self.data / "hall.sqlite"


def prepare_hall(folder: Path, *, tickets: int = 0, database: str = "") -> PreparedHall:
    """Set a hall up in `folder`, sign an agent in at counter 1 (token `agent`), issue tickets, and stop it."""
    with hall_in_a_thread(folder, database=database) as hall:
        hall.tokens["agent"] = hall.sign_in()
        for _ in range(tickets):
            hall.issue()
        return PreparedHall(folder, hall.tokens, hall.devices)


@dataclass
class HallProcess:
    """`main.py hall` on a prepared hall; as a context it is killed at the end."""

    hall: PreparedHall
    options: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    base: str = ""
    setup: bool = True
    _process: subprocess.Popen[str] | None = None

    def __enter__(self) -> HallProcess:
        self.launch()
        self.await_ready()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()

    @property
    def pid(self) -> int:
        """The number of the process."""
        assert self._process is not None
        return self._process.pid

    @property
    def port(self) -> int:
        """Where it answers."""
        return int(self.base.rpartition(":")[2])

    def launch(self) -> None:
        """Start the process and do not wait for it."""
        place = ["--data", str(self.hall.data), "--port", "0", "--no-device-limits"]  # programs press, no people
        place += ["--setup", str(self.hall.folder / "hall.toml")] if self.setup else []
        with self._log_file.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), "hall", *place, *self.options],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**os.environ, **self.environment},
            )

    def await_ready(self) -> None:
        """Wait until it says where it answers."""
        assert self._process is not None
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        found = re.search(r"https?://\S+", line)
        assert found, f"{line} {self.log()}"
        self.base = found[0]

    def ended(self, timeout_s: float = 60) -> int:
        """Wait until it has ended and return its status."""
        assert self._process is not None
        return self._process.wait(timeout_s)

    def kill(self) -> None:
        """Kill -9 and wait until it is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def signal(self, number: int) -> None:
        """Send the process a signal."""
        os.kill(self.pid, number)

    def log(self) -> str:
        """Return what it wrote to its log."""
        return self._log_file.read_text(encoding="utf-8", errors="replace")

    def ask(self, method: str, path: str, token: str | None = None, **options: Any) -> requests.Response:
        """Return the answer to a request below /api/v1; `token` is a role's name."""
        headers = dict(options.pop("headers", {}))
        if token is not None:
            headers["Authorization"] = f"Bearer {self.hall.tokens.get(token, token)}"
        body = options.pop("body", None)
        data = None if body is None else json.dumps(body).encode()
        return requests.request(method, f"{self.base}/api/v1{path}", data=data, headers=headers, timeout=60, **options)

    def issue(self, key: str | None = None, service: str = "A") -> requests.Response:
        """Ask for one ticket."""
        headers = {"Idempotency-Key": key} if key else {}
        return self.ask("POST", "/visits", "kiosk", body={"service": service}, headers=headers)

    def health(self) -> tuple[int, list[str]]:
        """Return the status and the reasons of /healthz."""
        answer = requests.get(f"{self.base}/healthz", timeout=60)
        return answer.status_code, answer.json()["reasons"]

    def await_reason(self, reason: str, timeout_s: float = 60) -> None:
        """Wait until /healthz gives this reason."""
        pause, waited_s = threading.Event(), 0.0
        while reason not in self.health()[1]:
            assert waited_s < timeout_s, f"{reason} was not told: {self.health()} {self.log()}"
            pause.wait(0.1)
            waited_s += 0.1

    @property
    def _log_file(self) -> Path:
        return self.hall.folder / "hall.log"
