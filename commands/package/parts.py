"""The parts of a per-user package: locked wheels, unpacked; the program's own files; a Python; the archive."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from common.version import COMMIT_FILE, commit
from qtkit.language.catalogues import SHIPPED, compiled

PACKAGES = (
    "msgspec",
    "pyserial",
    "pyside6-essentials",
    "python-escpos",
    "qrcode",
    "shiboken6",
    "six",
    "tomlkit",
    "tzdata",
)
"""What the counter program loads; test_package_parts compares it with what it imports."""

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""With which versions of Python the package runs: the users' machines have their own."""
PLATFORMS = {
    "linux": ("manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux2014_x86_64"),
    "windows": ("win_amd64",),
}
SOURCES = ("common", "contracts", "counter_client", "printer", "qtkit", "serial_devices")
COMMANDS = (
    "__init__",
    "config",
    "hall_client",
    "pair",
    "run/__init__",
    "run/counter",
    "runtime/__init__",
    "runtime/completion",
    "runtime/environment",
    "runtime/file_lock",
    "runtime/installed",
    "runtime/parent_watch",
    "runtime/preflight",
    "runtime/settings_files",
    "runtime/system_packages",
)
ASSETS = ("design", "fonts", "i18n")

NOT_NEEDED = re.compile(
    r"^PySide6/(Qt/)?(qml|translations|metatypes|include|typesystems|glue|doc|resources|scripts|support)/"
    r"|^PySide6/.*(Qml|Quick|Designer|designer|assistant|linguist|Concurrent|Sql|Test|UiTools|Help|Print|Wayland)"
    r"|^PySide6/(balsam|qsb|svgtoqml|lupdate|lrelease|lconvert)|\.pyi$|^pyserial-.*\.data/",
)
"""Of the wheels: what no program of ours loads. It halves the package."""


class PackageError(RuntimeError):
    """The package cannot be built; the message says what to do."""


def locked(requirements: str, packages: Collection[str] = PACKAGES) -> str:
    r"""Return the lines of a hash-locked list that are about these packages.

    >>> print(locked("a==1 --hash=x\npyserial==3.5\n    --hash=y\n    # via z\n"))
    pyserial==3.5
        --hash=y
    <BLANKLINE>
    """
    kept, ours = [], False
    for line in requirements.splitlines():
        if line and not line.startswith((" ", "#")):
            ours = line.partition("==")[0].lower() in packages
        if ours and not line.strip().startswith("#"):
            # The package is for another system than this one: what is said of systems is not asked here.
            kept.append(line.partition(" ; ")[0] + " \\" if " ; " in line else line)
    return "\n".join(kept) + "\n"


