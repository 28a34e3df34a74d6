"""A release for one Debian: the programs, a Python environment with the locked packages, and compiled texts.

It is a whole `/opt/dawr/releases/VERSION`: nothing is fetched or built on the machine that gets it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from commands.package.parts import PackageError
from common.version import COMMIT_FILE, commit_of_clone
from qtkit.language.catalogues import SHIPPED, compiled

PROGRAMS = (
    "assets", "central", "commands", "common", "contracts", "counter_client", "deploy", "display_board", "docs",
    "figures", "hall", "kiosk", "printer", "qtkit", "serial_devices", "sync", "web",
)  # fmt: skip
"""The folders of a release. Tests, tools and benches stay behind."""
FILES = ("LICENSE", "main.py", "pyproject.toml")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "pictures", SHIPPED, "adr")

_NOT_NEEDED = re.compile(
    r"^PySide6/(Qt/)?(qml|translations|metatypes|include|typesystems|glue|doc|resources|scripts|support)/"
    r"|^PySide6/.*(Qml|Quick|Designer|designer|assistant|linguist|Sql|Test|UiTools|Help)"
    r"|^PySide6/(balsam|qsb|svgtoqml|lupdate|lrelease|lconvert)|\.pyi$|(^|/)tests?/"
    r"|^[^/]+\.data/(?!purelib/|platlib/)"
)
"""Of the wheels: what no program of ours loads."""


@dataclass(frozen=True)
class Debian:
    """A release of Debian: its name, its Python and its C library."""

    number: int
    name: str
    python: str
    glibc_minor: int

    @property
    def platforms(self) -> list[str]:
        """The tags of the wheels that run on it, the newest first."""
        return [f"manylinux_2_{minor}_x86_64" for minor in range(self.glibc_minor, 16, -1)] + ["manylinux2014_x86_64"]


DEBIANS = {
    "debian12": Debian(12, "bookworm", "3.11", 36),
    "debian13": Debian(13, "trixie", "3.13", 41),
}


def version_of(root: Path) -> str:
    """Return the version of the programs in a source tree."""
    found = re.search(
        r'^VERSION = "([^"]+)"$', (root / "common" / "version.py").read_text(encoding="utf-8"), re.MULTILINE
    )
    if found is None:
        raise PackageError(f"{root}/common/version.py has no line VERSION")
    return found[1]


def build_release(root: Path, target: Path, debian: Debian, *, wheels: Path) -> None:
    """Make the release of the source tree `root` in `target`, with the packages of the folder `wheels`."""
    for name in PROGRAMS:
        shutil.copytree(root / name, target / name, ignore=_LEFT_OUT)
    for name in FILES:
        shutil.copy2(root / name, target / name)
    (target / "common" / COMMIT_FILE.name).write_text(f"{commit_of_clone(root) or ''}\n", encoding="utf-8")
    texts = target / "assets" / "i18n"
    for source in sorted(texts.glob("*.ts")):
        compiled(source, texts / SHIPPED)
    _make_environment(target / ".venv", debian, wheels)
    # The stamp by which main.py knows that nothing is missing.
    shutil.copyfile(root / "deploy" / "requirements" / "run.txt", target / ".venv" / ".dawr-run")
    start = target / "bin" / "dawr"
    start.parent.mkdir()
    shutil.copyfile(root / "deploy" / "debian" / "dawr.sh", start)
    start.chmod(0o755)


def fetch_wheels(root: Path, folder: Path, debian: Debian) -> None:
    """Download the locked packages for a Debian, whatever this machine is; raise PackageError, also at a wrong hash."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    command += ["--no-deps", "--only-binary=:all:", "--implementation", "cp", "--python-version", debian.python]
    command += [word for platform in debian.platforms for word in ("--platform", platform)]
    command += ["--dest", str(folder), "-r", str(root / "deploy" / "requirements" / "run.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PackageError(f"the locked packages for {debian.name} cannot be fetched:\n{done.stderr.strip()}")


def _make_environment(target: Path, debian: Debian, wheels: Path) -> None:
    """Lay a virtual environment out as venv and pip would, for a Python that need not be on this machine."""
    packages = target / "lib" / f"python{debian.python}" / "site-packages"
    packages.mkdir(parents=True)
    (target / "bin").mkdir()
    (target / "bin" / "python").symlink_to(f"/usr/bin/python{debian.python}")
    (target / "pyvenv.cfg").write_text(
        f"home = /usr/bin\ninclude-system-site-packages = false\nversion = {debian.python}\n", encoding="utf-8"
    )
    found = sorted(wheels.glob("*.whl"))
    if not found:
        raise PackageError(f"{wheels} has no wheels")
    for wheel in found:
        _unpack(wheel, packages)


def _unpack(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as inside:
        for entry in inside.infolist():
            if entry.is_dir() or _NOT_NEEDED.search(entry.filename):
                continue
            place = target / re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", entry.filename)
            if not place.resolve().is_relative_to(target.resolve()):
                raise PackageError(f"{wheel.name} has a file outside its folder: {entry.filename}")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(inside.read(entry))
            place.chmod(0o755 if entry.external_attr >> 16 & 0o111 else 0o644)


def set_times_and_modes(folder: Path, epoch_s: int) -> None:
    """Give every file of a tree one time, and rights that do not depend on who built it."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (epoch_s, epoch_s), follow_symlinks=False)
