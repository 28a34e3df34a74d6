"""A centre process and halls that ask it for releases: what an administrator and the halls' timers do, as commands."""

from __future__ import annotations

import json
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from commands.central import command as central
from common.releases.release_file import this_system
from tests.helpers.updated_machine import UpdatedMachine


@dataclass(frozen=True)
class CentreRollout:
    """The centre's data folder and address."""

    data: Path
    url: str

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the centre in this process, beside the one that serves."""
        with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as errors:
            code = central.run([*words, "--data", str(self.data)])
        return subprocess.CompletedProcess(words, code, said.getvalue(), errors.getvalue())

    def done(self, *words: str) -> str:
        """Run a command of the centre that must succeed, and return what it printed."""
        ran = self.run(*words)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def add(self, file: Path, keys: Path) -> None:
        """Take in a release file."""
        self.done("release", "add", "--file", str(file), "--release-keys", str(keys))

    def join(self, machine: UpdatedMachine, hall: str) -> None:
        """Make a hall known to the centre, and give its machine the settings to ask there."""
        token = machine.folder / "centre.token"
        token.write_text(self.done("enrol", "--hall", hall), encoding="utf-8")
        with (machine.folder / "hall.toml").open("a", encoding="utf-8") as settings:
            settings.write(f'centre = "{self.url}"\ncentre_token_file = "{token}"\n')

    def release(self, version: str) -> dict[str, Any]:
        """Return how far a release is."""
        found: list[dict[str, Any]] = json.loads(self.done("release", "list", "--json"))
        return next(one for one in found if one["version"] == version)


def release_name(version: str) -> str:
    """Return the name of a release file for the system of this machine."""
    return f"dawr-{version}-{this_system()}.tar"
