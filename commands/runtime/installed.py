"""Which programs Debian packages have installed here, where their token and settings are, and who owns them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from common.server.trust import authority_file

_UNIT = re.compile(r"[-@]")


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
        """Give the token, and the hall's authority beside it, to the program's user, whose the data folder is."""
        owner = self.data.stat()
        for file in (self.token_file, authority_file(self.token_file)):
            if file.exists():
                os.chown(file, owner.st_uid, owner.st_gid)

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


def installed_programs(*, root: Path = Path("/")) -> frozenset[str]:
    """Return the programs of this machine's packages, such as `hall` and `kiosk`; none in a clone."""
    units = (root / "usr" / "lib" / "systemd" / "system").glob("dawr-*.service")
    counter = {"counter"} if (root / "usr" / "bin" / "dawr-counter").exists() else set()
    return frozenset({_UNIT.split(unit.stem)[1] for unit in units} | counter)