def fetch_wheels(system: str, requirements: Path, folder: Path) -> None:
    """Download the locked packages for a system, whatever this one is; pip checks the hashes. Raise PackageError.

    A wheel that is bound to one version of Python comes once for each of PYTHONS: unpacked, they stand side by side.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock, wanted = requirements.read_text(encoding="utf-8"), set(PACKAGES)
    for python in PYTHONS:
        _download(system, python, locked(lock, wanted), folder)
        wanted = bound_to_one_python(path.name for path in folder.glob("*.whl"))


def bound_to_one_python(wheels: Iterable[str]) -> set[str]:
    """Return the packages whose wheels hold machine code for one version of Python.

    >>> bound_to_one_python(["msgspec-1-cp311-cp311-win32.whl", "a-1-cp39-abi3-win32.whl", "b-1-py3-none-any.whl"])
    {'msgspec'}
    """
    parts = (wheel.removesuffix(".whl").split("-") for wheel in wheels)
    return {name.lower().replace("_", "-") for name, *_, abi, _platform in parts if abi.startswith("cp")}


def _download(system: str, python: str, lines: str, folder: Path) -> None:
    listed = folder / "locked.txt"
    listed.write_text(lines, encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    command += ["--no-deps", "--only-binary=:all:", "--python-version", python, "--dest", str(folder)]
    command += ["-r", str(listed)]
    for platform in PLATFORMS[system]:
        command += ["--platform", platform]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PackageError(f"the locked packages for {system} cannot be had:\n{done.stderr.strip()}")


def unpack_wheels(folder: Path, target: Path) -> None:
    """Unpack every wheel of a folder without what is not needed; raise PackageError where one is missing."""
    wheels = sorted(folder.glob("*.whl"))
    found = {wheel.name.partition("-")[0].lower().replace("_", "-") for wheel in wheels}
    if missing := sorted(set(PACKAGES) - found):
        raise PackageError(f"{folder} has no wheel of {', '.join(missing)}")
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as inside:
            for name in inside.namelist():
                if not NOT_NEEDED.search(name):
                    path = Path(inside.extract(name, target))
                    mode = inside.getinfo(name).external_attr >> 16 & 0o777
                    if mode and path.is_file():
                        path.chmod(mode | 0o644)


def copy_program(root: Path, target: Path) -> None:
    """Copy what the counter program runs from: its packages, the commands it has, fonts and texts."""
    leave = shutil.ignore_patterns("__pycache__")
    others = shutil.ignore_patterns("kiosk_*", "board_*", "dashboard_*", "setup_*", "centre_*", "hall_*")
    for name in SOURCES:
        shutil.copytree(root / name, target / name, ignore=leave)
    for name in ASSETS:
        shutil.copytree(root / "assets" / name, target / "assets" / name, ignore=others)
    i18n = target / "assets" / "i18n"
    for source in sorted(i18n.glob("*.ts")):
        compiled(source, i18n / SHIPPED)
    for name in COMMANDS:
        file = target / "commands" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / "commands" / f"{name}.py", file)
    shutil.copy2(root / "main.py", target / "main.py")
    (target / "common" / COMMIT_FILE.name).write_text(f"{commit() or ''}\n", encoding="utf-8")


def put_python(package: Path, target: Path) -> None:
    """Unpack python.org's embeddable package and let it find what lies beside it; raise PackageError."""
    try:
        with zipfile.ZipFile(package) as inside:
            for name in inside.namelist():
                inside.extract(name, target)  # keeps what would leave the folder inside it
    except (OSError, zipfile.BadZipFile) as error:
        raise PackageError(f"{package} cannot be read: {error}") from error
    paths = next(target.glob("python3*._pth"), None)
    if paths is None or not (target / "pythonw.exe").exists():
        raise PackageError(f"{package} is not python.org's embeddable package for Windows")
    # It looks nowhere else than where this file says, whatever PYTHONPATH says.
    paths.write_text(f"{paths.stem}.zip\n.\n..\n..\\lib\n", encoding="ascii")


def archive(root: Path, out: Path, *, zipped: bool) -> Path:
    """Return `root` as one file in `out`, the same bytes for the same content."""
    if zipped:
        path = out / f"{root.name}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
            for one in _files(root):
                entry = zipfile.ZipInfo(str(one.relative_to(root.parent)), (1980, 1, 1, 0, 0, 0))
                entry.external_attr, entry.compress_type = one.stat().st_mode << 16, zipfile.ZIP_DEFLATED
                file.writestr(entry, one.read_bytes())
        return path
    path = out / f"{root.name}.tar.xz"
    with tarfile.open(path, "w:xz", preset=1) as tar:
        for one in _files(root):
            tar.add(one, str(one.relative_to(root.parent)), filter=_anonymous)
    return path


def sha256_of(path: Path) -> str:
    """Return a file's digest."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(root: Path) -> Iterator[Path]:
    return (path for path in sorted(root.rglob("*")) if path.is_file())


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    # Unpacked by root, it must stay readable for the agent.
    entry.mode = 0o755 if entry.mode & 0o100 else 0o644
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry
