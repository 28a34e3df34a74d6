"""The releases of a machine: a folder for each version, and two links that say which one counts.

`current` is the release that the units start. `good` is the newest one that was up for its whole trial; after a power
cut in the middle of an update its program decides, because the other one may not even start.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from commands.update.journal import Outcome
from commands.update.problem import AlreadyThereError, OlderError, UnusableError, UpdateError
from common.files.durable import DRAFT, sync_folder
from common.releases.order import order_of
from common.releases.release_file import version_in
from common.releases.version import version_of

CURRENT, GOOD = "current", "good"
INCOMING = "incoming"
"""Folder of release files that arrived and wait for the hall to close."""
KEPT = 2
"""Releases that stay on the disk: the one in use and the one before."""


@dataclass(frozen=True)
class ReleaseFolder:
    """`root` (`/opt/dawr`) with `releases/VERSION` and the links `current` and `good`."""

    root: Path

    @property
    def releases(self) -> Path:
        """The folder of all releases."""
        return self.root / "releases"

    def path(self, version: str) -> Path:
        """Return where a release lies."""
        return self.releases / version

    def linked(self, link: str) -> str | None:
        """Return the version that a link leads to, or None where it leads to no release."""
        place = self.root / link
        leads = place.readlink() if place.is_symlink() and place.is_dir() else Path()
        return leads.name if leads.parent.name == self.releases.name else None

    def point(self, link: str, version: str) -> None:
        """Let a link lead to a release, in one step that a power cut does not halve."""
        part = self.root / f"{link}{DRAFT}"
        part.unlink(missing_ok=True)
        part.symlink_to(Path("releases") / version)
        part.replace(self.root / link)
        sync_folder(self.root)

    def unpack(self, file: Path) -> str:
        """Unpack a verified release file and return its version; it counts only once it is whole.

        Raise UpdateError when it is no release, or no newer one than `current`.
        """
        version = _version_in(file)
        now = self.linked(CURRENT)
        if now is not None and order_of(version) <= order_of(now):
            refusal = AlreadyThereError if order_of(version) == order_of(now) else OlderError
            raise refusal(f"this machine has version {now}; {version} is not newer, and is not installed")
        part = self.releases / f"{version}{DRAFT}"
        self.remove_drafts()
        part.mkdir(parents=True)
        command = ["tar", "--extract", "--file", str(file), "--directory", str(part), "--no-same-owner"]
        done = subprocess.run([*command, "--strip-components=1"], capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(part)
            raise UnusableError(f"{file.name} cannot be unpacked: {done.stderr.strip()}")
        if version_of(part) != version:
            shutil.rmtree(part)
            raise UnusableError(f"{file.name} says that it is {version}, but has another version inside")
        python = part / ".venv" / "bin" / "python"
        if not python.exists():
            shutil.rmtree(part)
            raise UnusableError(f"{file.name} is made for another Debian: its Python is not on this machine")
        shutil.rmtree(self.path(version), ignore_errors=True)  # of an update that failed or was cut
        os.sync()  # all its files, before the name by which it counts
        part.rename(self.path(version))
        sync_folder(self.releases)
        return version

    def pending(self, newest: Outcome | None) -> Path | None:
        """Return the newest release file in `incoming` that is newer than `current`; one that failed is for a person.

        Files are compared by the version in them; a file that is no release stays where it is.
        """
        found = []
        for file in (self.root / INCOMING).glob("*.tar*"):
            with contextlib.suppress(UpdateError):
                found.append((order_of(_version_in(file)), file))
        fit = [one for one in found if self.is_wanted(one[0], newest)]
        return max(fit)[1] if fit else None

    def is_wanted(self, version: tuple[int, ...], newest: Outcome | None) -> bool:
        """Return whether a version, by its order, is newer than `current` and is not the one that failed."""
        now = self.linked(CURRENT)
        failed = order_of(newest.version) if newest is not None and newest.state == "failed" else None
        return now is not None and version > order_of(now) and version != failed

    def remove_drafts(self) -> None:
        """Remove what an update that was cut left half unpacked."""
        for part in self.releases.glob(f"*{DRAFT}"):
            shutil.rmtree(part)

    def remove_old(self) -> None:
        """Remove all releases but the newest `KEPT` and those that a link leads to."""
        found = [path for path in self.releases.iterdir() if path.is_dir() and not path.name.endswith(DRAFT)]
        stay = {self.linked(CURRENT), self.linked(GOOD)}
        for old in sorted(found, key=lambda path: order_of(path.name))[:-KEPT]:
            if old.name not in stay:
                shutil.rmtree(old)


def _version_in(file: Path) -> str:
    try:
        return version_in(file)
    except ValueError as error:
        raise UnusableError(str(error)) from error
