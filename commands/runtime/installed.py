"""Where a Debian package keeps the token and the settings of its program, and who owns them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class InstalledProgram:
    """A program that runs as a separate user: its data folder and its settings file."""

    data: Path
    settings: Path

    @property
    def token_file(self) -> Path:
        """The file of its token at the hall."""
        return self.data / f"{self.settings.stem}.token"

    def give_token(self) -> None:
        """Give the token to the program's user, whose the data folder is."""
        owner = self.data.stat()
        os.chown(self.token_file, owner.st_uid, owner.st_gid)

    def protect_settings(self) -> None:
        """Let the program read its settings, and nobody else."""
        os.chown(self.settings, 0, self.data.stat().st_gid)
        self.settings.chmod(0o640)


def installed(program: str, *, root: Path = Path("/")) -> InstalledProgram | None:
    """Return what is installed of a program, None where it is not, or for a user who may not write there."""
    data = root / "var" / "lib" / f"dawr-{program}"
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not data.is_dir():
        return None
    return InstalledProgram(data, root / "etc" / "dawr" / f"{program}.toml")
