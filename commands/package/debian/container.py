"""A container image for hall and centre: the smallest Debian with the package `dawr`, as `docker load` takes it."""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

from commands.package.debian.packages import build_packages, source_date
from commands.package.debian.release import Debian, version_of
from commands.package.debian.roles import QT_LIBRARIES
from commands.package.debian.stick import Apt, run_tool, write_index
from commands.package.parts import PackageError

USER = 10001
"""Neither root nor anybody of the machine below: the owner of /data and /keys."""
_ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/data"}
_LEFT_OUT = ("var/cache", "var/lib/apt", "var/log", "run", "tmp", "dev", "proc", "sys", "etc/machine-id")
"""What a package manager writes while it works, and what a container gets from outside."""


def build_container(root: Path, out: Path, debian: Debian, *, wheels: Path | None) -> Path:
    """Write the image as one file into `out` and return it; needs root and debootstrap. Raise PackageError."""
    if shutil.which("debootstrap") is None:
        raise PackageError("debootstrap is missing: apt-get install debootstrap")
    version, epoch_s = version_of(root), source_date(root)
    with tempfile.TemporaryDirectory(prefix="dawr-container-") as scratch:
        system = Path(scratch) / "system"
        run_tool(["debootstrap", "--variant=minbase", debian.name, str(system)])
        _install(root, Path(scratch), system, debian, wheels)
        for name in _LEFT_OUT:
            path = system / name
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        for name, mode in {
            "tmp": 0o1777,
            "run": 0o755,
            "dev": 0o755,
            "proc": 0o555,
            "sys": 0o555,
            "data": 0o700,
            "keys": 0o700,
        }.items():
            (system / name).mkdir()
            (system / name).chmod(mode)
        layer = Path(scratch) / "layer.tar"
        _write_layer(system, layer, epoch_s)
        out.mkdir(parents=True, exist_ok=True)
        image = out / f"dawr-{version}-container.tar"
        _write_image(layer, image, version, epoch_s)
        return image


def _install(root: Path, scratch: Path, system: Path, debian: Debian, wheels: Path | None) -> None:
    """Install `dawr` in the new system from a folder, without a network in it."""
    packages = system / "run" / "packages"
    ours = build_packages(root, packages, debian, wheels=wheels)
    apt = Apt(scratch / "apt", debian)
    apt.add_folder(packages, ours)
    apt.update()
    apt.download(["dawr", *QT_LIBRARIES])
    for package in apt.downloaded():
        shutil.copy2(package, packages / package.name)
    write_index(packages)
    (system / "run" / "sources").write_text("deb [trusted=yes] file:/run/packages ./\n", encoding="utf-8")
    inside = ["chroot", str(system), "env", "-i", *(f"{name}={value}" for name, value in _ENVIRONMENT.items())]
    command = [*inside, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "APT::Sandbox::User=root"]
    command += ["-o", "Dir::Etc::SourceList=/run/sources", "-o", "Dir::Etc::SourceParts=-"]
    run_tool([*command, "update"])
    run_tool([*command, "install", "--yes", "--no-install-recommends", "dawr", *QT_LIBRARIES])


def _write_layer(system: Path, layer: Path, epoch_s: int) -> None:
    """Write a system as one tar file: sorted, and with one time for everything that was made now."""

    def entry(of: tarfile.TarInfo) -> tarfile.TarInfo:
        of.mtime = min(int(of.mtime), epoch_s)
        if of.name in {"data", "keys"}:
            of.uid = of.gid = USER
        return of

    with tarfile.open(layer, "w", format=tarfile.GNU_FORMAT) as tar:
        for path in sorted(system.rglob("*")):
            tar.add(path, str(path.relative_to(system)), recursive=False, filter=entry)


def _write_image(layer: Path, image: Path, version: str, epoch_s: int) -> None:
    with layer.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    config = {
        "architecture": "amd64",
        "os": "linux",
        "config": {
            "User": f"{USER}:{USER}",
            "Env": [f"{name}={value}" for name, value in _ENVIRONMENT.items()],
            "Entrypoint": ["/usr/bin/dawr"],
            "Cmd": ["--help"],
            "Volumes": {"/data": {}, "/keys": {}},
            "WorkingDir": "/data",
            "ExposedPorts": {"8080/tcp": {}, "8081/tcp": {}, "8090/tcp": {}},
        },
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest}"]},
    }
    config_bytes = json.dumps(config, sort_keys=True).encode()
    config_name = f"{hashlib.sha256(config_bytes).hexdigest()}.json"
    manifest = [{"Config": config_name, "RepoTags": [f"dawr:{version}"], "Layers": [f"{digest}/layer.tar"]}]
    with tarfile.open(image, "w", format=tarfile.GNU_FORMAT) as tar:
        for name, content_bytes in ((config_name, config_bytes), ("manifest.json", json.dumps(manifest).encode())):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = len(content_bytes), epoch_s
            tar.addfile(entry, BytesIO(content_bytes))
        entry = tarfile.TarInfo(f"{digest}/layer.tar")
        entry.size, entry.mtime = layer.stat().st_size, epoch_s
        with layer.open("rb") as content:
            tar.addfile(entry, content)
