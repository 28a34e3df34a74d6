"""Make the Debian packages of a release: the same source gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from commands.package.debian.release import (
    Debian,
    build_release,
    fetch_wheels,
    set_times_and_modes,
    version_of,
)
from commands.package.debian.roles import ROLES, Role
from commands.package.parts import PackageError

_MAINTAINER = "Dawr maintainers <dawr@localhost>"
_SCRIPTS = ("preinst", "postinst", "prerm", "postrm")


def build_packages(root: Path, out: Path, debian: Debian, *, wheels: Path | None) -> list[Path]:
    """Write the packages of all roles for one Debian into `out` and return them; raise PackageError."""
    if shutil.which("dpkg-deb") is None:
        raise PackageError("dpkg-deb is missing: build the packages on Debian or Ubuntu")
    out.mkdir(parents=True, exist_ok=True)
    epoch_s = source_date(root)
    with tempfile.TemporaryDirectory(prefix="dawr-deb-") as scratch:
        if wheels is None:
            wheels = Path(scratch) / "wheels"
            fetch_wheels(root, wheels, debian)
        version = version_of(root)
        full = f"{version}+deb{debian.number}"
        trees = [_base_tree(root, Path(scratch) / "dawr", debian, version=version, full=full, wheels=wheels)]
        trees += [_role_tree(root, Path(scratch) / f"dawr-{name}", role, full) for name, role in ROLES.items()]
        return [_pack(tree, out, epoch_s) for tree in trees]


def source_date(root: Path) -> int:
    """Return the time that every file of a package gets: SOURCE_DATE_EPOCH, else that of the newest commit, else 0."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is not None:
        return int(given)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    told = subprocess.run(command, capture_output=True, text=True, check=False) if shutil.which("git") else None
    return int(told.stdout) if told is not None and told.stdout.strip() else 0


def _base_tree(root: Path, tree: Path, debian: Debian, *, version: str, full: str, wheels: Path) -> Path:
    build_release(root, tree / "opt" / "dawr" / "releases" / version, debian, wheels=wheels)
    command = tree / "usr" / "bin" / "dawr"
    command.parent.mkdir(parents=True)
    command.symlink_to("/opt/dawr/current/bin/dawr")
    following = f"{debian.python.rpartition('.')[0]}.{int(debian.python.rpartition('.')[2]) + 1}"
    needs = [f"python3 (>= {debian.python})", f"python3 (<< {following})", "passwd", "openssl"]  # it checks sticks
    _write_control(
        tree, "dawr", version=full, architecture="amd64", needs=needs,
        summary="queue ticketing for service halls: the programs and their libraries",
    )  # fmt: skip
    _write_scripts(root / "deploy" / "debian", tree, "program", release=version)
    return tree


def _role_tree(root: Path, tree: Path, role: Role, version: str) -> Path:
    for source, place in role.files.items():
        target = tree / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / "deploy" / source, target)
        target.chmod(0o755 if place.startswith("usr/bin/") else 0o644)
    needs = [f"dawr (= {version})", *role.needs]
    _write_control(
        tree, tree.name, version=version, architecture="all", needs=needs, summary=role.summary,
        conflicts=role.conflicts,
    )  # fmt: skip
    if role.conffiles:
        (tree / "DEBIAN" / "conffiles").write_text("".join(f"{path}\n" for path in role.conffiles), encoding="utf-8")
    _write_scripts(root / "deploy" / "debian", tree, "role")
    return tree


def _write_control(
    tree: Path, name: str, *, version: str, architecture: str, needs: Iterable[str], summary: str, conflicts: str = ""
) -> None:
    lines = {
        "Package": name,
        "Version": version,
        "Architecture": architecture,
        "Maintainer": _MAINTAINER,
        "Installed-Size": str(sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024 + 1),
        "Depends": ", ".join(needs),
        "Conflicts": conflicts,
        "Section": "misc",
        "Priority": "optional",
        "Description": f"Dawr: {summary}",
    }
    (tree / "DEBIAN").mkdir(parents=True)
    text = "".join(f"{key}: {value}\n" for key, value in lines.items() if value)
    (tree / "DEBIAN" / "control").write_text(text, encoding="utf-8")


def _write_scripts(source: Path, tree: Path, kind: str, *, release: str = "") -> None:
    """Copy the maintainer scripts of one kind; they know their package by the variable that dpkg sets."""
    for name in _SCRIPTS:
        script = source / kind / name
        if script.exists():
            target = tree / "DEBIAN" / name
            target.write_text(script.read_text(encoding="utf-8").replace("@RELEASE@", release), encoding="utf-8")
            target.chmod(0o755)


def _pack(tree: Path, out: Path, epoch_s: int) -> Path:
    set_times_and_modes(tree, epoch_s)
    for settings in (tree / "etc" / "dawr").glob("*"):
        settings.chmod(0o640)  # they may name a secret: their program's group reads them, nobody else
        os.utime(settings, (epoch_s, epoch_s))
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z3", "--threads-max=1", "--build", str(tree), str(out)]
    environ = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch_s), "TZ": "UTC", "LC_ALL": "C"}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PackageError(f"dpkg-deb refuses {tree.name}:\n{done.stderr.strip()}")
    control = dict(line.split(": ", 1) for line in (tree / "DEBIAN" / "control").read_text().splitlines())
    return out / f"{control['Package']}_{control['Version']}_{control['Architecture']}.deb"
