"""The offline stick: Dawr's packages, every package of Debian that they need, a start page and checksums.

The folder is a package source for apt. `install.sh` on it installs a role on a machine without a network.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from commands.package.debian.packages import build_packages
from commands.package.debian.release import Debian, version_of
from commands.package.debian.roles import ROLES
from commands.package.parts import PackageError, sha256_of

SUMS = "SHA256SUMS"
_SOURCES = Path("/etc/apt/sources.list.d/debian.sources")


def build_stick(root: Path, out: Path, debian: Debian, *, wheels: Path | None) -> Path:
    """Make the stick's folder in `out`, in place of an older one, and return it; raise PackageError."""
    stick = out / f"dawr-stick-{version_of(root)}-debian{debian.number}"
    shutil.rmtree(stick, ignore_errors=True)
    packages = stick / "packages"
    ours = build_packages(root, packages, debian, wheels=wheels)
    with tempfile.TemporaryDirectory(prefix="dawr-apt-") as scratch:
        apt = Apt(Path(scratch), debian)
        apt.add_folder(packages, ours)
        apt.update()
        for names in _installable_together():
            apt.download(names)
        for package in apt.downloaded():
            shutil.copy2(package, packages / package.name)
    write_index(packages)
    for name in ("install.sh", "start.html"):
        text = (root / "deploy" / "stick" / name).read_text(encoding="utf-8")
        text = text.replace("@VERSION@", version_of(root)).replace("@DEBIAN@", str(debian.number))
        (stick / name).write_text(text, encoding="utf-8")
    shutil.copyfile(root / "docs" / "technician.md", stick / "technician.md")
    shutil.copyfile(root / "docs" / "ar" / "technician.md", stick / "technician-ar.md")
    write_sums(stick)
    return stick


def write_index(folder: Path) -> None:
    """Write the list by which apt takes packages from a folder."""
    parts = []
    for package in sorted(folder.glob("*.deb")):
        content = package.read_bytes()
        sums = f"Filename: ./{package.name}\nSize: {len(content)}\nSHA256: {hashlib.sha256(content).hexdigest()}\n"
        parts.append(f"{run_tool(['dpkg-deb', '--field', str(package)]).rstrip()}\n{sums}")
    (folder / "Packages").write_text("\n".join(parts), encoding="utf-8")


def write_sums(stick: Path) -> None:
    """Write the checksums of all files of the stick, as `sha256sum --check` reads them."""
    files = sorted(path for path in stick.rglob("*") if path.is_file() and not path.name.startswith(SUMS))
    lines = [f"{sha256_of(path)}  {path.relative_to(stick)}\n" for path in files]
    (stick / SUMS).write_text("".join(lines), encoding="utf-8")


def _installable_together() -> Iterable[list[str]]:
    """Return the role packages in groups without a conflict inside."""
    apart = [f"dawr-{name}" for name, role in ROLES.items() if role.conflicts]
    yield [f"dawr-{name}" for name, role in ROLES.items() if not role.conflicts]
    for name in apart:
        yield [name]


class Apt:
    """apt-get for a Debian on which nothing is installed, in a folder beside this machine's own apt."""

    def __init__(self, folder: Path, debian: Debian) -> None:
        if not _SOURCES.exists():
            raise PackageError(f"{_SOURCES} is missing: build the stick on a Debian that has its package sources there")
        self._folder = folder
        for place in ("sources", "lists/partial", "cache/archives/partial"):
            (folder / place).mkdir(parents=True)
        (folder / "status").touch()
        here = re.search(r"^VERSION_CODENAME=(\w+)$", Path("/etc/os-release").read_text(encoding="utf-8"), re.MULTILINE)
        sources = _SOURCES.read_text(encoding="utf-8")
        if here is not None:
            sources = re.sub(rf"\b{here[1]}\b", debian.name, sources)
        (folder / "sources" / "debian.sources").write_text(sources, encoding="utf-8")

    def add_folder(self, folder: Path, packages: Iterable[Path]) -> None:
        """Let it know the packages of a folder as well."""
        ours = self._folder / "ours"
        ours.mkdir()
        for package in packages:
            (ours / package.name).symlink_to((folder / package.name).resolve())
        write_index(ours)
        line = f"deb [trusted=yes] file:{ours} ./\n"
        (self._folder / "sources" / "ours.list").write_text(line, encoding="utf-8")

    def update(self) -> None:
        """Fetch the lists of packages."""
        self._run("update")

    def download(self, names: list[str]) -> None:
        """Fetch packages and all that they need, also what every Debian has: its version may be another one there."""
        self._run("install", "--yes", "--download-only", "--no-install-recommends", *names)

    def downloaded(self) -> list[Path]:
        """Return the fetched packages."""
        return sorted((self._folder / "cache" / "archives").glob("*.deb"))

    def _run(self, *words: str) -> None:
        options = {
            "Dir::Etc::SourceList": "/dev/null",
            "Dir::Etc::SourceParts": f"{self._folder}/sources",
            "Dir::State::Lists": f"{self._folder}/lists",
            "Dir::State::status": f"{self._folder}/status",
            "Dir::State::extended_states": f"{self._folder}/extended",
            "Dir::Cache": f"{self._folder}/cache",
            "APT::Architecture": "amd64",
            "APT::Sandbox::User": "root",
            "Acquire::Languages": "none",
            "Debug::NoLocking": "true",
        }
        command = ["apt-get", "-q"]
        command += [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        run_tool([*command, *words])


def run_tool(command: list[str]) -> str:
    """Run a tool and return what it printed; raise PackageError where it fails."""
    environ = {**os.environ, "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PackageError(f"{command[0]} failed:\n{done.stderr.strip()[-2000:]}")
    return done.stdout
