"""The program of a device that is updated: a kiosk or a board, which the hall must hear, or an agent's PC."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from commands.update.control import controlled
from commands.update.problem import Problem
from commands.update.release_folder import ReleaseFolder
from commands.update.sources.from_hall import HallSource
from commands.update.sources.source import AwayError
from commands.update.trial import watch
from contracts.words.releases import ReleaseProblem

HEARD_WITHIN_S = 10.0
"""A program beats each 2 s."""
LOADS = "import counter_client.program.start"
LOADS_WITHIN_S = 120


@dataclass(frozen=True)
class ScreenUnit:
    """A kiosk or a board. Its files are not copied: tickets of its trial would be lost with them."""

    hall: HallSource
    control: str
    unit: str
    start_s: float
    healthy_s: float

    def stop(self) -> None:
        """Stop the program and its session."""
        controlled(self.control, self.unit, "stop")

    def start(self) -> None:
        """Start it without waiting until it is up."""
        controlled(self.control, self.unit, "start", "--no-block")

    def copy(self, _program: Path) -> str:
        """Copy nothing."""
        return ""

    def put_back(self, _program: Path, _copy: str) -> None:
        """Put nothing back."""

    def trial(self, version: str, tell: Callable[[str], None]) -> Problem | None:
        """Watch until the hall has heard this version for long enough; return why it has not, or None."""
        return watch(lambda: self._problem(version), tell, start_s=self.start_s, healthy_s=self.healthy_s)

    def _problem(self, version: str) -> str:
        heard = self.hall.heard()
        if heard.seconds_ago is None:  # the hall has just started, so it cannot say yet
            raise AwayError("the hall has heard nothing of the program since its own start")
        if heard.version is None or heard.seconds_ago > HEARD_WITHIN_S:
            return "the hall hears nothing of the program"
        return "" if heard.version.partition("+")[0] == version else f"the hall hears version {heard.version}"


@dataclass(frozen=True)
class CounterUnit:
    """An agent's PC: the program is started by its agent; nothing is stopped or started."""

    folder: ReleaseFolder

    def stop(self) -> None:
        """Stop nothing: a program that runs goes on with the version of before."""

    def start(self) -> None:
        """Start nothing: the agent's next start takes the new version."""

    def copy(self, _program: Path) -> str:
        """Copy nothing."""
        return ""

    def put_back(self, _program: Path, _copy: str) -> None:
        """Put nothing back."""

    def trial(self, version: str, _tell: Callable[[str], None]) -> Problem | None:
        """Load the whole program without a screen, as nobody; return why that fails, or None."""
        program = self.folder.path(version)
        nobody = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        try:
            done = subprocess.run(
                [str(program / ".venv/bin/python"), "-c", LOADS], cwd=program, capture_output=True, text=True,
                check=False, timeout=LOADS_WITHIN_S, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                user=nobody.pw_uid if nobody else None, group=nobody.pw_gid if nobody else None,
                extra_groups=[] if nobody else None,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            return Problem(ReleaseProblem.NOT_STARTED, f"the program cannot be loaded: {error}")
        if done.returncode:
            return Problem(ReleaseProblem.NOT_STARTED, f"the program cannot be loaded: {done.stderr.strip()[-400:]}")
        return None
