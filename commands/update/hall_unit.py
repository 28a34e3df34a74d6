"""The hall service that is updated: stopped, copied, started, watched, and brought back to its copy."""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

from commands.update.control import controlled
from commands.update.problem import DatabaseError, Problem
from commands.update.trial import watch
from common.server.trust import trust_of
from hall.config import HallConfig
from hall.platform.tls.hall_tls import AUTHORITY, FOLDER

ANSWER_WITHIN_S = 10
BEFORE = "before-update"
"""Folder of the hall's data with the copies that updates make."""


@dataclass(frozen=True)
class HallUnit:
    """One hall service: its settings, and the program that stops and starts its unit (`systemctl`)."""

    config: HallConfig
    settings: Path
    control: str
    unit: str
    start_s: float
    """How long it may take until it answers; a large database may be migrated meanwhile."""
    healthy_s: float
    """How long it must be well without a break."""

    def stop(self) -> None:
        """Stop the service; raise UpdateError when that fails."""
        controlled(self.control, self.unit, "stop")

    def start(self) -> None:
        """Start the service without waiting until it is up; raise UpdateError when that fails."""
        controlled(self.control, self.unit, "start", "--no-block")

    def copy(self, program: Path) -> str:
        """Copy the database of the stopped service with the program of a release; return the file of the copy."""
        folder = self.config.data / BEFORE
        make = f"import os; os.makedirs({str(folder)!r}, 0o700, exist_ok=True)"
        self._as_owner([_python(program), "-c", make], program)
        return self._as_owner([*self._command(program, "backup"), "--to", str(folder)], program).strip()

    def put_back(self, program: Path, copy: str) -> None:
        """Put the copy back with the program of the release that made it."""
        self._as_owner([*self._command(program, "restore"), copy], program)

    def trial(self, version: str, tell: Callable[[str], None]) -> Problem | None:
        """Watch the started service; return why it is not well, or None when this version was well long enough."""
        return watch(lambda: self._problem(version), tell, start_s=self.start_s, healthy_s=self.healthy_s)

    def _problem(self, version: str) -> str:
        host = "127.0.0.1" if self.config.host in {"", "0.0.0.0", "::"} else self.config.host  # noqa: S104  # read, not bound
        scheme = "https" if self.config.tls else "http"
        url = f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.config.port}/healthz"
        try:
            with urllib.request.urlopen(url, timeout=ANSWER_WITHIN_S, context=self._trust()) as answer:  # noqa: S310  # http or https
                found = str(json.loads(answer.read())["version"])
            return "" if found.partition("+")[0] == version else f"version {found} answers"
        except urllib.error.HTTPError as answer:
            with answer:
                return f"/healthz answers {answer.code}: {answer.read(500).decode(errors='replace')}"
        except (OSError, HTTPException, ValueError, KeyError, TypeError) as error:
            return f"{type(error).__name__}: {error}"

    def _trust(self) -> ssl.SSLContext | None:
        """Return whom to trust: the hall's authority, whatever name its certificate has for this machine."""
        if not self.config.tls:
            return None
        trust = trust_of(self.config.tls_authority or self.config.key_folder / FOLDER / AUTHORITY)
        trust.check_hostname = False
        return trust

    def _command(self, program: Path, name: str) -> list[str]:
        return [_python(program), "main.py", name, "--config", str(self.settings)]

    def _as_owner(self, command: list[str], program: Path) -> str:
        """Run a program as the owner of the data: what root writes there, the hall could not read."""
        owner = self.config.data.stat()
        change = os.geteuid() == 0 and owner.st_uid != 0
        done = subprocess.run(
            command, cwd=program, capture_output=True, text=True, check=False,
            env={**os.environ, "DAWR_ENVIRONMENT": "ready"},
            user=owner.st_uid if change else None, group=owner.st_gid if change else None,
            extra_groups=[] if change else None,
        )  # fmt: skip
        if done.returncode:
            raise DatabaseError(f"{' '.join(command[1:3])} failed: {done.stderr.strip()}")
        return done.stdout


def _python(program: Path) -> str:
    return str(program / ".venv" / "bin" / "python")
