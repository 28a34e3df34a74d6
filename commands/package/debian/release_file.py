"""The release file that `update` installs: the folder of one version as an archive, the same bytes for one source."""

from __future__ import annotations

import gzip
import tarfile
import tempfile
from pathlib import Path

from commands.package.debian.packages import source_date
from commands.package.debian.release import Debian, build_release, fetch_wheels, set_times_and_modes, version_of


def build_release_file(root: Path, out: Path, debian: Debian, *, wheels: Path | None) -> Path:
    """Write the release file of the source tree `root` for one Debian into `out`; return it. Raise PackageError."""
    version = version_of(root)
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"dawr-{version}-debian{debian.number}.tar.gz"
    with tempfile.TemporaryDirectory(prefix="dawr-release-") as scratch:
        if wheels is None:
            wheels = Path(scratch) / "wheels"
            fetch_wheels(root, wheels, debian)
        folder = Path(scratch) / version
        build_release(root, folder, debian, wheels=wheels)
        set_times_and_modes(folder, source_date(root))
        _write(folder, file)
    return file


def _write(folder: Path, file: Path) -> None:
    """Write a folder under its own name, sorted, all of it root's; gzip, because every Debian can unpack it."""
    with (
        file.open("wb") as target,
        gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=target, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, str(path.relative_to(folder.parent)), recursive=False, filter=_owned_by_root)


def _owned_by_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry
