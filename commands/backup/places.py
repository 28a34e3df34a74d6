"""Where copies go: a folder, or a folder of another machine that the ordinary ssh client reaches."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from common.files.durable import DRAFT
from hall.platform.db.backup.backup import bring_copy, check_second_place, digest_of
from hall.platform.db.engine import StoreError
from hall.platform.db.files.copies import copies_among, copies_in, surplus

CONNECT_S = 15
ALIVE_TRIES = 3


@dataclass(frozen=True)
class SshLimits:
    """How long another machine may take: a line that hangs must not keep the next backups from being made."""

    alive_s: int = 15
    """A connection on which nothing comes is asked this often; after `ALIVE_TRIES` questions without answer it ends."""
    ask_s: float = 120
    """For one command on the other machine."""
    transfer_s: float = 540
    """For bringing a copy there: shorter than dawr-backup.service may run, so that the reason is known here."""
    fetch_s: float = 7200
    """For bringing a copy back, which a person waits for."""


class Place(Protocol):
    """A place that gets copies; each method raises StoreError when the place cannot be used."""

    def bring(self, copy: Path, *, kept: int) -> str:
        """Bring a checked copy there, compare it there, remove what is too many; return its address."""

    def names(self) -> list[str]:
        """Return the names of the copies there, oldest first."""

    def fetch(self, name: str, folder: Path) -> Path:
        """Return a copy of the place as a file of this machine, brought into `folder` where it lies elsewhere."""


def place_of(address: str, ssh_config: Path | None = None) -> Place:
    """Return the place of an address: a folder, or `ssh://[USER@]HOST[:PORT]/FOLDER`."""
    return SshPlace(address, ssh_config) if address.startswith("ssh://") else FolderPlace(Path(address).expanduser())


class FolderPlace:
    """A folder on another disk, a stick or a share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def bring(self, copy: Path, *, kept: int) -> str:
        """Bring a copy there."""
        return str(bring_copy(copy, self._folder, kept=kept))

    def names(self) -> list[str]:
        """Return the names of the copies there."""
        check_second_place(self._folder)
        return [path.name for path in copies_in(self._folder)]

    def fetch(self, name: str, _folder: Path) -> Path:
        """Return the copy where it lies."""
        return self._folder / name


class SshPlace:
    """A folder of another machine, reached with ssh and rsync (scp where this machine has no rsync)."""

    def __init__(self, address: str, ssh_config: Path | None = None, limits: SshLimits | None = None) -> None:
        self._limits = limits or SshLimits()
        parts = urlsplit(address)
        self._folder = unquote(parts.path)
        if not parts.hostname or self._folder in {"", "/"}:
            raise StoreError(f"expected ssh://USER@HOST/FOLDER, got {address!r}")
        self._host = f"{parts.username}@{parts.hostname}" if parts.username else parts.hostname
        if self._host.startswith("-"):
            raise StoreError(f"{self._host} is not the name of a machine")
        # Nobody is there to type a password, and a machine that is away must not hold the next backup up.
        self._options = ["-o", "BatchMode=yes", "-o", f"ConnectTimeout={CONNECT_S}"]
        alive = (f"ServerAliveInterval={self._limits.alive_s}", f"ServerAliveCountMax={ALIVE_TRIES}")
        self._options += [word for option in alive for word in ("-o", option)]
        self._options += ["-F", str(ssh_config)] if ssh_config else []
        self._port = parts.port

    def bring(self, copy: Path, *, kept: int) -> str:
        """Bring a copy there."""
        to, part = (f"{self._folder}/{name}" for name in (copy.name, copy.name + DRAFT))
        self._transfer(str(copy), self._remote(part), self._limits.transfer_s)
        if self._ask(f"sha256sum < {shlex.quote(part)}").split()[:1] != [digest_of(copy)]:
            self._ask(f"rm -f {shlex.quote(part)}")
            raise StoreError(f"the copy on {self._host} came out damaged and was removed")
        self._ask(f"sync {shlex.quote(part)} && mv {shlex.quote(part)} {shlex.quote(to)}")
        old = surplus(self.names(), kept)
        if old:
            self._ask(f"cd {shlex.quote(self._folder)} && rm -f {' '.join(old)}")
        return f"{self._host}:{to}"

    def names(self) -> list[str]:
        """Return the names of the copies there."""
        return copies_among(self._ask(f"ls {shlex.quote(self._folder)}").splitlines())

    def fetch(self, name: str, folder: Path) -> Path:
        """Bring a copy from there to a folder of this machine."""
        self._transfer(self._remote(f"{self._folder}/{name}"), str(folder / name), self._limits.fetch_s)
        return folder / name

    def _remote(self, path: str) -> str:
        # scp of today and rsync with --protect-args take the path as it is; no shell of the other machine reads it.
        return f"{self._host}:{path}"

    def _transfer(self, source: str, target: str, limit_s: float) -> None:
        if shutil.which("rsync"):
            ssh = shlex.join(["ssh", *self._options, *(["-p", str(self._port)] if self._port else [])])
            # Of a file that is much like the newest copy there, only what differs crosses the line.
            command = ["rsync", "--fuzzy", "--inplace", "--protect-args", "--chmod=F600", "--rsh", ssh, source, target]
        else:
            command = ["scp", "-q", *self._options, *(["-P", str(self._port)] if self._port else []), source, target]
        self._run(command, limit_s)

    def _ask(self, words: str) -> str:
        port = ["-p", str(self._port)] if self._port else []
        return self._run(["ssh", *self._options, *port, self._host, words], self._limits.ask_s)

    def _run(self, command: list[str], limit_s: float) -> str:
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=limit_s
            )
        except FileNotFoundError as error:
            raise StoreError(f"{command[0]} is not on this machine: install openssh-client") from error
        except subprocess.TimeoutExpired as error:
            raise StoreError(f"{command[0]} to {self._host} was not done within {limit_s:.0f} s") from error
        if done.returncode:
            raise StoreError(f"{command[0]} to {self._host} failed: {done.stderr.strip() or done.returncode}")
        return done.stdout
