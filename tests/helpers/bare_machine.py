"""A bare machine in a folder: Debian by debootstrap with Python and git, this one's package sources, and a clone."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

# Fresh file systems and no bind mounts: a folder that is swept away later must not reach this machine's own devices.
_MOUNTS = (
    ("proc", "proc", "nosuid"),
    ("devpts", "dev/pts", "newinstance,ptmxmode=0666"),
    ("tmpfs", "dev/shm", "nosuid,size=1g"),
)


class BareMachine:
    """A chroot below `folder`; needs root, debootstrap and package sources. As a context: mounted, then unmounted."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "machine"

    def __enter__(self) -> BareMachine:
        mirror, suite = _mirror_and_suite()
        command = ["debootstrap", "--variant=minbase", "--include=python3,git,ca-certificates", suite]
        _run([*command, str(self.root), mirror])
        self._copy_sources()
        _run(["git", "clone", "--quiet", str(ROOT), str(self.root / "root/dawr")])
        try:
            for kind, place, options in _MOUNTS:
                _run(["mount", "-t", kind, "-o", options, kind, str(self.root / place)])
        except AssertionError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exception: object) -> None:
        for _, place, _ in reversed(_MOUNTS):
            subprocess.run(["umount", "--lazy", str(self.root / place)], check=False, capture_output=True)

    def run(self, command: str, *, timeout_s: float) -> subprocess.CompletedProcess[str]:
        """Run a shell command in the clone as root of the machine, with nothing of this machine's environment."""
        environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LANG=C.UTF-8", f"PIP_CERT={CERTIFICATES}"]
        inside = ["env", "-i", *environment, "bash", "-c", f"cd /root/dawr && {command}"]
        return subprocess.run(
            ["chroot", str(self.root), *inside],
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def _copy_sources(self) -> None:
        """Give the machine the sources and the certificates that this one reaches its packages by."""
        etc = self.root / "etc"
        (etc / "apt/sources.list").unlink(missing_ok=True)
        shutil.copy("/etc/apt/sources.list.d/debian.sources", etc / "apt/sources.list.d/")
        for name in ("resolv.conf", "hosts"):
            with suppress(OSError):
                shutil.copy(f"/etc/{name}", etc / name)
        for part in Path("/etc/apt/apt.conf.d").glob("99*"):
            shutil.copy(part, etc / "apt/apt.conf.d/")
        target = self.root / str(CERTIFICATES).lstrip("/")
        target.unlink(missing_ok=True)
        target.write_bytes(CERTIFICATES.read_bytes())


def why_not() -> str | None:
    """Return why a bare machine cannot be made here, or None."""
    if platform.system() != "Linux" or shutil.which("debootstrap") is None:
        return "debootstrap is not installed"
    if not Path("/etc/apt/sources.list.d/debian.sources").exists():
        return "this is no Debian with package sources in debian.sources"
    return None if Path("/proc/1").exists() and _is_root() else "only root can make a chroot"


def _is_root() -> bool:
    return subprocess.run(["id", "-u"], capture_output=True, text=True, check=True).stdout.strip() == "0"


def _mirror_and_suite() -> tuple[str, str]:
    sources = Path("/etc/apt/sources.list.d/debian.sources").read_text(encoding="utf-8")
    mirror = re.search(r"URIs: (\S+)", sources)
    suite = re.search(r"Suites: (\S+)", sources)
    assert mirror
    assert suite
    return mirror[1], suite[1]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout[-1500:]}{done.stderr[-1500:]}"
